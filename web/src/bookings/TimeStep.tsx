import '../mentors/mentor.css'
import { onMount } from 'solid-js'
import { dayOfDate } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { createSlotChoice } from '../mentors/slot-choice'
import { SlotPanel } from '../mentors/SlotPanel'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import type { StepProps } from './booking-flow'
import { StepLayout } from './StepLayout'

/** Offer and time. Coming back here gives a held time free again, so that the list is the truth. */
export function TimeStep(props: StepProps) {
  const choice = createSlotChoice(
    () => props.mentor,
    () => props.mine,
  )
  const chosen = () => (choice.start() && choice.offer() ? choice.start() : undefined)

  function recall(): void {
    const [offer, start] = [props.flow.offer(), props.flow.start()]
    if (!offer) return
    choice.chooseOffer(offer.id)
    if (!start || Date.parse(start) < now()) return
    const day = props.mine.date(start)
    choice.turnTo(Math.max(0, Math.floor((dayOfDate(day) - dayOfDate(props.mine.date(now()))) / 7)))
    choice.chooseDay(day)
    choice.chooseStart(start)
  }
  onMount(() => {
    recall()
    void props.flow.release()
  })

  const when = (start: string) => m.time_day_and_time({ day: props.mine.weekday(start), time: props.mine.time(start) })
  const act = () => (
    <Button
      kind="primary"
      size="lg"
      class="bk__act"
      disabled={!chosen()}
      onClick={() => props.flow.choose(choice.offer()!.id, chosen()!)}
    >
      {chosen() ? m.mentor_continue({ when: when(chosen()!) }) : m.mentor_pick_time()}
    </Button>
  )

  return (
    <StepLayout
      label={m.booking_with_whom()}
      aside={
        <div class="row">
          <Avatar name={props.mentor.name} picture={props.mentor.picture_url} size="lg" />
          <div class="grow">
            <p class="t-strong">
              <bdi>{props.mentor.name}</bdi>
            </p>
            <p class="t-2 t-sm">{props.mentor.headline}</p>
          </div>
        </div>
      }
      thumb={<p class="t-strong num">{choice.offer() && money(choice.price(), choice.offer()!.currency)}</p>}
      act={act}
      small={<p class="t-xs t-3 text-center">{m.booking_time_small()}</p>}
    >
      <div class="card book">
        <h2 class="sr">{m.mentor_book()}</h2>
        <SlotPanel mentor={props.mentor} choice={choice} mine={props.mine} theirs={props.theirs} />
      </div>
    </StepLayout>
  )
}
