import './accounts.css'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useSession, type Me } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { proveEmail } from './accounts.calls'
import { AddressChange } from './AddressChange'
import { CodeField } from './CodeField'
import { ResendCode } from './ResendCode'

const isWrongCode = (error: unknown): boolean => error instanceof Problem && error.code === 'not_found'

type Props = {
  me: Me
  /** One was mailed a moment ago. */
  fresh?: boolean
  /** It is what the page or the dialog is about, so it has the focus. */
  first?: boolean
  /** What was typed at the sign-up, so that another address needs no second typing of it. */
  password?: string
  onProven?: () => void
}

/** The six digits that were mailed. The account says by itself when its address is proven. */
export function EmailCode(props: Props) {
  const session = useSession()
  const [changing, setChanging] = createSignal(false)
  lookAgainOnReturn(() => void session.refresh())
  const prove = createSubmission(
    (form) => proveEmail({ code: String(form.get('code')) }),
    () => {
      void session.refresh()
      props.onProven?.()
    },
  )
  const wrong = () => (isWrongCode(prove.error()) ? m.code_wrong() : undefined)
  return (
    <Show when={!changing()} fallback={<AddressChange password={props.password} onBack={() => setChanging(false)} />}>
      <form class="stack" onSubmit={(event) => void prove.submit(event)}>
        <p class="t-2">
          {props.fresh
            ? m.code_words({ email: isolate(props.me.email) })
            : m.code_words_later({ email: isolate(props.me.email) })}
        </p>
        <ProblemNote error={wrong() ? undefined : prove.error()} />
        <CodeField label={m.code_label()} hint={m.code_hint()} error={wrong()} first={props.first} />
        <Button kind="primary" size="lg" block type="submit" busy={prove.busy()}>
          {m.code_act()}
        </Button>
        <div class="row row--wrap row--2 justify-center">
          <ResendCode fresh={props.fresh} />
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {m.code_other_address()}
          </Button>
        </div>
      </form>
    </Show>
  )
}

/** The link of the mail may have been opened in another tab or on another device. */
function lookAgainOnReturn(look: () => void): void {
  const listen = () => document.visibilityState === 'visible' && look()
  onMount(() => document.addEventListener('visibilitychange', listen))
  onCleanup(() => document.removeEventListener('visibilitychange', listen))
}
