import * as z from 'zod'
import { LinkToken, Password } from './accounts'
import { Day, Name, TimeZone } from './common'

/** Where to go on afterwards: a path of ours. Anything else leads home. */
const Next = z.string().max(2000)

const Role = z.enum(['student', 'mentor'])

/** `as` is the role that the page for somebody new begins with. */
export const GoogleStart = z.strictObject({
  next: Next.optional().catch(undefined),
  as: Role.optional().catch(undefined),
})

/** What Google sends the browser back with. It may add what it likes, and a person may have tampered with it. */
export const GoogleReturn = z.object({
  state: z.string().max(200).optional().catch(undefined),
  code: z.string().max(4000).optional().catch(undefined),
  error: z.string().max(200).optional().catch(undefined),
})

export const SignInWays = z.object({ google: z.boolean() }).meta({ id: 'SignInWays' })

/** Who stands at the door with a Google account: without an account here, or with the address of one. */
export const GooglePending = z
  .object({
    kind: z.enum(['new', 'link']),
    name: z.string(),
    email: z.string(),
    role: Role,
    next: z.string().nullable(),
  })
  .meta({ id: 'GooglePending' })

export const GoogleRegistration = z
  .strictObject({
    name: Name,
    role: Role.default('student'),
    accepted_terms: z.literal(true, 'The terms must be accepted'),
    date_of_birth: Day,
    time_zone: TimeZone,
  })
  .meta({ id: 'GoogleRegistration' })

export const GoogleLink = z.strictObject({ password: Password }).meta({ id: 'GoogleLink' })
export const GoogleLinkMailed = z.object({ email: z.string() }).meta({ id: 'GoogleLinkMailed' })
export const GoogleLinkProof = z.strictObject({ token: LinkToken }).meta({ id: 'GoogleLinkProof' })
export const GoogleLinked = z.object({ google_email: z.string() }).meta({ id: 'GoogleLinked' })

/** The password where the account has one; an account without one shows a recent sign-in. */
export const GoogleConnection = z.strictObject({ password: Password.optional() }).meta({ id: 'GoogleConnection' })
export const GoogleConsent = z
  .object({ location: z.url().meta({ description: 'The page where Google asks for consent' }) })
  .meta({ id: 'GoogleConsent' })
