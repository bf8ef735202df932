import * as z from 'zod'
import { Day, DisplayId, MentorId, Name, StudentId, TimeZone } from './common'
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
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

const Email = z.email().max(254)
const Password = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most)

export const Registration = z
  .strictObject({
    name: Name,
    email: Email,
    password: Password,
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
    password: z.string().min(1).max(PASSWORD_LENGTH.most),
  })
  .refine((body) => (body.email === undefined) !== (body.id === undefined), {
    error: 'Give either the e-mail or the id',
    path: ['email'],
  })
  .meta({ id: 'Login' })
export const SignedIn = z.object({ token: z.string(), user: User }).meta({ id: 'SignedIn' })

export const LogoutQuery = z.strictObject({ everywhere: z.enum(['true', 'false']).default('false') })
export const EmailProof = z.strictObject({ token: z.string().min(20).max(100) }).meta({ id: 'EmailProof' })
export const EmailVerified = z.object({ email_verified: z.literal(true) }).meta({ id: 'EmailVerified' })
export const SocketTicket = z.object({ ticket: z.string(), expires_at: z.iso.datetime() }).meta({ id: 'SocketTicket' })
