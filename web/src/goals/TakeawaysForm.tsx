import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Index, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import { MOST_TAKEAWAYS, NEXT_STEPS_LENGTH, TAKEAWAY_LENGTH } from '../../../worker/contract/goals.constants'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { keepTakeaways, takeawaysQuery, type TakenAlong } from './goals.queries'

type FormProps = { bookingId: string; other: string; mine: TakenAlong | null; onDone: () => void }

/** Up to three lines, and what comes next. Lines left empty are none. */
export function TakeawaysForm(props: FormProps) {
  const client = useQueryClient()
  const first = untrack(() => props.mine)
  const [lines, setLines] = createStore(Array.from({ length: MOST_TAKEAWAYS }, (_, i) => first?.takeaways[i] ?? ''))
  const [next, setNext] = createSignal(first?.next_steps ?? '')
  const filled = () => lines.filter((line) => line.trim() !== '')
  const form = createSubmission(
    () => keepTakeaways(props.bookingId, { takeaways: filled(), next_steps: next().trim() }),
    (data) => {
      client.setQueryData(takeawaysQuery(props.bookingId).queryKey, data)
      toast(m.takeaways_saved())
      props.onDone()
    },
  )
  const isEmpty = () => filled().length === 0 && next().trim() === ''
  return (
    <form class="stack" onSubmit={(event) => void form.submit(event)}>
      <p class="t-2 measure">{m.takeaways_words({ name: isolate(props.other) })}</p>
      <Index each={lines}>
        {(line, i) => (
          <TextField
            label={m.takeaways_line({ place: i + 1 })}
            maxlength={TAKEAWAY_LENGTH}
            dir="auto"
            value={line()}
            error={form.fieldError(`takeaways/${filled().indexOf(line())}`)}
            onInput={(event) => setLines(i, event.currentTarget.value)}
          />
        )}
      </Index>
      <TextArea
        label={m.takeaways_next()}
        hint={m.takeaways_next_hint()}
        rows="3"
        maxlength={NEXT_STEPS_LENGTH}
        dir="auto"
        value={next()}
        error={form.fieldError('next_steps')}
        onInput={(event) => setNext(event.currentTarget.value)}
      />
      <ProblemNote error={form.error()} />
      <div class="row row--2">
        <Button kind="primary" type="submit" busy={form.busy()} disabled={isEmpty() && !props.mine}>
          {m.act_save()}
        </Button>
        <Show when={props.mine}>
          <Button onClick={() => props.onDone()}>{m.act_cancel()}</Button>
        </Show>
      </div>
    </form>
  )
}
