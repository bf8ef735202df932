import './goals.css'
import { createSignal, For, Show, type JSX } from 'solid-js'
import { createWriteTo } from '../chat/write-to'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { takeawaysQuery, type TakenAlong } from './goals.queries'
import { TakeawaysForm } from './TakeawaysForm'

type Session = { id: string; mentor_id: string; offer_id: string }
type Other = { name: string; display_id: string; role: 'student' | 'mentor' }

/** What the two take along from a session, and the way to the next one. */
export function Takeaways(props: { booking: Session; other: Other }) {
  const written = useQuery(() => takeawaysQuery(props.booking.id))
  const [editing, setEditing] = createSignal(false)
  const name = () => isolate(props.other.name)
  return (
    <Show when={written.data && (written.data.may_write || written.data.mine || written.data.theirs) && written.data}>
      {(data) => (
        <section class="card stack" aria-labelledby="takeaways">
          <h2 id="takeaways" class="t-section">
            {m.takeaways_title()}
          </h2>
          <Show
            when={data().may_write && (editing() || !data().mine)}
            fallback={
              <Show when={data().mine}>
                {(mine) => (
                  <Words title={m.takeaways_mine()} words={mine()}>
                    <Show when={data().may_write}>
                      <Button size="sm" class="self-start" onClick={() => setEditing(true)}>
                        {m.takeaways_change()}
                      </Button>
                    </Show>
                  </Words>
                )}
              </Show>
            }
          >
            <TakeawaysForm
              bookingId={props.booking.id}
              other={props.other.name}
              mine={data().mine}
              onDone={() => setEditing(false)}
            />
          </Show>
          <Show when={data().theirs}>
            {(theirs) => <Words title={m.takeaways_theirs({ name: name() })} words={theirs()} />}
          </Show>
          <WhatNext {...props} />
        </section>
      )}
    </Show>
  )
}

function Words(props: { title: string; words: TakenAlong; children?: JSX.Element }) {
  return (
    <div class="stack stack--2">
      <h3 class="t-strong">{props.title}</h3>
      <ul class="takeaways">
        <For each={props.words.takeaways}>{(line) => <li dir="auto">{line}</li>}</For>
      </ul>
      <Show when={props.words.next_steps.trim()}>
        <p class="t-sm t-2">{m.takeaways_next()}</p>
        <p class="prose" dir="auto">
          {props.words.next_steps}
        </p>
      </Show>
      {props.children}
    </div>
  )
}

/** A student books again in one tap; a mentor writes. */
function WhatNext(props: { booking: Session; other: Other }) {
  const write = createWriteTo()
  return (
    <>
      <Show
        when={props.other.role === 'mentor'}
        fallback={
          <Button class="self-start" busy={write.busy()} onClick={() => write.writeTo(props.other.display_id)}>
            {m.mentor_write({ name: isolate(props.other.name) })}
          </Button>
        }
      >
        <ButtonLink
          kind="soft"
          class="self-start"
          href={`/book/${props.booking.mentor_id}?offer_id=${props.booking.offer_id}`}
        >
          {m.takeaways_book()}
        </ButtonLink>
      </Show>
      <ProblemNote error={write.error()} />
    </>
  )
}
