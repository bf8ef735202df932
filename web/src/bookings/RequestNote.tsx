import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { Note } from '../ui/Note'
import type { StepProps } from './booking-flow'

/** A request: until when the mentor answers, and where the money is meanwhile. */
export function RequestNote(props: StepProps) {
  const words = () => {
    const [at, place] = [props.flow.answersBy(), props.mine]
    const by = m.booking_policy_date({ day: place.day(at), time: place.time(at), zone: place.label(at) })
    const name = isolate(props.mentor.name)
    if (props.flow.price() === 0) return m.request_free({ name, by })
    return m.request_paid({ name, by, amount: money(props.flow.price(), props.flow.offer()!.currency) })
  }
  return <Note kind="info">{words()}</Note>
}
