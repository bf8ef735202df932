import { createSignal, For, Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { browserZone } from '../lib/time'
import { useZones } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { ZoneSelect } from '../ui/ZoneSelect'
import { birthDateOf, BirthDateField } from './BirthDateField'
import { registerWithGoogle, type Pending } from './google.calls'
import { GoogleButton } from './GoogleButton'

const ROLES = ['student', 'mentor'] as const
const NAMES = { student: m.signup_as_student, mentor: m.signup_as_mentor }

/** Role, name, birth date, zone and terms: one page, and then one is in. */
export function GoogleAccount(props: { who: Pending; next: string | undefined }) {
  const session = useSession()
  const zones = useZones()
  const [role, setRole] = createSignal(untrack(() => props.who.role))
  const join = createSubmission(
    (form) =>
      registerWithGoogle({
        role: role(),
        name: String(form.get('name')),
        date_of_birth: birthDateOf(form) ?? '',
        time_zone: String(form.get('time_zone')),
        accepted_terms: true,
      }),
    ({ user }) => session.welcome(user),
  )
  const code = () => {
    const error = join.error()
    return error instanceof Problem ? error.code : undefined
  }
  const mustReturn = () => code() === 'email_taken' || code() === 'not_found'
  return (
    <>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.google_signup_title()}</h1>
        <p class="t-lead">{m.google_signup_words()}</p>
      </div>
      <form class="card stack" onSubmit={(event) => void join.submit(event)}>
        <Show when={mustReturn()} fallback={<ProblemNote error={join.error()} />}>
          <Note kind="danger">{code() === 'email_taken' ? m.google_email_taken() : m.google_over()}</Note>
          <GoogleButton next={props.next} as={role()} />
        </Show>
        <div class="segment self-start" role="group" aria-label={m.signup_as()}>
          <For each={ROLES}>
            {(one) => (
              <button type="button" aria-pressed={role() === one} onClick={() => setRole(one)}>
                {NAMES[one]()}
              </button>
            )}
          </For>
        </div>
        <TextField
          label={m.field_name()}
          name="name"
          autocomplete="name"
          required
          maxlength="200"
          value={props.who.name}
          error={join.fieldError('name')}
        />
        <div class="field">
          <span class="field__label">{m.field_email()}</span>
          <p class="row row--wrap row--2">
            <bdi class="break-words">{props.who.email}</bdi>
            <Badge kind="success">{m.profile_email_done()}</Badge>
          </p>
        </div>
        <BirthDateField required hint={m.birth_words()} error={join.fieldError('date_of_birth')} />
        <ZoneSelect
          zones={zones()}
          label={m.profile_zone()}
          hint={m.google_zone_hint()}
          value={browserZone()}
          error={join.fieldError('time_zone')}
        />
        <Checkbox name="terms" required>
          {m.signup_terms()}
        </Checkbox>
        <p class="t-sm">
          <a class="link" href="/terms" target="_blank">
            {m.terms_read()}
          </a>
        </p>
        <Button kind="primary" size="lg" block type="submit" busy={join.busy()}>
          {role() === 'mentor' ? m.signup_act_mentor() : m.signup_act_student()}
        </Button>
        <p class="t-xs t-3 text-center">{m.signup_free()}</p>
      </form>
    </>
  )
}
