import { createSignal, createUniqueId } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { addCalendar, removeCalendar, type BusyCalendar } from './exceptions.queries'

export function AddCalendar(props: { onClose: () => void; onAdded: () => void }) {
  const formId = createUniqueId()
  const save = createSubmission(
    (form) => addCalendar({ name: String(form.get('name')), url: String(form.get('url')).trim() }),
    () => props.onAdded(),
  )
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={m.calendars_add()}
      description={m.calendar_add_words()}
      foot={
        <Button kind="primary" size="lg" block type="submit" form={formId} busy={save.busy()}>
          {m.calendars_add()}
        </Button>
      }
    >
      <form id={formId} class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextField
          name="name"
          label={m.calendar_name()}
          placeholder={m.calendar_name_example()}
          required
          maxlength="60"
          error={save.fieldError('name')}
        />
        <TextField
          name="url"
          label={m.calendar_url()}
          hint={m.calendar_url_words()}
          inputmode="url"
          autocomplete="off"
          spellcheck={false}
          required
          error={save.fieldError('url')}
        />
      </form>
    </Dialog>
  )
}

/** Its address is known nowhere else, so it asks. */
export function RemoveCalendar(props: { calendar: BusyCalendar; onClose: () => void; onRemoved: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const remove = () => {
    setBusy(true)
    removeCalendar(props.calendar.id)
      .then(props.onRemoved, setError)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={m.calendar_remove({ name: props.calendar.name })}
      description={m.calendar_remove_words()}
      foot={
        <div class="row row--2">
          <Button kind="quiet" size="lg" onClick={() => props.onClose()}>
            {m.act_cancel()}
          </Button>
          <Button kind="danger" size="lg" class="push" busy={busy()} onClick={remove}>
            {m.act_remove()}
          </Button>
        </div>
      }
    >
      <ProblemNote error={error()} />
    </Dialog>
  )
}
