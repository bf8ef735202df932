import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import BookIcon from '~icons/lucide/book-open'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { articlesQuery } from '../palette/palette.queries'

const LEAST_LETTERS = 4

/** Articles that may answer at once, while one still types. */
export function ArticlesFor(props: { words: string }) {
  const asked = createDebounced(() => props.words.trim().slice(-200), 400)
  const articles = useQuery(() => articlesQuery(asked().length < LEAST_LETTERS ? '' : asked()))
  const few = () => (asked().length < LEAST_LETTERS ? [] : (articles.data ?? []).slice(0, 3))
  return (
    <div aria-live="polite">
      <Show when={few().length > 0}>
        <section class="stack stack--2" aria-label={m.support_articles()}>
          <p class="t-sm t-2">{m.support_articles()}</p>
          <ul class="card card--flush list">
            <For each={few()}>
              {(article) => (
                <li>
                  <A class="list-row" href={`/help/${article.slug}`} target="_blank">
                    <BookIcon class="i" aria-hidden="true" />
                    <span class="list-row__main">{article.title}</span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  )
}
