import { For, Show } from 'solid-js'
import ClockIcon from '~icons/lucide/clock'
import CompassIcon from '~icons/lucide/compass'
import MailIcon from '~icons/lucide/mail'
import ShieldIcon from '~icons/lucide/shield-check'
import StarIcon from '~icons/lucide/star'
import StepsIcon from '~icons/lucide/list-checks'
import TimerIcon from '~icons/lucide/timer'
import UserIcon from '~icons/lucide/user-round-pen'
import { reachOthers } from '../accounts/reach'
import { useQuery } from '../lib/query'
import { ownMentorQuery } from '../availability/availability.queries'
import type { Booking } from '../bookings/bookings.queries'
import { otherOf } from '../bookings/other'
import { createRemaining } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Me } from '../lib/session'
import { isTeaching } from '../lib/side'
import { clockOf, type Place } from '../lib/time'
import { isWished, wishQuery } from '../onboarding/welcome.queries'
import { Button, ButtonLink } from '../ui/Button'
import { TimeWithZone } from '../ui/Time'
import type { Home } from './home.queries'
import { MovesToAnswer } from './MovesToAnswer'
import { ToDoItem } from './ToDoItem'

/** What waits for this person, the most urgent first; nothing where nothing waits. */
export function ToDo(props: { held: Booking[]; home: Home | undefined; me: Me; mine: Place | undefined }) {
  const own = useQuery(() => ({ ...ownMentorQuery(), enabled: isTeaching(props.me) }))
  const wish = useQuery(() => ({ ...wishQuery(), enabled: !isTeaching(props.me) }))
  const needsWish = () => !isTeaching(props.me) && wish.data !== undefined && !isWished(wish.data)
  const needsOffer = () => own.data?.offers.length === 0
  const needsWords = () => own.data !== undefined && (!own.data.headline || !own.data.bio)
  const isRead = () => own.data?.application_state === 'submitted' || own.data?.application_state === 'in_review'
  const isUnsent = () => own.data?.application_state === 'draft' || own.data?.application_state === 'refused'
  const reviews = () => props.home?.learning.to_review ?? []
  const moves = () => props.home?.moves ?? []
  const isProposed = () => (props.home?.learning.proposed_steps ?? 0) + (props.home?.learning.proposed_skills ?? 0) > 0
  const any = () =>
    props.held.length > 0 ||
    moves().length > 0 ||
    isProposed() ||
    reviews().length > 0 ||
    !props.me.email_verified ||
    props.me.staff_roles_waiting ||
    needsWish() ||
    needsOffer() ||
    needsWords() ||
    isUnsent() ||
    isRead()

  return (
    <Show when={any()}>
      <section aria-labelledby="todo">
        <div class="section-head">
          <h2 id="todo" class="t-section">
            {m.todo_title()}
          </h2>
        </div>
        <ul class="card card--flush list">
          <For each={props.held}>{(booking) => <Held booking={booking} me={props.me} mine={props.mine} />}</For>
          <Show when={props.mine}>{(place) => <MovesToAnswer moves={moves()} mine={place()} />}</Show>
          <For each={props.mine ? reviews() : []}>
            {(session) => (
              <ToDoItem
                icon={<StarIcon class="i" aria-hidden="true" />}
                title={m.todo_review({ name: isolate(session.mentor_name) })}
                words={m.todo_review_words({ day: props.mine!.longDay(session.write_until) })}
                act={<ButtonLink href={`/sessions/${session.booking_id}`}>{m.todo_review_act()}</ButtonLink>}
              />
            )}
          </For>
          <Proposed learning={props.home?.learning} />
          <Show when={needsWish()}>
            <ToDoItem
              icon={<CompassIcon class="i" aria-hidden="true" />}
              title={m.todo_wish()}
              words={m.todo_wish_words()}
              act={<ButtonLink href="/welcome">{m.todo_wish_act()}</ButtonLink>}
            />
          </Show>
          <Show when={needsOffer()}>
            <ToDoItem
              icon={<ClockIcon class="i" aria-hidden="true" />}
              title={m.todo_offer()}
              words={m.todo_offer_words()}
              act={<ButtonLink href="/availability">{m.todo_offer_act()}</ButtonLink>}
            />
          </Show>
          <Show when={needsWords()}>
            <ToDoItem
              icon={<UserIcon class="i" aria-hidden="true" />}
              title={m.todo_words()}
              words={m.todo_words_words()}
              act={<ButtonLink href="/settings/profile">{m.todo_words_act()}</ButtonLink>}
            />
          </Show>
          <Show when={isUnsent()}>
            <ToDoItem
              icon={<UserIcon class="i" aria-hidden="true" />}
              title={m.todo_application()}
              words={m.todo_application_words()}
              act={<ButtonLink href="/application">{m.todo_application_act()}</ButtonLink>}
            />
          </Show>
          <Show when={isRead()}>
            <ToDoItem
              icon={<UserIcon class="i" aria-hidden="true" />}
              title={m.todo_in_review()}
              words={m.todo_in_review_words()}
            />
          </Show>
          <Show when={props.me.staff_roles_waiting}>
            <ToDoItem
              icon={<ShieldIcon class="i" aria-hidden="true" />}
              title={m.totp_title()}
              words={m.totp_staff()}
              act={<ButtonLink href="/settings/security">{m.totp_begin()}</ButtonLink>}
            />
          </Show>
          <Show when={!props.me.email_verified}>
            <ToDoItem
              icon={<MailIcon class="i" aria-hidden="true" />}
              title={m.todo_email()}
              words={m.todo_email_words({ email: isolate(props.me.email) })}
              act={<Button onClick={() => reachOthers(props.me, () => undefined)}>{m.todo_email_act()}</Button>}
            />
          </Show>
        </ul>
      </section>
    </Show>
  )
}

/** What mentors propose: a step or a skill is the student's once they say so. */
const Proposed = (props: { learning: Home['learning'] | undefined }) => (
  <>
    <Show when={props.learning?.proposed_steps}>
      {(count) => (
        <ToDoItem
          icon={<StepsIcon class="i" aria-hidden="true" />}
          title={m.todo_steps({ count: count() })}
          words={m.todo_steps_words()}
          act={<ButtonLink href="/goals">{m.todo_steps_act()}</ButtonLink>}
        />
      )}
    </Show>
    <Show when={props.learning?.proposed_skills}>
      {(count) => (
        <ToDoItem
          icon={<StarIcon class="i" aria-hidden="true" />}
          title={m.todo_skills({ count: count() })}
          words={m.todo_skills_words()}
          act={<ButtonLink href="/progress">{m.todo_skills_act()}</ButtonLink>}
        />
      )}
    </Show>
  </>
)

function Held(props: { booking: Booking; me: Me; mine: Place | undefined }) {
  const left = createRemaining(() => props.booking.hold_expires_at)
  return (
    <ToDoItem
      icon={<TimerIcon class="i" aria-hidden="true" />}
      title={m.todo_pay({ name: isolate(otherOf(props.booking, props.me).name) })}
      words={
        <>
          <TimeWithZone at={props.booking.start_time} place={props.mine} />,{' '}
          <span class="num">{m.todo_pay_left({ left: clockOf(left() ?? 0) })}</span>
        </>
      }
      act={
        <a class="btn btn--primary" target="_self" href={`/checkout/${props.booking.id}`}>
          {m.todo_pay_act({ amount: money(props.booking.amount_minor, props.booking.currency) })}
        </a>
      }
    />
  )
}
