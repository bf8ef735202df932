import { createSignal, untrack } from 'solid-js'
import { GOAL_NOTE_LENGTH, GOAL_TITLE_LENGTH } from '../../../worker/contract/goals.constants'
import { m } from '../lib/messages'
import { fieldError } from '../lib/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import type { GoalActs } from './acts'
import type { Goal } from './goals.queries'

/** The words of a goal. */
export function GoalDialog(props: { goal: Goal; acts: GoalActs; onClose: () => void }) {
  const first = untrack(() => props.goal)
  const [title, setTitle] = createSignal(first.title)
  const [note, setNote] = createSignal(first.note)
  const fault = (field: string) => fieldError(props.acts.error(), field)
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (await props.acts.change(props.goal, { title: title(), note: note() })) props.onClose()
  }
  return (
    <Dialog open title={m.goals_edit_title()} onClose={() => props.onClose()}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <TextField
          data-first
          label={m.goals_goal()}
          required
          maxlength={GOAL_TITLE_LENGTH}
          dir="auto"
          value={title()}
          error={fault('title')}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          label={m.goals_note()}
          hint={m.goals_note_hint()}
          maxlength={GOAL_NOTE_LENGTH}
          dir="auto"
          value={note()}
          error={fault('note')}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemNote error={(fault('title') ?? fault('note')) ? undefined : props.acts.error()} />
        <div class="dialog__foot">
          <Button kind="primary" type="submit" busy={props.acts.busy()}>
            {m.act_save()}
          </Button>
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
        </div>
      </form>
    </Dialog>
  )
}
