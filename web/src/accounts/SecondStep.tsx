import './accounts.css'
import { createSignal, Show } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { CodeField } from './CodeField'

const hasCode = (error: unknown, code: Problem['code']): boolean => error instanceof Problem && error.code === code

/** The code of the authenticator, or one of the recovery codes; the ticket of the first step ends after a while. */
export function SecondStep(props: { ticket: string; onDone: () => void; onRestart: () => void }) {
  const session = useSession()
  const [lost, setLost] = createSignal(false)
  const show = createSubmission(
    (form) => session.showSecondFactor(props.ticket, String(form.get('code')).trim()),
    () => props.onDone(),
  )
  const isOver = () => hasCode(show.error(), 'not_found')
  const wrong = () =>
    hasCode(show.error(), 'invalid_credentials') ? (lost() ? m.second_recovery_wrong() : m.second_wrong()) : undefined

  function change(): void {
    show.setError(undefined)
    setLost(!lost())
  }

  return (
    <>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.second_title()}</h1>
        <p class="t-lead">{lost() ? m.second_recovery_words() : m.second_words()}</p>
      </div>
      <form class="card stack" onSubmit={(event) => void show.submit(event)}>
        <Show when={isOver()} fallback={<ProblemNote error={wrong() ? undefined : show.error()} />}>
          <Note kind="danger">{m.second_over()}</Note>
        </Show>
        <Show when={lost()} fallback={<CodeField label={m.code_label()} error={wrong()} first />}>
          <TextField
            label={m.second_recovery()}
            name="code"
            required
            minlength="6"
            maxlength="40"
            dir="ltr"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            error={wrong()}
          />
        </Show>
        <Button kind="primary" size="lg" block type="submit" busy={show.busy()}>
          {m.act_log_in()}
        </Button>
        <div class="row row--wrap row--2 justify-center">
          <Button kind="quiet" onClick={change}>
            {lost() ? m.second_use_app() : m.second_use_recovery()}
          </Button>
          <Button kind="quiet" onClick={() => props.onRestart()}>
            {m.second_restart()}
          </Button>
        </div>
      </form>
    </>
  )
}
