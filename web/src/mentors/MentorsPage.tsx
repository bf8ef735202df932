import './mentors.css'
import { createSignal, For, Show } from 'solid-js'
import SlidersIcon from '~icons/lucide/sliders-horizontal'
import { useInfiniteQuery } from '../lib/query'
import { MENTOR_SORTS, type MentorSort } from '../../../worker/contract/mentors.constants'
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
import { mentorsQuery } from './mentors.queries'
import { createFacets } from './facets'
import { MentorFilters } from './MentorFilters'
import { MentorRow, MentorRowSkeleton } from './MentorRow'
import { SearchField } from './SearchField'
import { useMentorSearch, type MentorSearching } from './search'

const SORT_NAMES: Record<MentorSort, () => string> = {
  sessions: m.mentors_sort_sessions,
  price: m.mentors_sort_price,
  newest: m.mentors_sort_newest,
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
