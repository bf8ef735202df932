import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { InAppChoice, MailChoice } from '../contract/notifications.constants'
import type { Density, Theme } from '../contract/preferences.constants'
import { accounts } from './accounts.schema'

const yesNo = (name: string) => integer(name, { mode: 'boolean' }).notNull()

/** Where a person has no row, nothing was chosen yet. */
export const preferences = sqliteTable('preferences', {
  account_id: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  theme: text('theme').$type<Theme>().notNull().default('system'),
  density: text('density').$type<Density>().notNull().default('comfortable'),
  locale: text('locale'),
  currency: text('currency'),
  presence_hidden: yesNo('presence_hidden').default(false),
  public_page: yesNo('public_page').default(false),
  searchable: yesNo('searchable').default(true),
  /** "22:00", in the zone of the person; both or neither. */
  quiet_from: text('quiet_from'),
  quiet_until: text('quiet_until'),
  mail_off: text('mail_off', { mode: 'json' }).$type<MailChoice[]>().notNull().default([]),
  in_app_off: text('in_app_off', { mode: 'json' }).$type<InAppChoice[]>().notNull().default([]),
})
