import { Show } from 'solid-js'
import { now } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import { Button, ButtonLink } from '../ui/Button'
import type { Mentor } from './mentors.calls'
import type { Parts } from './SlotPanel'

/** On to the booking page with the choice in its address, so that a log-in on the way loses nothing. */
export function Continue(props: Parts) {
  const address = (start: string) =>
    `/book/${props.mentor.mentor_id}?${new URLSearchParams({ offer_id: props.choice.offer()!.id, start })}`
  const when = (start: string) => m.time_day_and_time({ day: props.mine.weekday(start), time: props.mine.time(start) })
  return (
    <Show
      when={props.choice.start()}
      fallback={
        <Button kind="primary" size="lg" block disabled>
          {m.mentor_pick_time()}
        </Button>
      }
    >
      {(start) => (
        <ButtonLink kind="primary" size="lg" block href={address(start())}>
          {m.mentor_continue({ when: when(start()) })}
        </ButtonLink>
      )}
    </Show>
  )
}

/** What comes after the choice, in one line. */
export function promiseOf({ mentor, choice }: Parts): string | undefined {
  const offer = choice.offer()
  if (!offer || choice.isClosed()) return undefined
  const [name, amount] = [isolate(mentor.name), money(choice.price(), offer.currency)]
  if (choice.isRequest(offer))
    return choice.price() === 0 ? m.mentor_asked_free({ name }) : m.mentor_asked({ name, amount })
  return choice.price() === 0 ? m.mentor_held_free() : m.mentor_held({ amount })
}

/** "Next today 20:00 IST", only where it is true. */
export const soonestWords = (mentor: Mentor, place: Place): string | undefined =>
  mentor.soonest_free && place.date(mentor.soonest_free) === place.date(now())
    ? m.mentor_next_today({ time: place.time(mentor.soonest_free), zone: place.label(mentor.soonest_free) })
    : undefined
