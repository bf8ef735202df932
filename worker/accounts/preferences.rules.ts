import type { Preferences, PreferencesChange } from '../contract/preferences'
import { IN_APP_CHOICES, MAIL_CHOICES, type MailChoice } from '../contract/notifications.constants'
import type { preferences } from './preferences.schema'

export type Choices = typeof preferences.$inferSelect

const DEFAULTS: Omit<Choices, 'account_id'> = {
  theme: 'system',
  density: 'comfortable',
  locale: null,
  currency: null,
  presence_hidden: false,
  public_page: false,
  searchable: true,
  quiet_from: null,
  quiet_until: null,
  mail_off: [],
  in_app_off: [],
}

/** What is not chosen and bears on the choices. */
export interface Standing {
  is_minor: boolean
  currencies: string[]
  mail_suspended: boolean
}

/** What holds for a person now: a minor is neither seen nor found, whatever was chosen (A7). */
export function preferencesFrom(
  choices: Partial<Choices> | undefined,
  { is_minor, currencies, mail_suspended }: Standing,
): Preferences {
  const { theme, density, locale, currency, quiet_from, quiet_until, ...rest } = { ...DEFAULTS, ...choices }
  const [first = 'INR'] = currencies
  return {
    theme,
    density,
    locale,
    currency: currency !== null && currencies.includes(currency) ? currency : first,
    presence_hidden: is_minor || rest.presence_hidden,
    public_page: !is_minor && rest.public_page,
    searchable: !is_minor && rest.searchable,
    quiet_hours: quiet_from && quiet_until ? { from: quiet_from, until: quiet_until } : null,
    in_app: choicesFrom(IN_APP_CHOICES, rest.in_app_off),
    mail: mailFrom(rest.mail_off),
    mail_suspended,
  }
}

const choicesFrom = <K extends string>(kinds: readonly K[], off: K[]): Record<string, boolean> =>
  Object.fromEntries(kinds.map((kind) => [kind, !off.includes(kind)]))

/** Every mail that can be turned off, and whether it comes. */
export const mailFrom = (mail_off: MailChoice[] = []): Record<string, boolean> => choicesFrom(MAIL_CHOICES, mail_off)

/** The columns that a change touches. */
export function chosen(
  row: Choices | undefined,
  { mail, in_app, quiet_hours, ...change }: PreferencesChange,
): Partial<Choices> {
  return {
    ...change,
    ...(quiet_hours !== undefined && {
      quiet_from: quiet_hours?.from ?? null,
      quiet_until: quiet_hours?.until ?? null,
    }),
    ...(mail && { mail_off: turnedOff(MAIL_CHOICES, row?.mail_off, mail) }),
    ...(in_app && { in_app_off: turnedOff(IN_APP_CHOICES, row?.in_app_off, in_app) }),
  }
}

/** What is off after a change; what it does not name stays. */
export const turnedOff = <K extends string>(
  kinds: readonly K[],
  before: K[] = [],
  change: Partial<Record<string, boolean>>,
): K[] => kinds.filter((kind) => !(change[kind] ?? !before.includes(kind)))

/** Why a change is refused, by field. */
export function refusals(change: PreferencesChange, { is_minor, currencies }: Standing): Record<string, string[]> {
  const only_adults = ['This can be chosen from 18 on']
  return {
    ...(change.currency !== undefined && !currencies.includes(change.currency) && { currency: ['Not used here'] }),
    ...(is_minor && change.presence_hidden === false && { presence_hidden: only_adults }),
    ...(is_minor && change.public_page && { public_page: only_adults }),
    ...(is_minor && change.searchable && { searchable: only_adults }),
  }
}
