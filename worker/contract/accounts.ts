import * as z from 'zod'
import { Day, DisplayId, Email, Instant, MentorId, Name, StudentId, TimeZone } from './common'
import { ROLES, PASSWORD_LENGTH } from './accounts.constants'

export const User = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    email_verified: z.boolean(),
    roles: z.array(z.enum(ROLES)),
    student_id: StudentId,
    mentor_id: MentorId.nullable(),
    time_zone: z.string(),
    picture_url: z.string().nullable(),
    birth_date_known: z.boolean(),
    is_minor: z.boolean().meta({ description: 'Under 18 today in the zone of the person, or not known' }),
    is_closing: z.boolean().meta({ description: 'Closing was asked for, and can still be taken back' }),
    staff_roles_waiting: z
      .boolean()
      .meta({ description: 'Staff roles are granted; they count in a session that has shown a second factor' }),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

/** A password that somebody chooses. */
export const NewPassword = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most)
/** A password that somebody proves to be theirs. */
export const Password = z.string().min(1).max(PASSWORD_LENGTH.most)
/** The token of a mailed link: the account it speaks of and a secret, in one. */
export const LinkToken = z.string().regex(/^[\w-]{20,120}$/)

export const Registration = z
  .strictObject({
    name: Name,
    email: Email,
    password: NewPassword,
    accepted_terms: z.literal(true, 'The terms must be accepted'),
    date_of_birth: Day.optional(),
    time_zone: TimeZone.optional(),
  })
  .meta({ id: 'Registration' })

/** Someone who already has an account adds the mentor role to it. */
export const MentorAddition = z
  .strictObject({ accepted_terms: z.literal(true, 'The terms must be accepted') })
  .meta({ id: 'MentorAddition' })

export const StudentRegistered = z
  .object({ message: z.string(), student_id: StudentId, token: z.string(), user: User })
  .meta({ id: 'StudentRegistered' })
export const MentorRegistered = z
  .object({ message: z.string(), mentor_id: MentorId, token: z.string().optional(), user: User })
  .meta({ id: 'MentorRegistered' })

export const Login = z
  .strictObject({
    email: Email.optional(),
    id: DisplayId.optional(),
    password: Password,
  })
  .refine((body) => (body.email === undefined) !== (body.id === undefined), {
    error: 'Give either the e-mail or the id',
    path: ['email'],
  })
  .meta({ id: 'Login' })
export const SignedIn = z.object({ token: z.string(), user: User }).meta({ id: 'SignedIn' })

export const LogoutQuery = z.strictObject({ everywhere: z.enum(['true', 'false']).default('false') })
export const SocketTicket = z.object({ ticket: z.string(), expires_at: z.iso.datetime() }).meta({ id: 'SocketTicket' })

/** How an account is protected. */
export const Security = z
  .object({
    has_password: z.boolean(),
    password_changed_at: Instant.nullable(),
    totp_enabled: z.boolean(),
    recovery_codes_left: z.int(),
    google: z.object({ email: z.string(), linked_at: Instant }).nullable(),
    staff_needs_totp: z.boolean().meta({ description: 'Holds staff roles, which count after TOTP is enabled' }),
  })
  .meta({ id: 'Security' })
