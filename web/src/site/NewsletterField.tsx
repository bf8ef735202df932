import { A } from '@solidjs/router'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { answer, api } from '../lib/api'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'

/** Asks for the newsletter; it comes only after the link in the mail. */
export function NewsletterField() {
  const id = createUniqueId()
  const [sent, setSent] = createSignal(false)
  const form = createSubmission(
    (data) => answer(api.POST('/api/newsletter/', { body: { email: String(data.get('email')) } })),
    () => setSent(true),
  )
  const fault = () => (form.error() ? (form.fieldError('email') ?? wordsOf(form.error())) : undefined)
  return (
    <form class="stack stack--2" onSubmit={form.submit}>
      <p class="t-sm t-2" id={`${id}-words`}>
        {m.foot_newsletter_words()}{' '}
        <A class="link" href="/newsletter">
          {m.foot_newsletter_more()}
        </A>
      </p>
      <Show
        when={!sent()}
        fallback={
          <p class="t-sm" role="status">
            {m.foot_newsletter_sent()}
          </p>
        }
      >
        <div class="row row--2">
          <input
            class="input"
            type="email"
            name="email"
            required
            autocomplete="email"
            placeholder={m.foot_newsletter_email()}
            aria-label={m.foot_newsletter_email()}
            aria-invalid={fault() ? 'true' : undefined}
            aria-describedby={fault() ? `${id}-fault` : `${id}-words`}
          />
          <Button type="submit" busy={form.busy()}>
            {m.foot_newsletter_act()}
          </Button>
        </div>
        <Show when={fault()}>
          <p class="field__error" id={`${id}-fault`} role="alert">
            {fault()}
          </p>
        </Show>
      </Show>
    </form>
  )
}
