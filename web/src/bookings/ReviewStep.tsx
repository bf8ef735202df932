import { For, Match, Show, Switch } from 'solid-js'
import LockIcon from '~icons/lucide/lock'
import { createNow, createRemaining } from '../lib/clock'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { clockOf } from '../lib/time'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { AskGuardian } from '../guardians/GuardianSection'
import { Bill } from './Bill'
import type { StepProps } from './booking-flow'
import type { Booking } from './bookings.queries'
import { HoldPanel } from './HoldPanel'
import { HoldOver } from './HoldOver'
import { policyOf } from './policy'
import { PolicyNote } from './PolicyNote'
import { PolicyTable } from './PolicyTable'
import { RequestNote } from './RequestNote'
import { SeatNote } from './SeatNote'
import { SessionCard } from './SessionCard'
import { StepLayout } from './StepLayout'
import { TakenNote } from './TakenNote'

/** Everything once more before money: the hold counts down, the price explains itself, the policy is one sentence. */
export function ReviewStep(props: StepProps) {
  const offer = () => props.flow.offer()!
  const booking = () => props.flow.booking()
  const left = createRemaining(() => booking()?.hold_expires_at)
  const isFree = () => props.flow.price() === 0
  const small = () => {
    if (isFree()) return m.booking_goal_small_free()
    return props.flow.isRequest() ? m.booking_ask_small() : m.booking_pay_small()
  }
  const isOver = () => {
    const held = booking()
    return held !== undefined && (held.state === 'expired' || held.state === 'cancelled' || left() === 0)
  }
  const isBooked = () => {
    const held = booking()
    return held !== undefined && held.state !== 'held' && !isOver()
  }

  return (
    <Switch>
      <Match when={isOver()}>
        <HoldOver start={props.flow.start()!} mine={props.mine} onLook={() => props.flow.go('time')} />
      </Match>
      <Match when={true}>
        <StepLayout
          label={m.booking_price()}
          aside={
            <>
              <h2 class="t-section">{m.booking_price()}</h2>
              <Bill
                minutes={offer().minutes}
                name={props.mentor.name}
                amount={props.flow.price()}
                currency={offer().currency}
              />
              <SeatNote {...props} />
              <Show when={booking()}>{(held) => <PolicyNote booking={held()} place={props.mine} />}</Show>
            </>
          }
          thumb={
            <>
              <p class="t-strong num">{money(props.flow.price(), offer().currency, { exact: true })}</p>
              <Show when={booking()?.hold_expires_at}>
                <p class="t-sm t-2 num">{m.booking_left({ left: clockOf(left() ?? 0) })}</p>
              </Show>
            </>
          }
          act={() => <Act {...props} isFree={isFree()} isBooked={isBooked()} />}
          small={<p class="t-xs t-3 text-center">{small()}</p>}
        >
          <Switch>
            <Match when={props.flow.taken()}>
              {(alternatives) => <TakenNote {...props} alternatives={alternatives()} />}
            </Match>
            <Match when={props.flow.needsGuardian()}>
              <AskGuardian mentorId={props.mentor.mentor_id} name={props.mentor.name} />
            </Match>
            <Match when={props.flow.error()}>
              <ProblemNote error={props.flow.error()} />
            </Match>
          </Switch>
          <Show when={booking()?.hold_expires_at}>
            {(until) => <HoldPanel start={booking()!.start_time} until={until()} place={props.mine} />}
          </Show>
          <Show when={props.flow.isRequest()}>
            <RequestNote {...props} />
          </Show>
          <SessionCard
            title={offer().title}
            minutes={offer().minutes}
            person={props.mentor}
            span={{ start_time: props.flow.start()!, end_time: props.flow.end() }}
            mine={props.mine}
            theirs={props.theirs}
          >
            <p>
              <button type="button" class="link" onClick={() => props.flow.go('time')}>
                {m.booking_change_time()}
              </button>
            </p>
          </SessionCard>
          <Wanted {...props} />
          <Show when={!isFree() && booking()}>{(held) => <Policy {...props} booking={held()} />}</Show>
        </StepLayout>
      </Match>
    </Switch>
  )
}

function Act(props: StepProps & { isFree: boolean; isBooked: boolean }) {
  const words = () => {
    const amount = money(props.flow.price(), props.flow.offer()!.currency)
    return props.flow.isRequest() ? m.booking_pay_and_ask({ amount }) : m.booking_pay({ amount })
  }
  return (
    <Switch
      fallback={
        <Show
          when={props.flow.booking()}
          fallback={
            <Button kind="primary" size="lg" class="bk__act" busy>
              {words()}
            </Button>
          }
        >
          {(held) => (
            <a class="btn btn--primary btn--lg bk__act" target="_self" href={`/checkout/${held().id}`}>
              <LockIcon class="i" aria-hidden="true" />
              {words()}
            </a>
          )}
        </Show>
      }
    >
      <Match when={props.isBooked}>
        <ButtonLink kind="primary" size="lg" class="bk__act" href={`/sessions/${props.flow.booking()!.id}`}>
          {m.booking_open_session()}
        </ButtonLink>
      </Match>
      <Match when={props.isFree}>
        <Button kind="primary" size="lg" class="bk__act" busy={props.flow.busy()} onClick={() => props.flow.hold()}>
          {props.flow.isRequest() ? m.booking_ask_free() : m.booking_book_free()}
        </Button>
      </Match>
    </Switch>
  )
}

function Wanted(props: StepProps) {
  return (
    <section class="card stack stack--3" aria-labelledby="wanted">
      <div class="row row--base">
        <h2 id="wanted" class="t-section grow">
          {m.booking_goal()}
        </h2>
        <button type="button" class="link" onClick={() => props.flow.go('goal')}>
          {m.booking_edit()}
        </button>
      </div>
      <p class="t-2 prose" dir="auto">
        {props.flow.goal().trim() || m.booking_goal_none()}
      </p>
      <For each={props.flow.questions().filter(({ id }) => props.flow.answers()[id]?.trim())}>
        {(question) => (
          <div>
            <h3 class="t-sm t-strong">{question.text}</h3>
            <p class="t-2 prose" dir="auto">
              {props.flow.answers()[question.id]}
            </p>
          </div>
        )}
      </For>
    </section>
  )
}

/** Until when how much comes back, all of it at a glance; the sentence of now stands beside the button. */
function Policy(props: StepProps & { booking: Booking }) {
  const now = createNow()
  const lastCancel = () =>
    new Date(Date.parse(props.booking.start_time) - props.flow.offer()!.cancel_notice_minutes * 60_000).toISOString()
  return (
    <section class="card stack stack--3" aria-labelledby="policy">
      <h2 id="policy" class="t-section">
        {m.policy_title()}
      </h2>
      <PolicyTable
        rows={policyOf(props.booking, props.mine, now(), lastCancel())}
        amount={props.booking.amount_minor}
        currency={props.booking.currency}
      />
    </section>
  )
}
