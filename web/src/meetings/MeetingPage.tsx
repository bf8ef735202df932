import './meetings.css'
import { A, useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import { BookingSkeleton } from '../bookings/BookingSkeleton'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { fromNow, type Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { EarlyRoom } from './EarlyRoom'
import { LiveRoom } from './LiveRoom'
import { meetingQuery, type Meeting } from './meetings.queries'
import { OverRoom } from './OverRoom'
import { phaseOf, type Phase } from './phase'

/** The room of one session: before, while and after it is open. */
export default function MeetingPage() {
  const params = useParams<{ booking_id: string }>()
  const meeting = useQuery(() => meetingQuery(params.booking_id))
  const mine = useMyPlace()
  createTitle(() => meeting.data?.offer_title ?? m.meet_room())
  const isMissing = () => meeting.error instanceof Problem && meeting.error.status === 404
  return (
    <Switch fallback={<BookingSkeleton />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={meeting.error && !meeting.data}>
        <ErrorState error={meeting.error} retry={() => void meeting.refetch()} busy={meeting.isFetching} />
      </Match>
      <Match when={mine() && meeting.data}>{(found) => <Rooms meeting={found()} mine={mine()!} />}</Match>
    </Switch>
  )
}

function Rooms(props: { meeting: Meeting; mine: Place }) {
  const now = createNow(1000)
  const phase = () => phaseOf(props.meeting, now())
  return (
    <div class="meet" data-phase={phase()}>
      <div class="meet__head">
        <A class="btn btn--quiet btn--icon" href={`/sessions/${props.meeting.booking_id}`} aria-label={m.meet_back()}>
          <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
        </A>
        <h1 class="t-page grow" dir="auto">
          {props.meeting.offer_title}
        </h1>
        <PhaseBadge phase={phase()} opens={props.meeting.opens_at} now={now()} />
      </div>
      <Switch>
        <Match when={phase() === 'none'}>
          <Empty
            art={<Table />}
            title={m.meet_none()}
            act={
              <ButtonLink kind="primary" href={`/sessions/${props.meeting.booking_id}`}>
                {m.meet_open_session()}
              </ButtonLink>
            }
          >
            {m.meet_none_words()}
          </Empty>
        </Match>
        <Match when={phase() === 'early'}>
          <EarlyRoom meeting={props.meeting} mine={props.mine} />
        </Match>
        <Match when={phase() === 'open'}>
          <LiveRoom meeting={props.meeting} mine={props.mine} />
        </Match>
        <Match when={phase() === 'over'}>
          <OverRoom meeting={props.meeting} mine={props.mine} now={now()} />
        </Match>
      </Switch>
    </div>
  )
}

function PhaseBadge(props: { phase: Phase; opens: string; now: number }) {
  return (
    <span role="status">
      <Switch>
        <Match when={props.phase === 'early'}>
          <Badge>{m.meet_state_early({ when: fromNow(props.opens, props.now) })}</Badge>
        </Match>
        <Match when={props.phase === 'open'}>
          <Badge kind="success">{m.meet_state_open()}</Badge>
        </Match>
        <Match when={props.phase === 'over'}>
          <Badge>{m.meet_state_over()}</Badge>
        </Match>
      </Switch>
    </span>
  )
}
