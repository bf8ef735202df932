import '../site/home.css'
import './sessions.css'
import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useInfiniteQuery } from '../lib/query'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { isTeaching } from '../lib/side'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { NextSession } from '../site/NextSession'
import { Button, ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { bookingsQuery, type Booking } from './bookings.queries'
import { Requests } from './Requests'
import { SessionRow } from './SessionRow'
import { daysOf } from './timeline'
import { stateAt } from './words'

type When = 'upcoming' | 'past'
const TABS: When[] = ['upcoming', 'past']
const NAMES: Record<When, () => string> = { upcoming: m.booking_upcoming, past: m.booking_past }
const AGREED = ['confirmed', 'in_progress', 'pending']

/** What is next in large, then everything by day; the past with a way to book again. */
export default function SessionsPage() {
  createTitle(m.nav_sessions)
  const [query] = useSearchParams<{ when?: string }>()
  const when = (): When => (query.when === 'past' ? 'past' : 'upcoming')
  const me = useAccount()
  const sessions = useInfiniteQuery(() => bookingsQuery(when()))
  const answers = () => isTeaching(me()) && when() === 'upcoming'
  // What stands above the list comes with it or before it, so that nothing is pushed down.
  const requests = useInfiniteQuery(() => ({ ...bookingsQuery('to_answer'), enabled: answers() }))
  const isSettled = () => !answers() || requests.data !== undefined || requests.error !== null
  const list = () => ({ ...sessions, data: isSettled() ? sessions.data : undefined })

  /** It stands among the requests already. */
  const isRequest = (booking: Booking) =>
    answers() && booking.state === 'pending' && booking.mentor_id === me().mentor_id

  return (
    <div class="sessions">
      <div class="page-head">
        <h1 class="t-page grow">{m.nav_sessions()}</h1>
      </div>
      <nav class="tabs" aria-label={m.nav_sessions()}>
        <For each={TABS}>
          {(tab) => (
            <a
              class="tab"
              href={tab === 'past' ? '/sessions?when=past' : '/sessions'}
              aria-current={when() === tab ? 'page' : undefined}
            >
              {NAMES[tab]()}
            </a>
          )}
        </For>
      </nav>
      <Show when={answers()}>
        <Requests />
      </Show>
      <Loaded
        query={list()}
        loading={<Skeleton next={when() === 'upcoming'} />}
        isEmpty={(data) => data.pages[0]!.items.length === 0}
        empty={<NoSessions when={when()} mentor={isTeaching(me())} />}
      >
        {(data) => (
          <>
            <Timeline
              when={when()}
              items={data()
                .pages.flatMap((page) => page.items)
                .filter((one) => !isRequest(one))}
            />
            <Show
              when={sessions.hasNextPage}
              fallback={
                <p class="t-sm t-3 text-center">{when() === 'past' ? m.booking_end_past() : m.booking_end()}</p>
              }
            >
              <Button
                class="self-center"
                busy={sessions.isFetchingNextPage}
                onClick={() => void sessions.fetchNextPage()}
              >
                {m.booking_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Timeline(props: { when: When; items: Booking[] }) {
  const me = useAccount()
  const mine = useMyPlace()
  const now = createNow()
  const next = () =>
    props.when === 'upcoming' ? props.items.find((one) => AGREED.includes(stateAt(one, now()))) : undefined
  const rest = () => props.items.filter((one) => one.id !== next()?.id)
  return (
    <>
      <Show when={next()}>{(booking) => <NextSession booking={booking()} me={me()} mine={mine()} />}</Show>
      <Show when={mine()} fallback={<SkeletonRows />}>
        {(place) => (
          <For each={daysOf(rest(), place(), now())}>
            {(day) => (
              <section class="stack stack--3" aria-labelledby={`day-${day.date}`}>
                <h2 id={`day-${day.date}`} class="t-section">
                  {day.title}
                </h2>
                <ul class="card card--flush list">
                  <For each={day.items}>
                    {(booking) => <SessionRow booking={booking} me={me()} mine={place()} now={now()} />}
                  </For>
                </ul>
              </section>
            )}
          </For>
        )}
      </Show>
    </>
  )
}

function NoSessions(props: { when: When; mentor: boolean }) {
  const past = () => props.when === 'past'
  return (
    <div class="card">
      <Empty
        art={<Table />}
        title={past() ? m.booking_none_past() : m.booking_none_upcoming()}
        act={
          <Show
            when={props.mentor}
            fallback={
              <ButtonLink kind="primary" href="/mentors">
                {m.act_find_mentor()}
              </ButtonLink>
            }
          >
            <ButtonLink kind="primary" href="/availability">
              {m.booking_set_hours()}
            </ButtonLink>
          </Show>
        }
      >
        {past() ? m.booking_none_past_words() : props.mentor ? m.booking_none_mentor() : m.booking_none_student()}
      </Empty>
    </div>
  )
}

const Skeleton = (props: { next: boolean }) => (
  <div class="stack stack--6">
    <Show when={props.next}>
      <div class="next" aria-hidden="true" />
    </Show>
    <SkeletonRows count={4} />
  </div>
)
