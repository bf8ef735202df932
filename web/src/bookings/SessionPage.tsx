import './booking.css'
import './sessions.css'
import { A, useParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { useAccount } from '../lib/session'
import { fromNow, type Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace, usePlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { ErrorState } from '../ui/List'
import { BookingSkeleton } from './BookingSkeleton'
import { sessionQuery, type BookingDetail } from './bookings.queries'
import { CancelDialog, type Cancelling } from './CancelDialog'
import { MoveDialog } from './MoveDialog'
import { NextStep } from './NextStep'
import { mySide, otherOf, type SessionParts } from './other'
import { SessionActs } from './SessionActs'
import { SessionAnswers } from './SessionAnswers'
import { SessionCard } from './SessionCard'
import { SessionMore } from './SessionMore'
import { stateAt, stateKind, stateWords } from './words'

export default function SessionPage() {
  const params = useParams<{ id: string }>()
  const booking = useQuery(() => sessionQuery(params.id))
  const mine = useMyPlace()
  createTitle(() => booking.data?.offer_title)
  const isMissing = () => booking.error instanceof Problem && booking.error.status === 404
  return (
    <Switch fallback={<BookingSkeleton />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={booking.error && !booking.data}>
        <ErrorState error={booking.error} retry={() => void booking.refetch()} busy={booking.isFetching} />
      </Match>
      <Match when={mine() && booking.data?.id} keyed>
        {(_id) => <Session booking={booking.data!} mine={mine()!} />}
      </Match>
    </Switch>
  )
}

/** One session as one of its two people sees it: what comes next, what it is, how it stands, and how it came to that. */
function Session(props: { booking: BookingDetail; mine: Place }) {
  const me = useAccount()
  const now = createNow(1000)
  const other = () => otherOf(props.booking, me())
  const theirs = usePlace(() => other().time_zone)
  const [moving, setMoving] = createSignal(false)
  const [cancelling, setCancelling] = createSignal<Cancelling>()
  const parts: SessionParts = {
    get booking() {
      return props.booking
    },
    get other() {
      return other()
    },
    get mine() {
      return props.mine
    },
    get theirs() {
      return theirs()
    },
    get now() {
      return now()
    },
  }

  return (
    <div class="bk">
      <Head {...parts} />
      <div class="sess__grid">
        <div class="stack stack--6 sess__main">
          <NextStep {...parts} />
          <SessionCard
            title={props.booking.offer_title}
            minutes={props.booking.minutes}
            person={other()}
            span={props.booking}
            mine={props.mine}
            theirs={theirs()}
          >
            <Seats {...parts} />
          </SessionCard>
          <SessionAnswers {...parts} />
        </div>
        <SessionActs {...parts} onMove={() => setMoving(true)} onCancel={setCancelling} />
        <SessionMore {...parts} />
      </div>
      <MoveDialog {...parts} open={moving()} onClose={() => setMoving(false)} />
      <CancelDialog {...parts} what={cancelling()} onClose={() => setCancelling(undefined)} />
    </div>
  )
}

function Head(props: SessionParts) {
  const state = () => stateAt(props.booking, props.now)
  const isAhead = () =>
    ['held', 'pending', 'confirmed'].includes(state()) && Date.parse(props.booking.start_time) > props.now
  return (
    <>
      <div class="bk__head">
        <A class="btn btn--quiet btn--icon" href="/sessions" aria-label={m.booking_all_sessions()}>
          <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
        </A>
        <h1 class="t-page grow" dir="auto">
          {props.booking.offer_title}
        </h1>
      </div>
      <p class="row row--2 row--wrap bk__steps">
        <span role="status">
          <Badge kind={stateKind(state())}>{stateWords(props.booking, props.now, mySide(props.other))}</Badge>
        </span>
        <Show when={isAhead()}>
          <span class="t-2">{m.home_starts({ when: fromNow(props.booking.start_time, props.now) })}</span>
        </Show>
      </p>
    </>
  )
}

/** Of a group: how many the mentor meets, or how many a student will not be alone with. */
function Seats(props: SessionParts) {
  const words = (taken: number) => {
    if (props.other.role === 'student') return m.session_seats({ count: taken })
    return taken > 1 ? m.session_others({ count: taken - 1 }) : m.session_alone()
  }
  return <Show when={props.booking.seats_taken !== null}>{<p class="t-2">{words(props.booking.seats_taken!)}</p>}</Show>
}
