import './mentors.css'
import { useInfiniteQuery } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, For, on, Show, untrack } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import SlidersIcon from '~icons/lucide/sliders-horizontal'
import { MENTOR_SORTS, type MentorSort } from '../../../worker/contract/mentors.constants'
import { createDebounced } from '../lib/debounced'
import { now } from '../lib/clock'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Count } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { BareSelect } from '../ui/Field'
import { Scope } from '../ui/Illustration'
import { Empty, Loaded } from '../ui/List'
import type { ListedMentor } from './mentors.calls'
import { mentorsQuery } from './mentors.queries'
import { MentorFilters, type Facets } from './MentorFilters'
import { MentorRow, MentorRowSkeleton } from './MentorRow'
import { useMentorSearch, type MentorSearching } from './search'

const SORT_NAMES: Record<MentorSort, () => string> = {
  sessions: m.mentors_sort_sessions,
  price: m.mentors_sort_price,
  newest: m.mentors_sort_newest,
}

const MOST_SKILLS = 14

/** The most frequent ones, with whatever is chosen among them. */
function frequent(words: string[], chosen: string[], most: number): string[] {
  const counts = new Map<string, number>(chosen.map((word) => [word, Infinity]))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const kept = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).slice(0, most)
  return kept.map(([word]) => word).sort((a, b) => a.localeCompare(b))
}

/** Whatever was seen stays on offer, so that a filter never takes away its own way back. */
function createFacets(mentors: () => ListedMentor[], searching: MentorSearching) {
  const seen = createMemo<Map<string, ListedMentor>>(
    (before) => new Map([...before, ...mentors().map((one) => [one.mentor_id, one] as const)]),
    new Map(),
  )
  return createMemo<Facets>(() => {
    const all = [...seen().values()]
    const { skill = [], language = [] } = searching.search()
    return {
      skills: frequent(
        all.flatMap((one) => one.skills),
        skill,
        Math.max(MOST_SKILLS, skill.length),
      ),
      languages: frequent(
        all.flatMap((one) => one.languages),
        language,
        Infinity,
      ),
    }
  })
}

export default function MentorsPage() {
  createTitle(m.nav_mentors)
  const searching = useMentorSearch()
  const place = useMyPlace()
  const mentors = useInfiniteQuery(() => mentorsQuery(searching.search()))
  const items = () => mentors.data?.pages.flatMap((page) => page.items) ?? []
  const facets = createFacets(items, searching)
  const wide = createMedia('(min-width: 64rem)')
  const [filtering, setFiltering] = createSignal(false)

  return (
    <>
      <h1 class="sr">{m.nav_mentors()}</h1>
      <SearchField searching={searching} />
      <div class="finder">
        <Show when={wide()}>
          <aside class="filters" aria-label={m.mentors_filters()}>
            <MentorFilters searching={searching} facets={facets()} />
          </aside>
        </Show>
        <section class="grow" aria-label={m.mentors_results()}>
          <div class="mbar">
            <p class="grow t-2" role="status">
              <Show when={mentors.data}>
                <b class="t-strong text-ink">{m.mentors_count({ count: items().length })}</b>{' '}
                {mentors.hasNextPage ? m.mentors_so_far() : ''}
              </Show>
            </p>
            <Show when={!wide()}>
              <Button size="sm" onClick={() => setFiltering(true)}>
                <SlidersIcon class="i" aria-hidden="true" />
                {m.mentors_filters()}
                <Count value={searching.count()} label={m.mentors_filters_in_use()} />
              </Button>
            </Show>
            <Show when={wide() && searching.count() > 0}>
              <Button kind="quiet" size="sm" onClick={searching.clear}>
                {m.mentors_clear_filters()}
              </Button>
            </Show>
            <BareSelect
              class="msort"
              label={m.mentors_sort()}
              value={searching.search().sort ?? 'sessions'}
              onChange={(event) => searching.setSort(event.currentTarget.value)}
            >
              <For each={MENTOR_SORTS}>{(sort) => <option value={sort}>{SORT_NAMES[sort]()}</option>}</For>
            </BareSelect>
          </div>
          <Loaded
            query={mentors}
            loading={
              <ol class="mlist">
                <For each={[1, 2, 3, 4, 5]}>{() => <MentorRowSkeleton />}</For>
              </ol>
            }
            isEmpty={() => items().length === 0}
            empty={<Nobody searching={searching} />}
          >
            {() => (
              <>
                <ol class="mlist" aria-busy={mentors.isPlaceholderData}>
                  <For each={items()}>
                    {(mentor) => <MentorRow mentor={mentor} search={searching.search()} place={place()} />}
                  </For>
                </ol>
                <footer class="stack stack--2 items-center pt-6 text-center">
                  <Show when={mentors.hasNextPage}>
                    <Button onClick={() => void mentors.fetchNextPage()} busy={mentors.isFetchingNextPage}>
                      {m.mentors_more()}
                    </Button>
                  </Show>
                  <Show when={place()}>
                    {(here) => (
                      <p class="t-sm t-3">{m.mentors_zone({ zone: here().label(now()), city: here().city })}</p>
                    )}
                  </Show>
                </footer>
              </>
            )}
          </Loaded>
        </section>
      </div>
      <Dialog
        open={filtering() && !wide()}
        onClose={() => setFiltering(false)}
        title={m.mentors_filters()}
        foot={
          <div class="row">
            <Show when={searching.count() > 0}>
              <Button kind="quiet" size="lg" onClick={searching.clear}>
                {m.act_clear()}
              </Button>
            </Show>
            <Button kind="primary" size="lg" block onClick={() => setFiltering(false)}>
              {mentors.hasNextPage ? m.mentors_show() : m.mentors_show_count({ count: items().length })}
            </Button>
          </div>
        }
      >
        <MentorFilters searching={searching} facets={facets()} />
      </Dialog>
    </>
  )
}

function SearchField(props: { searching: MentorSearching }) {
  const [words, setWords] = createSignal(untrack(() => props.searching.search().q ?? ''))
  const rested = createDebounced(() => words().trim(), 250)
  createEffect(on(rested, (q) => props.searching.setWords(q), { defer: true }))
  // Back and forward change the URL without the field.
  createEffect(
    on(
      () => props.searching.search().q ?? '',
      (q) => q !== words().trim() && q !== rested() && setWords(q),
      { defer: true },
    ),
  )
  return (
    <form
      class="search mfind"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        props.searching.setWords(words().trim())
      }}
    >
      <label class="sr" for="find">
        {m.landing_ask()}
      </label>
      <SearchIcon class="i" aria-hidden="true" />
      <input
        id="find"
        class="input"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        placeholder={m.landing_ask()}
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </form>
  )
}

function Nobody(props: { searching: MentorSearching }) {
  return (
    <Empty
      art={<Scope />}
      title={m.mentors_nobody()}
      act={
        <Show when={props.searching.count() > 0}>
          <Button kind="primary" onClick={props.searching.clear}>
            {m.mentors_clear_filters()}
          </Button>
        </Show>
      }
    >
      {props.searching.count() > 0 ? m.mentors_nobody_filtered() : m.mentors_nobody_words()}
    </Empty>
  )
}
