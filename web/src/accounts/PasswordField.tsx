import './accounts.css'
import { createSignal, splitProps, type JSX } from 'solid-js'
import EyeIcon from '~icons/lucide/eye'
import EyeOffIcon from '~icons/lucide/eye-off'
import { PASSWORD_LENGTH } from '../../../worker/contract/accounts.constants'
import { m } from '../lib/messages'
import { Field } from '../ui/Field'

type Props = { label: string; name: string; hint?: JSX.Element; error?: string; required?: boolean; fresh?: boolean }

/** A password that can be looked at while it is typed. `fresh` is one that is chosen here. */
export function PasswordField(props: Props) {
  const [own, field] = splitProps(props, ['name', 'required', 'fresh'])
  const [shown, setShown] = createSignal(false)
  const hint = () => field.hint ?? (own.fresh ? m.signup_password_hint({ count: PASSWORD_LENGTH.least }) : undefined)
  return (
    <Field {...field} hint={hint()}>
      {(wiring) => (
        <span class="reveal">
          <input
            class="input"
            name={own.name}
            type={shown() ? 'text' : 'password'}
            autocomplete={own.fresh ? 'new-password' : 'current-password'}
            autocapitalize="none"
            spellcheck={false}
            required={own.required ?? true}
            minlength={own.fresh ? PASSWORD_LENGTH.least : undefined}
            maxlength={PASSWORD_LENGTH.most}
            {...wiring}
          />
          <button
            type="button"
            class="btn btn--quiet btn--icon reveal__b"
            aria-label={m.password_show()}
            aria-pressed={shown()}
            onClick={() => setShown(!shown())}
          >
            {shown() ? <EyeOffIcon class="i" aria-hidden="true" /> : <EyeIcon class="i" aria-hidden="true" />}
          </button>
        </span>
      )}
    </Field>
  )
}
