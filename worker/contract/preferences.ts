import * as z from 'zod'
import { Currency } from './common'
import { isInAppChoice, isMailChoice, NOTIFICATION_KINDS } from './notifications.constants'
import { DENSITIES, THEMES } from './preferences.constants'

const Locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .meta({ description: 'BCP 47; null follows the browser' })

const HourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const QuietHours = z
  .strictObject({ from: HourOfDay, until: HourOfDay })
  .refine(({ from, until }) => from !== until, 'Quiet hours begin at one time and end at another')
  .meta({ description: 'In the time zone of the account; mails that can wait come at their end' })

const shown = {
  theme: z.enum(THEMES),
  density: z.enum(DENSITIES),
  locale: Locale.nullable(),
  currency: Currency,
  presence_hidden: z
    .boolean()
    .meta({ description: 'Nobody sees whether I am here, and I see nobody; always for minors' }),
  public_page: z.boolean().meta({ description: 'My page as a student is open to everybody; never for minors' }),
  searchable: z.boolean().meta({ description: 'Search engines may show my public pages; never for minors' }),
  quiet_hours: QuietHours.nullable(),
}

export const Preferences = z
  .object({
    ...shown,
    in_app: z
      .record(z.string(), z.boolean())
      .meta({ description: 'The kinds of notification that can be turned off in the product' }),
    mail: z.record(z.string(), z.boolean()).meta({ description: 'The kinds of mail that can be turned off' }),
    mail_suspended: z
      .boolean()
      .meta({ description: 'Mails to my address came back: none goes there until I prove it again or change it' }),
  })
  .meta({ id: 'Preferences' })
export type Preferences = z.infer<typeof Preferences>

/** Any kind may be named, and only some may be turned off. */
const turnable = <K extends string>(kinds: z.ZodType<K, K>, isFree: (kind: string) => boolean, message: string) =>
  z.partialRecord(kinds, z.boolean()).superRefine((chosen, c) => {
    for (const [kind, wanted] of Object.entries(chosen))
      if (!wanted && !isFree(kind)) c.addIssue({ code: 'custom', path: [kind], message })
  })
const MailKind = z.enum([...NOTIFICATION_KINDS, 'message_digest'])
const Mail = turnable(MailKind, isMailChoice, 'Mails about security, money and sessions are always sent')
const InApp = turnable(
  z.enum(NOTIFICATION_KINDS),
  isInAppChoice,
  'Security, money and sessions are always told in the product',
)

/** Only what is named changes. */
export const PreferencesChange = z
  .strictObject({ ...shown, in_app: InApp, mail: Mail })
  .partial()
  .meta({ id: 'PreferencesChange' })
export type PreferencesChange = z.infer<typeof PreferencesChange>

/** The token of a mail: it shows and changes which mails come, and nothing else. */
export const MailToken = z.strictObject({ token: z.string().min(1).max(200) })
export const MailPreferences = z
  .object({
    kind: MailKind.meta({ description: 'What the mail was whose link led here' }),
    mail: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'MailPreferences' })
export const MailPreferencesChange = MailToken.extend({ mail: Mail }).meta({ id: 'MailPreferencesChange' })
