import { useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { ConsentState } from '../../../worker/contract/guardians.constants'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { askGuardian, guardianQuery, nameGuardian } from './guardians.queries'

export const STATES: Record<ConsentState, () => string> = {
  requested: m.guardian_state_requested,
  agreed: m.guardian_state_agreed,
  refused: m.guardian_state_refused,
  withdrawn: m.guardian_state_withdrawn,
}

/** For people under 18: whom we ask, and what was answered. */
export function GuardianSection() {
  const guardian = useQuery(guardianQuery)
  return (
    <section id="guardian" class="grid gap-4" aria-labelledby="guardian-title">
      <div class="stack stack--1">
        <h2 id="guardian-title" class="t-big">
          {m.guardian_section()}
        </h2>
        <p class="t-2">{m.guardian_section_words()}</p>
      </div>
      <Loaded query={guardian} loading={<SkeletonRows count={1} />}>
        {(named) => (
          <>
            <GuardianForm email={named().email} />
            <Show when={named().consents.length > 0}>
              <ul class="card card--flush list">
                <For each={named().consents}>
                  {(consent) => (
                    <li class="list-row">
                      <a class="list-row__main t-strong link" href={`/mentors/${consent.mentor_id}`}>
                        <bdi>{consent.mentor_name}</bdi>
                      </a>
                      <Badge kind={consent.state === 'agreed' ? 'success' : 'warning'}>{STATES[consent.state]()}</Badge>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Another address is another person, who is asked anew. */
export function GuardianForm(props: { email: string | null; onNamed?: () => void }) {
  const client = useQueryClient()
  const save = createSubmission(
    (form) => nameGuardian(String(form.get('guardian_email')).trim()),
    (guardian) => {
      client.setQueryData(guardianQuery().queryKey, guardian)
      if (props.onNamed) props.onNamed()
      else toast(m.saved())
    },
  )
  return (
    <form class="card stack" onSubmit={(event) => void save.submit(event)}>
      <ProblemNote error={save.error()} />
      <TextField
        label={m.guardian_email()}
        hint={props.email ? m.guardian_email_change() : undefined}
        name="guardian_email"
        type="email"
        autocomplete="off"
        required
        value={props.email ?? ''}
        error={save.fieldError('email')}
      />
      <div>
        <Button kind="primary" type="submit" busy={save.busy()}>
          {m.act_save()}
        </Button>
      </div>
    </form>
  )
}

/** Stands in the way of a booking and leads through it: name somebody, ask, wait for the mail. */
export function AskGuardian(props: { mentorId: string; name: string }) {
  const client = useQueryClient()
  const guardian = useQuery(guardianQuery)
  const asked = () => guardian.data?.consents.find((one) => one.mentor_id === props.mentorId)
  return (
    <div class="card stack" role="status">
      <h2 class="t-section">{m.guardian_needed()}</h2>
      <p class="t-2">{m.guardian_needed_words({ mentor: isolate(props.name) })}</p>
      <Show when={guardian.data}>
        {(named) => (
          <Show
            when={named().email}
            fallback={
              <GuardianForm email={null} onNamed={() => void client.invalidateQueries({ queryKey: ['guardian'] })} />
            }
          >
            {(email) => <Ask mentorId={props.mentorId} email={email()} state={asked()?.state} />}
          </Show>
        )}
      </Show>
    </div>
  )
}

function Ask(props: { mentorId: string; email: string; state: ConsentState | undefined }) {
  const client = useQueryClient()
  const ask = createSubmission(
    () => askGuardian(props.mentorId),
    (guardian) => void client.setQueryData(guardianQuery().queryKey, guardian),
  )
  return (
    <form class="stack stack--2" onSubmit={(event) => void ask.submit(event)}>
      <ProblemNote error={ask.error()} />
      <Show when={props.state}>
        {(state) => (
          <p>
            <Badge kind={state() === 'agreed' ? 'success' : 'warning'}>{STATES[state()]()}</Badge>
          </p>
        )}
      </Show>
      <div>
        <Button kind="primary" type="submit" busy={ask.busy()}>
          {props.state ? m.guardian_ask_again({ email: props.email }) : m.guardian_ask({ email: props.email })}
        </Button>
      </div>
    </form>
  )
}
