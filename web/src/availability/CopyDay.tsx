import { createSignal, createUniqueId, For } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { WEEKDAYS } from './hours'
import { weekdayName } from './weekdays'

/** The hours of one day for others too. */
export function CopyDay(props: { weekday: number; onClose: () => void; onCopy: (targets: number[]) => void }) {
  const formId = createUniqueId()
  const others = () => WEEKDAYS.filter((weekday) => weekday !== props.weekday)
  const usual = () => others().filter((weekday) => props.weekday > 5 || weekday <= 5)
  const [targets, setTargets] = createSignal<number[]>(usual())
  const toggle = (weekday: number) =>
    setTargets((now) => (now.includes(weekday) ? now.filter((one) => one !== weekday) : [...now, weekday]))
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={m.copy_title({ day: weekdayName(props.weekday) })}
      description={m.copy_words()}
      foot={
        <Button kind="primary" size="lg" block type="submit" form={formId} disabled={targets().length === 0}>
          {m.copy_act({ count: targets().length })}
        </Button>
      }
    >
      <form
        id={formId}
        class="stack stack--2"
        onSubmit={(event) => {
          event.preventDefault()
          props.onCopy(targets())
        }}
      >
        <For each={others()}>
          {(weekday) => (
            <Checkbox checked={targets().includes(weekday)} onChange={() => toggle(weekday)}>
              {weekdayName(weekday)}
            </Checkbox>
          )}
        </For>
      </form>
    </Dialog>
  )
}
