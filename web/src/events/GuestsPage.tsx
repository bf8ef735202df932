import './events.css'
import { useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import SearchIcon from '~icons/lucide/search'
import { CAME, RSVP_STATES } from '../../../worker/contract/events.constants'
import { createNow } from '../lib/clock'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useInfiniteQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Button, ButtonLink } from '../ui/Button'
import { BareSelect } from '../ui/Field'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { TimeWithZone } from '../ui/Time'
import { guestsQuery, type GuestPage, type GuestWish } from './events.queries'
import { FollowUp } from './FollowUp'
import { GuestRow } from './GuestRow'

type Came = NonNullable<GuestWish['came']>

const STATE_WORDS = { going: m.events_list_going, waiting: m.events_list_waiting }
const CAME_WORDS = { yes: m.events_came, no: m.events_did_not_come, unknown: m.events_not_known }

/** The list at the door: who is expected, who came. */
export default function GuestsPage() {
  const params = useParams<{ id: string }>()
  createTitle(m.events_guest_list)
  const wishing = createGuestWish()
  const { wish } = wishing
  const guests = useInfiniteQuery(() => guestsQuery(params.id, wish()))
  const now = createNow()
  const place = useMyPlace()
  // Kept while another part of the list is on its way, so that the page stands still.
  const summary = createKept(() => guests.data?.pages[0]?.summary)
  const items = () => guests.data?.pages.flatMap((page) => page.items) ?? []
  const isOpen = () => Boolean(summary()) && Date.parse(summary()!.check_in_from) <= now()
  const isMissing = () => guests.error instanceof Problem && [403, 404, 422].includes(guests.error.status)
  return (
    <Switch>
      <Match when={isMissing() && !summary()}>
        <NotFoundPage />
      </Match>
      <Match when={true}>
        <div class="mx-auto grid w-full max-w-read gap-6">
          <div class="page-head mb-0">
            <div class="grow">
              <h1 class="t-page">{m.events_guest_list()}</h1>
              <Show when={summary()}>{(known) => <bdi class="t-2">{known().title}</bdi>}</Show>
            </div>
            <a class="btn btn--sm" href={`/api/events/${params.id}/guests/export/`} download="" target="_self">
              <DownloadIcon class="i" aria-hidden="true" />
              {m.events_export()}
            </a>
            <ButtonLink size="sm" href={`/events/${params.id}`}>
              {m.events_to_event()}
            </ButtonLink>
          </div>
          <Show when={summary()}>
            {(known) => (
              <>
                <p class="t-2" role="status">
                  {m.events_counts({
                    came: known().came,
                    going: known().going,
                    missing: known().did_not_come,
                    waiting: known().waiting,
                  })}
                </p>
                <Show when={!isOpen()}>
                  <Note kind="info">
                    {m.events_check_in_from()} <TimeWithZone at={known().check_in_from} place={place()} />
                  </Note>
                </Show>
              </>
            )}
          </Show>
          <Tools of={wishing} />
          <Loaded
            query={guests}
            loading={<SkeletonRows count={4} />}
            isEmpty={() => items().length === 0}
            empty={
              <div class="card">
                <Empty art={<Cups />} title={m.events_guests_none()}>
                  {wishing.isNarrowed() ? m.events_none_found_words() : m.events_guests_none_words()}
                </Empty>
              </div>
            }
          >
            {() => (
              <>
                <ul class="card card--flush list">
                  {/* By id: a row that is answered for stays itself, and keeps the focus. */}
                  <For each={items().map(({ id }) => id)}>
                    {(id) => (
                      <Show when={items().find((one) => one.id === id)}>
                        {(guest) => <GuestRow eventId={params.id} guest={guest()} wish={wish()} isOpen={isOpen()} />}
                      </Show>
                    )}
                  </For>
                </ul>
                <Show when={guests.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.events_guests_end()}</p>}>
                  <Button
                    class="justify-self-center"
                    busy={guests.isFetchingNextPage}
                    onClick={() => void guests.fetchNextPage()}
                  >
                    {m.events_more_guests()}
                  </Button>
                </Show>
              </>
            )}
          </Loaded>
          <Show when={summary() && summary()!.going > 0 ? summary() : undefined}>
            {(known) => <FollowUp eventId={params.id} summary={known()} />}
          </Show>
        </div>
      </Match>
    </Switch>
  )
}

/** Which guests the list shows. */
function createGuestWish() {
  const [state, setState] = createSignal<GuestWish['state']>('going')
  const [came, setCame] = createSignal<Came | ''>('')
  const [typed, setTyped] = createSignal('')
  const search = createDebounced(() => typed().trim(), 300)
  const attendance = () => (state() === 'going' ? came() || undefined : undefined)
  const wish = (): GuestWish => ({
    state: state(),
    ...(search() && { search: search() }),
    ...(attendance() && { came: attendance() }),
  })
  return { state, setState, came, setCame, typed, setTyped, wish, isNarrowed: () => Object.keys(wish()).length > 1 }
}

function Tools(props: { of: ReturnType<typeof createGuestWish> }) {
  return (
    <div class="evs__tools" role="search">
      <div class="search evs__search">
        <SearchIcon class="i" aria-hidden="true" />
        <input
          class="input"
          type="search"
          maxlength="200"
          aria-label={m.events_search_guests()}
          placeholder={m.events_search_guests()}
          value={props.of.typed()}
          onInput={(event) => props.of.setTyped(event.currentTarget.value)}
        />
      </div>
      <BareSelect
        label={m.events_list_which()}
        onChange={(event) => props.of.setState(event.currentTarget.value as GuestWish['state'])}
      >
        <For each={RSVP_STATES}>{(one) => <option value={one}>{STATE_WORDS[one]()}</option>}</For>
      </BareSelect>
      <Show when={props.of.state() === 'going'}>
        <BareSelect
          label={m.events_attendance()}
          onChange={(event) => props.of.setCame(event.currentTarget.value as Came | '')}
        >
          <option value="">{m.events_everybody()}</option>
          <For each={CAME}>
            {(one) => (
              <option value={one} selected={props.of.came() === one}>
                {CAME_WORDS[one]()}
              </option>
            )}
          </For>
        </BareSelect>
      </Show>
    </div>
  )
}

type Summary = GuestPage['summary']
function createKept(latest: () => Summary | undefined): () => Summary | undefined {
  let kept: Summary | undefined
  return () => (kept = latest() ?? kept)
}
