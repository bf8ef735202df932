import './support.css'
import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useMe } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { ArticlesFor } from './ArticlesFor'
import { Honeypot } from './Honeypot'
import { writeToUs } from './support.queries'

/** For people without an account; who has one gets a ticket that can be followed. */
export default function ContactPage() {
  createTitle(m.contact_title)
  const me = useMe()
  const [query, setQuery] = createSignal('')
  const [isSent, setSent] = createSignal(false)
  const form = createSubmission(
    (values) => {
      const field = (name: string) => String(values.get(name) ?? '').trim()
      const phone = field('phone')
      return writeToUs({
        name: field('name'),
        email: field('email'),
        query: query(),
        website: field('website'),
        ...(phone && { phone }),
      })
    },
    () => {
      setQuery('')
      setSent(true)
    },
  )
  const isOfField = () => ['name', 'email', 'phone', 'query'].some((field) => form.fieldError(field))
  return (
    <div class="mx-auto grid w-full max-w-read gap-6 py-4">
      <header class="stack stack--2">
        <h1 class="t-page">{m.contact_title()}</h1>
        <p class="t-lead">{m.contact_words()}</p>
      </header>
      <Show when={me.data}>
        <Note
          kind="info"
          act={
            <ButtonLink size="sm" href="/support/new">
              {m.support_ask()}
            </ButtonLink>
          }
        >
          {m.contact_signed_in()}
        </Note>
      </Show>
      <form class="card stack" onSubmit={(event) => void form.submit(event)}>
        <Show when={isSent()}>
          <Note kind="success">{m.contact_sent()}</Note>
        </Show>
        <ProblemNote error={isOfField() ? undefined : form.error()} />
        <TextField
          label={m.field_name()}
          name="name"
          autocomplete="name"
          required
          maxlength="200"
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
          label={m.contact_phone()}
          type="tel"
          name="phone"
          autocomplete="tel"
          maxlength="32"
          error={form.fieldError('phone')}
        />
        <TextArea
          label={m.contact_query()}
          name="query"
          rows="6"
          required
          value={query()}
          onInput={(event) => {
            setQuery(event.currentTarget.value)
            setSent(false)
          }}
          error={form.fieldError('query')}
        />
        <ArticlesFor words={query()} />
        <Honeypot />
        <Button kind="primary" type="submit" busy={form.busy()}>
          {m.contact_act()}
        </Button>
      </form>
    </div>
  )
}
