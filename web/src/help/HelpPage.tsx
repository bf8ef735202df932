import '../site/site.css'
import './help.css'
import { A, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { CARDS, CATEGORIES, type Card } from './articles'
import { CATEGORY_NAMES } from './categories'
import { articlesFor } from './search'

const MOST_ASKED = 200

/** Every article by what it is about, and a search that answers while one types; the URL is the search. */
export default function HelpPage() {
  createTitle(m.help_title)
  const [search, setSearch] = useSearchParams<{ q?: string }>()
  const words = () => (search.q ?? '').trim()
  const asked = createDebounced(words)
  const found = useQuery(() => ({
    queryKey: ['help', asked()],
    queryFn: () => articlesFor(asked()),
    enabled: asked() !== '',
    staleTime: Infinity,
  }))
  return (
    <>
      <header class="page-head">
        <h1 class="display">{m.help_title()}</h1>
        <form class="help-search" role="search" onSubmit={(event) => event.preventDefault()}>
          <SearchIcon class="i i--lg" aria-hidden="true" />
          <input
            class="input"
            type="search"
            maxlength={MOST_ASKED}
            aria-label={m.help_search()}
            placeholder={m.help_search()}
            autocomplete="off"
            value={search.q ?? ''}
            onInput={(event) => setSearch({ q: event.currentTarget.value || undefined }, { replace: true })}
          />
        </form>
      </header>
      <div class="page-body">
        <Show when={words() !== ''} fallback={<Everything />}>
          <Show when={!found.error} fallback={<ErrorState error={found.error} retry={() => void found.refetch()} />}>
            <Show when={found.data}>{(cards) => <Hits cards={cards()} words={words()} />}</Show>
          </Show>
        </Show>
      </div>
    </>
  )
}

function Hits(props: { cards: Card[]; words: string }) {
  return (
    <Show
      when={props.cards.length > 0}
      fallback={
        <Empty
          art={<Scope />}
          title={m.help_none({ words: props.words })}
          act={
            <ButtonLink kind="primary" href="/contact">
              {m.help_ask()}
            </ButtonLink>
          }
        >
          {m.help_none_words()}
        </Empty>
      }
    >
      <section class="max-w-read">
        <h2 class="t-sm t-3 mb-2" role="status">
          {m.help_found({ count: props.cards.length })}
        </h2>
        <ArticleLinks cards={props.cards} />
      </section>
    </Show>
  )
}

const Everything = () => (
  <div class="help-cats">
    <For each={CATEGORIES}>
      {(category) => (
        <section aria-labelledby={`help-${category}`}>
          <h2 id={`help-${category}`} class="t-section mb-2">
            {CATEGORY_NAMES[category]()}
          </h2>
          <ArticleLinks cards={CARDS.filter((card) => card.category === category)} />
        </section>
      )}
    </For>
  </div>
)

const ArticleLinks = (props: { cards: Card[] }) => (
  <ul class="help-links">
    <For each={props.cards}>
      {(card) => (
        <li>
          <A href={`/help/${card.slug}`}>
            <span class="t-strong block">{card.title}</span>
            <span class="t-sm t-2">{card.summary}</span>
          </A>
        </li>
      )}
    </For>
  </ul>
)
