import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { lifeOf } from './life'
import type { SessionParts } from './other'

/** The life of a session, from the first step to the last. */
export function Life(props: SessionParts) {
  return (
    <section class="card stack stack--4" aria-labelledby="life">
      <h2 id="life" class="t-section">
        {m.session_life()}
      </h2>
      <ol class="life">
        <For each={lifeOf(props)}>
          {(step) => (
            <li class="life__step" data-state={step.state}>
              <p>{step.words}</p>
              <Show when={step.said}>
                {(said) => (
                  <p class="t-2 prose" dir="auto">
                    {said()}
                  </p>
                )}
              </Show>
              <time class="t-sm t-3 num" datetime={step.at}>
                {m.booking_weekday_time({ day: props.mine.day(step.at), time: props.mine.time(step.at) })}{' '}
                {props.mine.label(step.at)}
              </time>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
