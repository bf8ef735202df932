import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { saveSearch } from './searches.queries'

/** A first name for a search: its words, or its skills. */
const nameFor = (query: string): string => {
  const params = new URLSearchParams(query)
  return [params.get('q'), ...params.getAll('skill')].filter(Boolean).join(', ').slice(0, 80)
}

export function SaveSearchDialog(props: { open: boolean; query: string; onClose: () => void; onSaved: () => void }) {
  const save = createSubmission(
    (form) => saveSearch(String(form.get('name')).trim(), props.query),
    () => {
      toast(m.saved())
      props.onSaved()
      props.onClose()
    },
  )
  return (
    <Dialog open={props.open} onClose={props.onClose} title={m.searches_save()} description={m.searches_save_words()}>
      <form class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextField
          label={m.searches_name()}
          name="name"
          required
          maxlength="80"
          value={nameFor(props.query)}
          error={save.fieldError('name')}
        />
        <Button kind="primary" size="lg" block type="submit" busy={save.busy()}>
          {m.act_save()}
        </Button>
      </form>
    </Dialog>
  )
}
