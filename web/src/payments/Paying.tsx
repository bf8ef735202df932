import { For, lazy, Show, Suspense } from 'solid-js'
import LockIcon from '~icons/lucide/lock'
import CardIcon from '~icons/lucide/credit-card'
import LandmarkIcon from '~icons/lucide/landmark'
import PhoneIcon from '~icons/lucide/smartphone'
import { Bill } from '../bookings/Bill'
import { HoldPanel } from '../bookings/HoldPanel'
import { PolicyNote } from '../bookings/PolicyNote'
import { SessionCard } from '../bookings/SessionCard'
import { StepLayout } from '../bookings/StepLayout'
import { createRemaining } from '../lib/clock'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { isPassing, Problem } from '../lib/problem'
import { clockOf } from '../lib/time'
import { Button } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import type { StageProps } from './CheckoutPage'
import { METHOD_NAMES, METHOD_WORDS, METHODS, type Method } from './methods'
import { isSandbox } from './sandbox'

const SandboxSheet = lazy(() => import('./SandboxSheet'))
const ICONS = { upi: PhoneIcon, card: CardIcon, netbanking: LandmarkIcon }

type PayingProps = StageProps & { method: Method; onMethod: (method: Method) => void }

/** The hold on top, how to pay, the price beside it. A failed try says why and leaves everything as it was. */
export function Paying(props: PayingProps) {
  const left = createRemaining(() => props.booking.hold_expires_at)
  const amount = () => money(props.booking.amount_minor, props.booking.currency)
  const sandboxed = () => {
    const order = props.checkout.order()
    return order !== undefined && isSandbox(order)
  }
  const act = () => (
    <Button
      kind="primary"
      size="lg"
      class="bk__act"
      busy={props.checkout.opening() || props.checkout.busy()}
      disabled={!props.checkout.order() && !props.checkout.opening()}
      onClick={() => props.checkout.pay(props.method)}
    >
      <LockIcon class="i" aria-hidden="true" />
      {props.checkout.failure() ? m.checkout_try_again({ amount: amount() }) : m.booking_pay({ amount: amount() })}
    </Button>
  )

  return (
    <StepLayout
      label={m.booking_price()}
      aside={
        <>
          <h2 class="t-section">{m.booking_price()}</h2>
          <Bill
            minutes={props.booking.minutes}
            name={props.booking.mentor.name}
            amount={props.booking.amount_minor}
            currency={props.booking.currency}
          />
          <PolicyNote booking={props.booking} place={props.mine} />
        </>
      }
      thumb={
        <>
          <p class="t-strong num">{money(props.booking.amount_minor, props.booking.currency, { exact: true })}</p>
          <p class="t-sm t-2 num">{m.booking_left({ left: clockOf(left() ?? 0) })}</p>
        </>
      }
      act={act}
      small={<p class="t-xs t-3 text-center">{m.booking_pay_small()}</p>}
    >
      <Show when={props.booking.hold_expires_at}>
        {(until) => <HoldPanel start={props.booking.start_time} until={until()} place={props.mine} />}
      </Show>
      <Failed {...props} />
      <SessionCard
        title={props.booking.offer_title}
        minutes={props.booking.minutes}
        person={props.booking.mentor}
        span={props.booking}
        mine={props.mine}
        theirs={props.theirs}
      />
      <Methods method={props.method} onMethod={props.onMethod} />
      <Show when={sandboxed()}>
        <Suspense>
          <SandboxSheet checkout={props.checkout} booking={props.booking} method={props.method} />
        </Suspense>
      </Show>
    </StepLayout>
  )
}

/** Beside its cause, with what it means: nothing was charged and the time is still held. */
function Failed(props: StageProps) {
  const left = createRemaining(() => props.booking.hold_expires_at)
  const canRetry = () => isPassing(props.checkout.problem()) || isBusy(props.checkout.problem())
  return (
    <>
      <Show when={props.checkout.failure()}>
        {(reason) => (
          <Note kind="danger">
            {m.checkout_failed({ reason: reason() })}{' '}
            <span class="num">
              {m.checkout_still_held({
                when: m.booking_weekday_time({
                  day: props.mine.day(props.booking.start_time),
                  time: props.mine.time(props.booking.start_time),
                }),
                left: clockOf(left() ?? 0),
              })}
            </span>
          </Note>
        )}
      </Show>
      <ProblemNote error={props.checkout.problem()}>
        <Show when={canRetry()}>
          <button type="button" class="link" onClick={() => void props.checkout.open()}>
            {m.act_try_again()}
          </button>
        </Show>
      </ProblemNote>
    </>
  )
}

const isBusy = (error: unknown) => error instanceof Problem && error.code === 'too_many_requests'

function Methods(props: { method: Method; onMethod: (method: Method) => void }) {
  return (
    <fieldset class="card stack">
      <legend class="sr">{m.checkout_pay_with()}</legend>
      <p class="t-section t-strong" aria-hidden="true">
        {m.checkout_pay_with()}
      </p>
      <div class="stack stack--2">
        <For each={METHODS}>
          {(method) => (
            <label class="offer">
              <input
                type="radio"
                name="method"
                checked={props.method === method}
                onChange={() => props.onMethod(method)}
              />
              <MethodIcon method={method} />
              <span class="grow">
                <span class="t-strong">{METHOD_NAMES[method]()}</span>{' '}
                <span class="t-sm t-2 method__words">{METHOD_WORDS[method]()}</span>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

const MethodIcon = (props: { method: Method }) => (
  <>{ICONS[props.method]({ class: 'i i--lg', 'aria-hidden': 'true' })}</>
)
