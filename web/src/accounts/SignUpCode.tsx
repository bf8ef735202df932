import { isolate, m } from '../lib/messages'
import type { Me } from '../lib/session'
import { Button } from '../ui/Button'
import { EmailCode } from './EmailCode'

type Props = {
  me: Me
  password?: string
  /** Something was begun before, a time that was chosen for example. */
  onward: boolean
  onSkip: () => void
}

/** The account is there; the code of its mail makes it whole. Whoever wants to look around first may. */
export function SignUpCode(props: Props) {
  return (
    <>
      <div class="stack stack--2">
        <h1 class="display text-3xl">{m.signup_code_title({ name: isolate(props.me.name) })}</h1>
        <p class="t-lead">{props.onward ? m.signup_code_onward() : m.signup_code_words()}</p>
      </div>
      <div class="card">
        <EmailCode me={props.me} first fresh={props.password !== undefined} password={props.password} />
      </div>
      <div class="text-center">
        <Button kind="quiet" onClick={() => props.onSkip()}>
          {m.signup_look_around()}
        </Button>
      </div>
    </>
  )
}
