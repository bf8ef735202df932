import './help.css'
import { A, useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import BackIcon from '~icons/lucide/arrow-left'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { write } from '../lib/time'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { articleOf, CARDS, type Article } from './articles'
import { CATEGORY_NAMES } from './categories'

const MORE = 4

export default function ArticlePage() {
  const params = useParams<{ slug: string }>()
  const article = useQuery(() => ({
    queryKey: ['help-article', params.slug],
    queryFn: () => articleOf(params.slug),
    staleTime: Infinity,
  }))
  createTitle(() => (article.data === null ? m.help_not_found() : article.data?.title))
  return (
    <div class="mx-auto grid max-w-read gap-8 py-6" aria-busy={article.isPending}>
      <Switch fallback={<Skeleton />}>
        <Match when={article.error}>
          <ErrorState error={article.error} retry={() => void article.refetch()} busy={article.isFetching} />
        </Match>
        <Match when={article.data === null}>
          <Missing />
        </Match>
        <Match when={article.data}>{(found) => <Found article={found()} />}</Match>
      </Switch>
    </div>
  )
}

function Found(props: { article: Article }) {
  const others = () =>
    CARDS.filter(({ category, slug }) => category === props.article.category && slug !== props.article.slug)
  return (
    <>
      <article class="stack stack--6">
        <header class="stack stack--2">
          <A class="link row row--1 self-start" href="/help">
            <BackIcon class="i i--sm i--flip" aria-hidden="true" />
            {m.help_all()}
          </A>
          <h1 class="t-page">{props.article.title}</h1>
          <p class="t-sm t-3">
            {CATEGORY_NAMES[props.article.category]()} ·{' '}
            {m.help_updated({ day: write('fullDate', Date.parse(`${props.article.updated}T12:00:00Z`), 'UTC') })}
          </p>
        </header>
        {/* The repository's own text, made of markdown when the product was built. */}
        {/* oxlint-disable-next-line solid/no-innerhtml */}
        <div class="article" lang="en" dir="ltr" innerHTML={props.article.html} />
      </article>
      <Show when={others().length > 0}>
        <nav aria-labelledby="more">
          <h2 id="more" class="t-section mb-2">
            {m.help_more()}
          </h2>
          <ul class="help-links">
            <For each={others().slice(0, MORE)}>
              {(card) => (
                <li>
                  <A class="link" href={`/help/${card.slug}`}>
                    {card.title}
                  </A>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </Show>
      <p class="card card--well">
        <b class="t-strong">{m.help_still()}</b> {m.help_still_words()}{' '}
        <A class="link" href="/contact">
          {m.help_ask()}
        </A>
      </p>
    </>
  )
}

const Missing = () => (
  <>
    <h1 class="sr">{m.help_not_found()}</h1>
    <Empty
      art={<Scope />}
      title={m.help_not_found()}
      act={
        <ButtonLink kind="primary" href="/help">
          {m.help_all()}
        </ButtonLink>
      }
    >
      {m.help_not_found_words()}
    </Empty>
  </>
)

const Skeleton = () => (
  <div class="stack stack--3" aria-hidden="true">
    <span class="sk sk--title" />
    <span class="sk sk--w80" />
    <span class="sk sk--w60" />
  </div>
)
