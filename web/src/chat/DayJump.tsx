import { createSignal, Show } from 'solid-js'
import { nextValidInstant } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import type { Place } from '../lib/time'
import { useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import type { Thread } from './thread'

/** To the first message of a day, as days are where the reader is. */
export function DayJump(props: { pages: Pick<Thread['pages'], 'jumpToDay'>; mine: Place }) {
  const zones = useZones()
  const [day, setDay] = createSignal('')
  /** A day on which nothing was said. */
  const [silent, setSilent] = createSignal<number>()
  const form = createSubmission(
    async () => {
      setSilent(undefined)
      const data = zones()
      if (!data || !day()) return
      const began = nextValidInstant(data.zone(props.mine.zone), day(), 0)
      const isOfDay = (sentAt: string) => props.mine.date(sentAt) === day()
      if (!(await props.pages.jumpToDay(new Date(began).toISOString(), isOfDay))) setSilent(began)
    },
    () => undefined,
  )
  return (
    <form class="stack stack--2" onSubmit={(event) => void form.submit(event)}>
      <div class="row row--2">
        <label class="row row--2 grow t-sm">
          <span class="nowrap">{m.chat_find_day()}</span>
          <input
            class="input grow"
            type="date"
            required
            max={props.mine.date(now())}
            value={day()}
            onInput={(event) => {
              setSilent(undefined)
              setDay(event.currentTarget.value)
            }}
          />
        </label>
        <Button type="submit" busy={form.busy()}>
          {m.chat_find_go()}
        </Button>
      </div>
      <ProblemNote error={form.error()} />
      <Show when={silent()}>
        {(began) => (
          <p class="t-sm t-2" role="status">
            {m.chat_find_silent({ day: props.mine.longDay(began()) })}
          </p>
        )}
      </Show>
    </form>
  )
}
