import * as z from 'zod'
import { LinkToken, Password } from './accounts'
import { Email } from './common'

/** The token of the mailed link, from any device; or the six digits, typed where the person is signed in. */
export const EmailProof = z
  .union([z.strictObject({ token: LinkToken }), z.strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits') })])
  .meta({ id: 'EmailProof' })
export const EmailVerified = z.object({ email_verified: z.literal(true) }).meta({ id: 'EmailVerified' })

/** The password where the account has one; an account without one shows a recent sign-in. */
export const EmailChange = z.strictObject({ email: Email, password: Password.optional() }).meta({ id: 'EmailChange' })
/** Says the same whether the new address is free or not. */
export const EmailChangeAsked = z.object({}).meta({ id: 'EmailChangeAsked' })
export const EmailLink = z.strictObject({ token: LinkToken }).meta({ id: 'EmailLink' })
export const EmailChanged = z.object({ email: z.string() }).meta({ id: 'EmailChanged' })
