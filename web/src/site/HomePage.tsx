import './home.css'
import { Show } from 'solid-js'
import { useInfiniteQuery, useQuery } from '../lib/query'
import { bookingsQuery, type Booking } from '../bookings/bookings.queries'
import { Requests } from '../bookings/Requests'
import { stateAt } from '../bookings/words'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { isTeaching } from '../lib/side'
import { isToday } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ComingUp } from './ComingUp'
import { createHomeReady } from './home-ready'
import { homeQuery } from './home.queries'
import { HomeMentors } from './HomeMentors'
import { HomeSide } from './HomeSide'
import { NextSession } from './NextSession'
import { ToDo } from './ToDo'
import { Today } from './Today'

const AGREED = ['confirmed', 'in_progress']

/** What is next, what to do, who wrote: by urgency. */
export default function HomePage() {
  createTitle(m.nav_home)
  const me = useAccount()
  const place = useMyPlace()
  const isReady = createHomeReady(me)
  const now = createNow()
  const upcoming = useInfiniteQuery(() => bookingsQuery('upcoming'))
  const home = useQuery(homeQuery)
  const bookings = () => upcoming.data?.pages.flatMap((page) => page.items) ?? []
  /** What a student asked for is ahead too, while the mentor can still say yes; a mentor finds it among the requests. */
  const isAhead = (booking: Booking) => {
    const state = stateAt(booking, now())
    return AGREED.includes(state) || (state === 'pending' && booking.mentor_id !== me().mentor_id)
  }
  const ahead = () => bookings().filter(isAhead)
  /** Today stands above with all its sessions. */
  const beyondToday = () =>
    ahead()
      .slice(1)
      .filter(({ start_time }) => !place() || !isToday(place()!, start_time, now()))
      .slice(0, 5)
  const isHeld = (booking: Booking) =>
    booking.state === 'held' &&
    booking.mentor_id !== me().mentor_id &&
    Date.parse(booking.hold_expires_at ?? '') > now()

  return (
    <>
      <h1 class="sr">{m.nav_home()}</h1>
      <Show when={isReady()} fallback={<HomeSkeleton />}>
        <div class="home">
          <div class="stack stack--10">
            <Loaded
              query={upcoming}
              loading={<div class="next next--wait" role="status" aria-label={m.loading()} />}
              isEmpty={() => ahead().length === 0}
              empty={<NoSession mentor={isTeaching(me())} />}
            >
              {() => <NextSession booking={ahead()[0]!} me={me()} mine={place()} />}
            </Loaded>
            <Show when={isTeaching(me())}>
              <Requests />
              <Loaded query={home} loading={<SkeletonRows count={2} />}>
                {(data) => (
                  <Show when={place() && data().teaching}>
                    {(teaching) => <Today sessions={teaching().today} mine={place()!} now={now()} />}
                  </Show>
                )}
              </Loaded>
            </Show>
            <ToDo held={bookings().filter(isHeld)} home={home.data} me={me()} mine={place()} />
            <Show when={isTeaching(me())}>
              <ComingUp later={beyondToday()} me={me()} mine={place()} />
            </Show>
          </div>
          <HomeSide
            later={isTeaching(me()) ? [] : ahead().slice(1, 5)}
            teaching={isTeaching(me()) ? home.data?.teaching : undefined}
            me={me()}
            mine={place()}
          />
          <Show when={!isTeaching(me())}>
            <HomeMentors mine={place()} />
          </Show>
        </div>
      </Show>
    </>
  )
}

const HomeSkeleton = () => (
  <div class="home">
    <div class="stack stack--10">
      <div class="next next--wait" />
      <SkeletonRows />
    </div>
  </div>
)

function NoSession(props: { mentor: boolean }) {
  return (
    <div class="card">
      <Show
        when={!props.mentor}
        fallback={
          <Empty
            art={<Table />}
            title={m.home_none_mentor()}
            act={
              <ButtonLink kind="primary" href="/availability">
                {m.home_set_hours()}
              </ButtonLink>
            }
          >
            {m.home_none_mentor_words()}
          </Empty>
        }
      >
        <Empty
          art={<Table />}
          title={m.home_none()}
          act={
            <ButtonLink kind="primary" href="/mentors">
              {m.act_find_mentor()}
            </ButtonLink>
          }
        >
          {m.home_none_words()}
        </Empty>
      </Show>
    </div>
  )
}
