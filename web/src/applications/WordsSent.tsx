import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import '../files/files.css'
import type { Application } from './application.queries'
import { EvidenceRow } from './EvidenceRow'

/** What our staff read, as it was sent; nothing where they asked somebody to teach here without it. */
export function WordsSent(props: { application: Application }) {
  const own = () => props.application
  const hasWords = () => own().experience !== null || own().motivation !== null || own().links.length > 0
  return (
    <Show when={hasWords() || own().evidence.length > 0}>
      <section class="stack stack--4" aria-labelledby="words">
        <h2 id="words" class="t-big">
          {m.application_words_title()}
        </h2>
        <dl class="card stack">
          <Part title={m.application_experience()} words={own().experience} />
          <Part title={m.application_motivation()} words={own().motivation} />
          <Show when={own().links.length > 0}>
            <div>
              <dt class="field__label">{m.application_links()}</dt>
              <For each={own().links}>
                {(link) => (
                  <dd>
                    <a
                      class="link wrap-anywhere"
                      dir="ltr"
                      href={link}
                      target="_blank"
                      rel="noopener noreferrer nofollow"
                    >
                      {link}
                    </a>
                  </dd>
                )}
              </For>
            </div>
          </Show>
          <Show when={own().evidence.length > 0}>
            <div>
              <dt class="field__label">{m.application_evidence()}</dt>
              <For each={own().evidence}>
                {(file) => (
                  <dd>
                    <EvidenceRow file={file} />
                  </dd>
                )}
              </For>
            </div>
          </Show>
        </dl>
      </section>
    </Show>
  )
}

function Part(props: { title: string; words: string | null }) {
  return (
    <div>
      <dt class="field__label">{props.title}</dt>
      <dd class="prose" dir="auto">
        {props.words ?? <span class="t-3">{m.application_nothing_written()}</span>}
      </dd>
    </div>
  )
}
