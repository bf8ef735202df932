import * as z from 'zod'
import { LinkToken, NewPassword, Password } from './accounts'
import { Email, Instant } from './common'

export const ResetWish = z.strictObject({ email: Email }).meta({ id: 'ResetWish' })
/** Says the same whether the address is known or not. */
export const ResetAsked = z.object({}).meta({ id: 'ResetAsked' })
export const PasswordReset = z.strictObject({ token: LinkToken, password: NewPassword }).meta({ id: 'PasswordReset' })

/** The current one where there is one; an account without one shows a recent sign-in. */
export const PasswordChange = z
  .strictObject({ current_password: Password.optional(), password: NewPassword })
  .meta({ id: 'PasswordChange' })
export const PasswordChanged = z.object({ password_changed_at: Instant }).meta({ id: 'PasswordChanged' })
