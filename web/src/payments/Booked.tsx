import { onMount } from 'solid-js'
import CheckIcon from '~icons/lucide/circle-check'
import MessageIcon from '~icons/lucide/message-circle'
import { PolicyNote } from '../bookings/PolicyNote'
import { SessionCard } from '../bookings/SessionCard'
import { createWriteTo } from '../chat/write-to'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import type { StageProps } from './CheckoutPage'

/** It is agreed, or asked for: when, on both clocks, and what one may want next. */
export function Booked(props: StageProps) {
  const write = createWriteTo()
  let told!: HTMLParagraphElement
  onMount(() => told.focus())
  const words = () => {
    const name = isolate(props.booking.mentor.name)
    const until = props.booking.answer_by
    if (props.booking.state !== 'pending' || until === null) return m.checkout_booked_words({ name })
    const by = { day: props.mine.day(until), time: props.mine.time(until), zone: props.mine.label(until) }
    return m.checkout_asked_words({ name, by: m.booking_policy_date(by) })
  }
  return (
    <div class="stack stack--6 settled">
      <div class="note note--success" role="status">
        <CheckIcon class="i" aria-hidden="true" />
        <p tabindex="-1" ref={told} class="settled__told">
          <b class="t-strong">
            {props.booking.amount_minor === 0
              ? m.checkout_booked_free()
              : m.checkout_booked({ amount: money(props.booking.amount_minor, props.booking.currency) })}
          </b>{' '}
          {words()}
        </p>
      </div>
      <SessionCard
        title={props.booking.offer_title}
        minutes={props.booking.minutes}
        person={props.booking.mentor}
        span={props.booking}
        mine={props.mine}
        theirs={props.theirs}
      />
      <PolicyNote booking={props.booking} place={props.mine} />
      <ProblemNote error={write.error()} />
      <div class="row row--2 row--wrap settled__acts">
        <Button
          kind="primary"
          size="lg"
          class="whitespace-normal"
          busy={write.busy()}
          onClick={() => write.writeTo(props.booking.mentor_id)}
        >
          <MessageIcon class="i" aria-hidden="true" />
          {m.mentor_write({ name: isolate(props.booking.mentor.name) })}
        </Button>
        <ButtonLink size="lg" href="/sessions">
          {m.checkout_see_sessions()}
        </ButtonLink>
      </div>
    </div>
  )
}
