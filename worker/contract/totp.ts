import * as z from 'zod'
import { LinkToken, Password, SignedIn } from './accounts'

/** Six digits of the authenticator, or one of the recovery codes. */
const Code = z
  .string()
  .min(6)
  .max(40)
  .meta({ description: 'Six digits of the authenticator, or a recovery code', examples: ['123456', 'k3m9x-7wqrt'] })
const Proof = { password: Password.optional() }

/** The password was right, and the account asks for more: the ticket lives five minutes and five tries. */
export const SecondFactorAsked = z
  .object({ second_factor: z.literal('totp'), ticket: z.string() })
  .meta({ id: 'SecondFactorAsked' })
export const LoggedIn = z.union([SignedIn, SecondFactorAsked]).meta({ id: 'LoggedIn' })
export const TotpLogin = z.strictObject({ ticket: LinkToken, code: Code }).meta({ id: 'TotpLogin' })

/** A code too where TOTP is on already: the secret then moves to another device. */
export const TotpWish = z.strictObject({ ...Proof, code: Code.optional() }).meta({ id: 'TotpWish' })
export const TotpSecret = z
  .object({ secret: z.string().meta({ description: 'Base 32, to type' }), uri: z.string() })
  .meta({ id: 'TotpSecret' })
export const TotpCode = z.strictObject({ code: Code }).meta({ id: 'TotpCode' })
export const TotpEnd = z.strictObject({ ...Proof, code: Code }).meta({ id: 'TotpEnd' })
export const RecoveryCodes = z
  .object({ recovery_codes: z.array(z.string()).length(10).meta({ description: 'Shown this once; each works once' }) })
  .meta({ id: 'RecoveryCodes' })
