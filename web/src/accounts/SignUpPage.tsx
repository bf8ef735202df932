import { A, Navigate, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show, untrack } from 'solid-js'
import { PASSWORD_LENGTH } from '../../../worker/contract/accounts.constants'
import { m } from '../lib/messages'
import { safeNext } from '../lib/next'
import { Problem } from '../lib/problem'
import { useMe, useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { browserZone } from '../lib/time'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'

const AS = ['student', 'mentor'] as const
type As = (typeof AS)[number]
const NAMES: Record<As, () => string> = { student: m.signup_as_student, mentor: m.signup_as_mentor }
const PROMISES: Record<As, () => string> = { student: m.signup_student_words, mentor: m.signup_mentor_words }

export default function SignUpPage() {
  createTitle(m.signup_title)
  const [query, setQuery] = useSearchParams()
  const session = useSession()
  const me = useMe()
  const as = (): As => (query.as === 'mentor' ? 'mentor' : 'student')
  const [agreed, setAgreed] = createSignal(false)
  // Read once: when the way onward begins, the address is that of the next page already.
  const wanted = untrack(() => query.next)
  const next = () => (wanted ? safeNext(wanted) : as() === 'mentor' ? '/availability' : '/mentors')

  const join = createSubmission((form) =>
    session.register(as(), {
      name: String(form.get('name')),
      email: String(form.get('email')).trim(),
      password: String(form.get('password')),
      accepted_terms: true,
      time_zone: browserZone(),
    }),
  )
  const isTaken = () => {
    const error = join.error()
    return error instanceof Problem && error.code === 'email_taken'
  }

  return (
    <Show when={!me.data || join.busy()} fallback={<Navigate href={next()} />}>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.signup_title()}</h1>
        <p class="t-lead">{PROMISES[as()]()}</p>
      </div>
      <div class="segment justify-self-start" role="group" aria-label={m.signup_as()}>
        <For each={AS}>
          {(role) => (
            <button
              type="button"
              aria-pressed={as() === role}
              onClick={() => setQuery({ as: role }, { replace: true })}
            >
              {NAMES[role]()}
            </button>
          )}
        </For>
      </div>
      <form class="card stack" onSubmit={(event) => void join.submit(event)}>
        <ProblemNote error={join.error()}>
          <Show when={isTaken()}>
            <A class="link" href="/login">
              {m.act_log_in()}
            </A>
          </Show>
        </ProblemNote>
        <TextField
          label={m.field_name()}
          name="name"
          autocomplete="name"
          required
          maxlength="200"
          error={join.fieldError('name')}
        />
        <TextField
          label={m.field_email()}
          name="email"
          type="email"
          autocomplete="email"
          required
          error={join.fieldError('email')}
        />
        <TextField
          label={m.field_password()}
          name="password"
          type="password"
          autocomplete="new-password"
          required
          minlength={PASSWORD_LENGTH.least}
          hint={m.signup_password_hint({ count: PASSWORD_LENGTH.least })}
          error={join.fieldError('password')}
        />
        <Checkbox name="terms" required checked={agreed()} onChange={(event) => setAgreed(event.currentTarget.checked)}>
          {m.signup_terms()}
        </Checkbox>
        <p class="t-sm">
          <a class="link" href="/terms" target="_blank">
            {m.terms_read()}
          </a>
        </p>
        <Button kind="primary" size="lg" block type="submit" busy={join.busy()}>
          {as() === 'mentor' ? m.signup_act_mentor() : m.signup_act_student()}
        </Button>
        <p class="t-xs t-3 text-center">{m.signup_free()}</p>
      </form>
      <p class="t-2 text-center">
        {m.signup_have_account()}{' '}
        <A class="link" href={`/login${wanted ? `?next=${encodeURIComponent(next())}` : ''}`}>
          {m.act_log_in()}
        </A>
      </p>
    </Show>
  )
}
