import { createSignal } from 'solid-js'
import type { Repeat } from '../../../worker/contract/events.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { repeatEvent, useEventChange, type Event } from './events.queries'
import { RepeatFields } from './RepeatFields'

/** Makes more of the same, each an event of its own. */
export function RepeatDialog(props: { event: Event; onClose: () => void }) {
  const { again } = useEventChange()
  const [every, setEvery] = createSignal<Repeat>('week')
  const [count, setCount] = createSignal('3')
  let key = crypto.randomUUID()
  const form = createSubmission(
    () => repeatEvent(props.event.id, { every: every(), count: Number(count()) }, key),
    ({ items }) => {
      props.onClose()
      void again(props.event.id)
      toast(m.events_repeated({ count: items.length }))
    },
  )
  // Another wish is another act, which must not be answered as the first one was.
  const change = (set: () => void) => {
    key = crypto.randomUUID()
    set()
  }
  return (
    <Dialog open onClose={props.onClose} title={m.events_repeat_title()} description={m.events_repeat_words()}>
      <form class="stack" onSubmit={(event) => void form.submit(event)}>
        <RepeatFields
          every={every()}
          count={count()}
          span={{ start: Date.parse(props.event.start_time), end: Date.parse(props.event.end_time) }}
          zone={props.event.time_zone}
          onEvery={(next) => change(() => setEvery(next || 'week'))}
          onCount={(next) => change(() => setCount(next))}
          error={form.fieldError('count')}
        />
        <ProblemNote error={form.fieldError('count') ? undefined : form.error()} />
        <div class="dialog__foot row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.events_repeat_act()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
