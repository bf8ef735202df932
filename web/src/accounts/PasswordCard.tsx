import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { fromNow } from '../lib/time'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { changePassword, type Security } from './accounts.calls'
import { PasswordField } from './PasswordField'
import { passwordError, RecentSignIn } from './proofs'

/** A new password ends every other session. Somebody who came by Google can choose a first one. */
export function PasswordCard(props: { security: Security }) {
  const client = useQueryClient()
  const now = createNow()
  let form!: HTMLFormElement
  const change = createSubmission(
    (values) => {
      const current = values.get('current_password')
      const password = String(values.get('password'))
      return changePassword({ password, ...(current !== null && { current_password: String(current) }) })
    },
    () => {
      form.reset()
      for (const key of ['security', 'devices']) void client.invalidateQueries({ queryKey: [key] })
      toast(m.password_changed())
    },
  )
  const current = () => passwordError(change.error()) ?? change.fieldError('current_password')
  return (
    <form ref={form} class="card stack" onSubmit={(event) => void change.submit(event)}>
      <div>
        <h3 class="t-section">{props.security.has_password ? m.password_title() : m.password_first()}</h3>
        <Show when={props.security.password_changed_at}>
          {(at) => <p class="t-sm t-2">{m.password_since({ when: fromNow(at(), now()) })}</p>}
        </Show>
      </div>
      <ProblemNote error={current() ? undefined : change.error()}>
        <RecentSignIn error={change.error()} />
      </ProblemNote>
      <Show when={props.security.has_password}>
        <PasswordField label={m.password_current()} name="current_password" error={current()} />
      </Show>
      <PasswordField label={m.password_new()} name="password" fresh error={change.fieldError('password')} />
      <div class="row row--wrap row--2">
        <Button type="submit" busy={change.busy()}>
          {m.password_act()}
        </Button>
        <span class="t-sm t-3">{m.password_ends()}</span>
      </div>
    </form>
  )
}
