import type { Preferences, PreferencesChange } from '../contract/preferences'
import { MAIL_CHOICES, type MailChoice } from '../contract/preferences.constants'
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
}

/** What holds for a person now: a minor is neither seen nor found, whatever was chosen (A7). */
export function preferencesFrom(
  choices: Partial<Choices> | undefined,
  is_minor: boolean,
  currencies: string[],
): Preferences {
  const { theme, density, locale, currency, mail_off, quiet_from, quiet_until, ...seen } = { ...DEFAULTS, ...choices }
  const [first = 'INR'] = currencies
  return {
    theme,
    density,
    locale,
    currency: currency !== null && currencies.includes(currency) ? currency : first,
    presence_hidden: is_minor || seen.presence_hidden,
    public_page: !is_minor && seen.public_page,
    searchable: !is_minor && seen.searchable,
    quiet_hours: quiet_from && quiet_until ? { from: quiet_from, until: quiet_until } : null,
    mail: mailFrom(mail_off),
  }
}

/** Every mail that can be turned off, and whether it comes. */
export const mailFrom = (mail_off: MailChoice[] = []): Record<string, boolean> =>
  Object.fromEntries(MAIL_CHOICES.map((kind) => [kind, !mail_off.includes(kind)]))

/** The columns that a change touches. */
export function chosen(
  row: Choices | undefined,
  { mail, quiet_hours, ...change }: PreferencesChange,
): Partial<Choices> {
  return {
    ...change,
    ...(quiet_hours !== undefined && {
      quiet_from: quiet_hours?.from ?? null,
      quiet_until: quiet_hours?.until ?? null,
    }),
    ...(mail && { mail_off: turnedOff(row?.mail_off, mail) }),
  }
}

export const turnedOff = (before: MailChoice[] = [], mail: Partial<Record<MailChoice, boolean>>): MailChoice[] =>
  MAIL_CHOICES.filter((kind) => !(mail[kind] ?? !before.includes(kind)))

/** Why a change is refused, by field. */
export function refusals(change: PreferencesChange, is_minor: boolean, currencies: string[]): Record<string, string[]> {
  const only_adults = ['This can be chosen from 18 on']
  return {
    ...(change.currency !== undefined && !currencies.includes(change.currency) && { currency: ['Not used here'] }),
    ...(is_minor && change.presence_hidden === false && { presence_hidden: only_adults }),
    ...(is_minor && change.public_page && { public_page: only_adults }),
    ...(is_minor && change.searchable && { searchable: only_adults }),
  }
}
