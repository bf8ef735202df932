import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { Scope } from '../ui/Illustration'
import { Empty } from '../ui/List'

/** The hold ran out: what that means for the money, and the way to another time. */
export function HoldOver(props: { start: string; mine: Place; onLook: () => void }) {
  const when = () => m.booking_weekday_time({ day: props.mine.day(props.start), time: props.mine.time(props.start) })
  return (
    <div class="card">
      <Empty
        art={<Scope />}
        title={m.booking_over_title({ when: when() })}
        act={
          <Button kind="primary" onClick={() => props.onLook()}>
            {m.booking_over_look()}
          </Button>
        }
      >
        {m.booking_over_words()}
      </Empty>
    </div>
  )
}
