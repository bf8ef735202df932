import * as z from 'zod'
import { Currency } from './common'
import { NOTIFICATION_KINDS, type NotificationKind } from './notifications.constants'
import { DENSITIES, MAIL_CHOICES, THEMES } from './preferences.constants'

const isChoice = (kind: NotificationKind): boolean => (MAIL_CHOICES as readonly NotificationKind[]).includes(kind)

const Locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .meta({ description: 'BCP 47; null follows the browser' })

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
}

export const Preferences = z
  .object({
    ...shown,
    mail: z.record(z.string(), z.boolean()).meta({ description: 'The kinds of mail that can be turned off' }),
  })
  .meta({ id: 'Preferences' })
export type Preferences = z.infer<typeof Preferences>

const Mail = z.partialRecord(z.enum(NOTIFICATION_KINDS), z.boolean()).superRefine((mail, c) => {
  for (const [kind, wanted] of Object.entries(mail) as [NotificationKind, boolean][]) {
    if (!wanted && !isChoice(kind))
      c.addIssue({ code: 'custom', path: [kind], message: 'Mails about security, money and sessions are always sent' })
  }
})

/** Only what is named changes. */
export const PreferencesChange = z
  .strictObject({ ...shown, mail: Mail })
  .partial()
  .meta({ id: 'PreferencesChange' })
export type PreferencesChange = z.infer<typeof PreferencesChange>
