import './booking.css'
import { A, Navigate, useParams } from '@solidjs/router'
import { createEffect, For, Match, on, Show, Switch } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import CheckIcon from '~icons/lucide/check'
import { useQuery } from '../lib/query'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useMe } from '../lib/session'
import type { Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace, usePlace } from '../lib/zones'
import type { Mentor } from '../mentors/mentors.calls'
import { mentorQuery } from '../mentors/mentors.queries'
import NotFoundPage from '../site/NotFoundPage'
import { ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { createBookingFlow, STEPS, type BookingFlow, type Step } from './booking-flow'
import { GoalStep } from './GoalStep'
import { BookingSkeleton } from './BookingSkeleton'
import { ReviewStep } from './ReviewStep'
import { TimeStep } from './TimeStep'

const NAMES: Record<Step, () => string> = {
  time: m.booking_step_time,
  goal: m.booking_step_goal,
  review: m.booking_step_review,
}
const TITLES: Record<Step, () => string> = {
  time: m.booking_title_time,
  goal: m.booking_title_goal,
  review: m.booking_title_review,
}

/** Three steps that never lose input: time, what one wants from it, review. */
export default function BookingPage() {
  const params = useParams<{ mentor_id: string }>()
  const mentor = useQuery(() => mentorQuery(params.mentor_id))
  const me = useMe()
  const mine = useMyPlace()
  const theirs = usePlace(() => mentor.data?.time_zone)
  const isMissing = () => mentor.error instanceof Problem && mentor.error.status === 404
  const isOwn = () => me.data?.mentor_id === params.mentor_id
  createTitle(() => mentor.data && m.booking_page_title({ name: mentor.data.name }))

  return (
    <Switch fallback={<BookingSkeleton />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={mentor.error && !mentor.data}>
        <ErrorState error={mentor.error} retry={() => void mentor.refetch()} busy={mentor.isFetching} />
      </Match>
      <Match when={mentor.data && (isOwn() || mentor.data.offers.length === 0)}>
        <NothingToBook mentor={mentor.data!} own={isOwn()} />
      </Match>
      <Match when={mentor.data && mine() && theirs() ? mentor.data.mentor_id : undefined} keyed>
        {(_id) => <Steps mentor={mentor.data!} mine={mine()!} theirs={theirs()!} />}
      </Match>
    </Switch>
  )
}

function Steps(props: { mentor: Mentor; mine: Place; theirs: Place }) {
  const flow = createBookingFlow(() => props.mentor)
  let heading!: HTMLHeadingElement
  createEffect(on(flow.step, () => heading.focus({ preventScroll: true }), { defer: true }))
  const parts = () => ({ flow, mentor: props.mentor, mine: props.mine, theirs: props.theirs })
  const isFree = () => flow.price() === 0
  const title = () => {
    if (flow.step() !== 'review') return TITLES[flow.step()]()
    if (flow.isRequest()) return m.booking_title_review_ask()
    return isFree() ? m.booking_title_review_free() : m.booking_title_review()
  }
  const needsHold = () => !isFree() && !flow.booking() && !flow.isLoading()

  return (
    <div class="bk">
      <div class="bk__head">
        <A
          class="btn btn--quiet btn--icon"
          href={`/mentors/${props.mentor.mentor_id}`}
          aria-label={m.booking_back_to({ name: isolate(props.mentor.name) })}
        >
          <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
        </A>
        <h1 class="t-page grow" tabindex="-1" ref={heading}>
          {title()}
        </h1>
      </div>
      <Stepper flow={flow} />
      <Switch>
        <Match when={flow.step() === 'time'}>
          <TimeStep {...parts()} />
        </Match>
        <Match when={flow.step() === 'review' && needsHold()}>
          <Navigate href={flow.here()} />
        </Match>
        <Match when={flow.step() === 'review'}>
          <ReviewStep {...parts()} />
        </Match>
        <Match when={flow.step() === 'goal'}>
          <GoalStep {...parts()} />
        </Match>
      </Switch>
    </div>
  )
}

function Stepper(props: { flow: BookingFlow }) {
  const at = () => STEPS.indexOf(props.flow.step())
  return (
    <ol class="stepper bk__steps" aria-label={m.booking_steps()}>
      <For each={STEPS}>
        {(step, i) => (
          <li data-state={i() < at() ? 'done' : undefined} aria-current={i() === at() ? 'step' : undefined}>
            <span class="stepper__n">
              <Show when={i() < at()} fallback={i() + 1}>
                <CheckIcon class="i i--sm" aria-hidden="true" />
              </Show>
            </span>
            <span class="stepper__t">
              <Show when={i() < at()} fallback={NAMES[step]()}>
                <button type="button" class="stepper__back" onClick={() => props.flow.go(step)}>
                  {NAMES[step]()}
                </button>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}

function NothingToBook(props: { mentor: Mentor; own: boolean }) {
  return (
    <div class="card">
      <Empty
        art={<Table />}
        title={props.own ? m.booking_own_title() : m.booking_none_title({ name: isolate(props.mentor.name) })}
        act={
          <ButtonLink kind="primary" href="/mentors">
            {m.act_find_mentor()}
          </ButtonLink>
        }
      >
        {props.own ? m.booking_own_words() : m.booking_none_words()}
      </Empty>
    </div>
  )
}
