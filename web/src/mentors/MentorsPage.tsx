import './mentors.css'
import { createEffect, createSignal, For, Show } from 'solid-js'
import HeartIcon from '~icons/lucide/heart'
import SlidersIcon from '~icons/lucide/sliders-horizontal'
import { preferencesQuery } from '../accounts/preferences.queries'
import { useInfiniteQuery, useQuery } from '../lib/query'
import { MENTOR_SORTS, type MentorSort } from '../../../worker/contract/mentors.constants'
import { now } from '../lib/clock'
import { useMe } from '../lib/session'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Count } from '../ui/Badge'
import { SavedSearches } from '../searches/SavedSearches'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { BareSelect } from '../ui/Field'
import { Scope } from '../ui/Illustration'
import { Empty, Loaded } from '../ui/List'
import { FilterChips } from './FilterChips'
import type { MentorSearch } from './mentors.calls'
import { mentorsQuery } from './mentors.queries'
import { createFacets } from './facets'
import { MentorFilters } from './MentorFilters'
import { MentorRow, MentorRowSkeleton } from './MentorRow'
import { SearchField } from './SearchField'
import { useMentorSearch, type MentorSearching } from './search'

const SORT_NAMES: Record<MentorSort, () => string> = {
  relevance: m.mentors_sort_relevance,
  soonest: m.mentors_sort_soonest,
  rating: m.mentors_sort_rating,
  sessions: m.mentors_sort_sessions,
  experience: m.mentors_sort_experience,
  price: m.mentors_sort_price,
  newest: m.mentors_sort_newest,
}

export default function MentorsPage() {
  createTitle(m.nav_mentors)
  const searching = useMentorSearch()
  const place = useMyPlace()
  const me = useMe()
  const preferences = useQuery(() => ({ ...preferencesQuery(), enabled: Boolean(me.data) }))
  const asked = () => askedOf(searching.search(), place()?.zone, preferences.data?.currency)
  const mentors = useInfiniteQuery(() => mentorsQuery(asked()))
  const first = () => mentors.data?.pages[0]
  const sorts = () => MENTOR_SORTS.filter((sort) => sort !== 'relevance' || searching.search().q)
  const sort = () => searching.search().sort ?? (searching.search().q ? 'relevance' : 'sessions')
  const currency = () => asked().currency ?? items()[0]?.from_offer?.currency ?? 'INR'
  const items = () => mentors.data?.pages.flatMap((page) => page.items) ?? []
  const facets = createFacets(items, searching)
  // Of a rare combination a page may be empty while later ones are not.
  createEffect(() => {
    if (items().length === 0 && mentors.hasNextPage && !mentors.isFetching) void mentors.fetchNextPage()
  })
  const wide = createMedia('(min-width: 64rem)')
  const [filtering, setFiltering] = createSignal(false)

  return (
    <>
      <h1 class="sr">{m.nav_mentors()}</h1>
      <SearchField searching={searching} />
      <SavedSearches />
      <div class="finder">
        <Show when={wide()}>
          <aside class="filters" aria-label={m.mentors_filters()}>
            <MentorFilters searching={searching} facets={facets()} place={place()} currency={currency()} />
          </aside>
        </Show>
        <section class="grow" aria-label={m.mentors_results()}>
          <div class="mbar">
            <p class="grow t-2" role="status">
              <Show when={first()}>
                {(page) => <b class="t-strong text-ink">{countWords(page().total, page().total_is_more)}</b>}
              </Show>
            </p>
            <Show when={!wide()}>
              <Button size="sm" onClick={() => setFiltering(true)}>
                <SlidersIcon class="i" aria-hidden="true" />
                {m.mentors_filters()}
                <Count value={searching.count()} label={m.mentors_filters_in_use()} />
              </Button>
            </Show>
            <Show when={me.data}>
              <ButtonLink kind="quiet" size="sm" href="/favourites">
                <HeartIcon class="i" aria-hidden="true" />
                <span class="mkept">{m.mentors_kept()}</span>
              </ButtonLink>
            </Show>
            <BareSelect
              class="msort"
              label={m.mentors_sort()}
              value={sort()}
              onChange={(event) => searching.setSort(event.currentTarget.value as MentorSort)}
            >
              <For each={sorts()}>
                {(one) => (
                  <option value={one} selected={one === sort()}>
                    {SORT_NAMES[one]()}
                  </option>
                )}
              </For>
            </BareSelect>
          </div>
          <FilterChips searching={searching} currency={currency()} />
          <Loaded
            query={mentors}
            loading={
              <ol class="mlist">
                <For each={[1, 2, 3, 4, 5]}>{() => <MentorRowSkeleton />}</For>
              </ol>
            }
            isEmpty={() => items().length === 0 && !mentors.hasNextPage}
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
              {first() && !first()!.total_is_more ? m.mentors_show_count({ count: first()!.total }) : m.mentors_show()}
            </Button>
          </div>
        }
      >
        <MentorFilters searching={searching} facets={facets()} place={place()} currency={currency()} />
      </Dialog>
    </>
  )
}

const countWords = (total: number, isMore: boolean): string =>
  isMore ? m.mentors_count_more({ count: total }) : m.mentors_count({ count: total })

/** Parts of a day are of the reader's clock; without one of them the zone does not matter, and answers are shared. */
const askedOf = (search: MentorSearch, zone: string | undefined, currency: string | undefined): MentorSearch => ({
  ...(currency && { currency }),
  ...search,
  ...(search.available_part && zone && { time_zone: zone }),
})

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
