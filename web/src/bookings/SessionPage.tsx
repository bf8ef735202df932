import './booking.css'
import './sessions.css'
import { A, useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import { useQuery } from '../lib/query'
import { createNow } from '../lib/clock'
import { SharedCv } from '../files/SharedCv'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useAccount } from '../lib/session'
import { fromNow, type Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace, usePlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { ErrorState } from '../ui/List'
import { BookingSkeleton } from './BookingSkeleton'
import { bookingQuery, type Booking } from './bookings.queries'
import { CancelDialog } from './CancelDialog'
import { HoldPanel } from './HoldPanel'
import { otherOf } from './other'
import { SessionActs } from './SessionActs'
import { SessionCard } from './SessionCard'
import { stateAt, stateKind, stateWords } from './words'

export default function SessionPage() {
  const params = useParams<{ id: string }>()
  const booking = useQuery(() => bookingQuery(params.id))
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
      <Match when={mine() && booking.data}>{(found) => <Session booking={found()} mine={mine()!} />}</Match>
    </Switch>
  )
}

/** One session as one of its two people sees it. */
function Session(props: { booking: Booking; mine: Place }) {
  const me = useAccount()
  const now = createNow(1000)
  const other = () => otherOf(props.booking, me())
  const theirs = usePlace(() => other().time_zone)
  const state = () => stateAt(props.booking, now())
  const isAhead = () =>
    ['held', 'pending', 'confirmed'].includes(state()) && Date.parse(props.booking.start_time) > now()
  const [cancelling, setCancelling] = createSignal(false)

  return (
    <div class="bk">
      <div class="bk__head">
        <A class="btn btn--quiet btn--icon" href="/sessions" aria-label={m.booking_all_sessions()}>
          <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
        </A>
        <h1 class="t-page grow">{props.booking.offer_title}</h1>
      </div>
      <p class="row row--2 row--wrap bk__steps" role="status">
        <Badge kind={stateKind(state())}>{stateWords(state(), other().role === 'mentor' ? 'student' : 'mentor')}</Badge>
        <Show when={isAhead()}>
          <span class="t-2">{m.home_starts({ when: fromNow(props.booking.start_time, now()) })}</span>
        </Show>
      </p>
      <div class="bk__grid">
        <div class="stack stack--6">
          <Show when={state() === 'held' && other().role === 'mentor' && props.booking.hold_expires_at}>
            {(until) => <HoldPanel start={props.booking.start_time} until={until()} place={props.mine} />}
          </Show>
          <SessionCard
            title={props.booking.offer_title}
            minutes={props.booking.minutes}
            person={other()}
            span={props.booking}
            mine={props.mine}
            theirs={theirs()}
          />
          <Answers booking={props.booking} fromMe={other().role === 'mentor'} />
          <SharedCv
            bookingId={props.booking.id}
            other={other().name}
            mine={other().role === 'mentor' ? 'student' : 'mentor'}
          />
        </div>
        <SessionActs
          booking={props.booking}
          other={other()}
          mine={props.mine}
          now={now()}
          onCancel={() => setCancelling(true)}
        />
      </div>
      <CancelDialog
        open={cancelling()}
        onClose={() => setCancelling(false)}
        booking={props.booking}
        other={other()}
        mine={props.mine}
      />
    </div>
  )
}

function Answers(props: { booking: Booking; fromMe: boolean }) {
  const entries = () => Object.entries(props.booking.answers).filter(([, words]) => words.trim() !== '')
  const title = (key: string) => {
    if (key !== 'goal') return key
    return props.fromMe ? m.booking_goal() : m.booking_goal_of({ name: isolate(props.booking.student.name) })
  }
  return (
    <For each={entries()}>
      {([key, words]) => (
        <section class="card stack stack--3">
          <h2 class="t-section" dir="auto">
            {title(key)}
          </h2>
          <p class="t-2 prose" dir="auto">
            {words}
          </p>
        </section>
      )}
    </For>
  )
}
