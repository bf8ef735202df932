import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { fieldError, Problem } from '../lib/problem'
import { useSession } from '../lib/session'

const isCode = (error: unknown, code: Problem['code']): boolean => error instanceof Problem && error.code === code

/** Beside the password that was typed to show who one is. */
export const passwordError = (error: unknown): string | undefined =>
  fieldError(error, 'password') !== undefined || fieldError(error, 'current_password') !== undefined
    ? m.password_wrong()
    : undefined

/** Beside the code of the authenticator. */
export const codeError = (error: unknown): string | undefined =>
  isCode(error, 'not_found') || fieldError(error, 'code') !== undefined ? m.second_wrong() : undefined

/** The way to sign in again, for accounts without a password. */
export function RecentSignIn(props: { error: unknown }) {
  const location = useLocation()
  const session = useSession()
  const to = () => `/login?next=${encodeURIComponent(location.pathname)}`
  return (
    <Show when={isCode(props.error, 'recent_sign_in_required')}>
      <button type="button" class="link" onClick={() => void session.signOut({ to: to() })}>
        {m.sign_in_again()}
      </button>
    </Show>
  )
}
