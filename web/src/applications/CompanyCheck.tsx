import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button, ButtonLink } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { applicationQuery, askCompanyEmail, type Application } from './application.queries'

/** An address at the company proves where somebody works. */
export function CompanyCheck(props: { application: Application }) {
  const [another, setAnother] = createSignal(false)
  const sentTo = () => (another() ? null : props.application.company_email_sent_to)
  return (
    <div class="stack stack--3">
      <h3 class="t-strong">{m.checks_company_title()}</h3>
      <Switch fallback={<Asking company={props.application.company!} onSent={() => setAnother(false)} />}>
        <Match when={!props.application.company}>
          <p class="t-2">{m.checks_company_none()}</p>
          <div>
            <ButtonLink size="sm" href="/settings/profile#teaching">
              {m.checks_profile_act()}
            </ButtonLink>
          </div>
        </Match>
        <Match when={sentTo()}>
          {(email) => (
            <>
              <Note kind="info">{m.checks_company_sent({ email: isolate(email()) })}</Note>
              <div>
                <Button size="sm" onClick={() => setAnother(true)}>
                  {m.checks_company_another()}
                </Button>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

function Asking(props: { company: string; onSent: () => void }) {
  const client = useQueryClient()
  const ask = createSubmission(
    (form) => askCompanyEmail(String(form.get('email'))),
    () => {
      void client.invalidateQueries({ queryKey: applicationQuery().queryKey }).then(props.onSent)
    },
  )
  const inField = () => ask.fieldError('email') ?? ask.fieldError('company')
  return (
    <form class="stack stack--3" novalidate onSubmit={(event) => void ask.submit(event)}>
      <ProblemNote error={inField() ? undefined : ask.error()} />
      <TextField
        name="email"
        type="email"
        autocomplete="off"
        label={m.checks_company_email({ company: isolate(props.company) })}
        hint={m.checks_company_hint()}
        error={inField()}
      />
      <div>
        <Button type="submit" busy={ask.busy()}>
          {m.checks_company_send()}
        </Button>
      </div>
    </form>
  )
}
