import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useMe } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { Officer } from './Officer'
import { complain } from './support.queries'

const FIELDS = ['name', 'email', 'subject', 'text', 'about'] as const

/** A formal complaint: who answers for it, until when, and the form. */
export default function GrievancePage() {
  createTitle(m.grievance_title)
  const me = useMe()
  const [reference, setReference] = createSignal<string>()
  const form = createSubmission(
    (values) => {
      const field = (name: string) => String(values.get(name) ?? '').trim()
      const about = field('about')
      return complain({
        name: field('name'),
        email: field('email'),
        subject: field('subject'),
        text: String(values.get('text') ?? ''),
        ...(about && { about }),
      })
    },
    (answer) => setReference(answer.reference),
  )
  const isOfField = () => FIELDS.some((field) => form.fieldError(field))
  return (
    <div class="mx-auto grid w-full max-w-read gap-6 py-4">
      <header class="stack stack--2">
        <h1 class="t-page">{m.grievance_title()}</h1>
        <p class="t-lead">{m.grievance_words()}</p>
      </header>
      <Officer />
      <Show
        when={!reference()}
        fallback={<Note kind="success">{m.grievance_sent({ reference: reference() ?? '' })}</Note>}
      >
        <form class="card stack" onSubmit={(event) => void form.submit(event)}>
          <h2 class="t-section">{m.grievance_form()}</h2>
          <ProblemNote error={isOfField() ? undefined : form.error()} />
          <TextField
            label={m.field_name()}
            name="name"
            autocomplete="name"
            required
            value={me.data?.name ?? ''}
            error={form.fieldError('name')}
          />
          <TextField
            label={m.field_email()}
            type="email"
            name="email"
            autocomplete="email"
            required
            value={me.data?.email ?? ''}
            error={form.fieldError('email')}
          />
          <TextField
            label={m.support_subject()}
            name="subject"
            required
            maxlength="200"
            error={form.fieldError('subject')}
          />
          <TextArea label={m.grievance_text()} name="text" rows="7" required error={form.fieldError('text')} />
          <TextField
            label={m.grievance_about()}
            name="about"
            type="text"
            inputmode="url"
            hint={m.grievance_about_hint()}
            error={form.fieldError('about')}
          />
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.grievance_act()}
          </Button>
        </form>
      </Show>
    </div>
  )
}
