import type { SQL } from 'drizzle-orm'
import { Preferences, PreferencesChange } from '../contract/preferences'
import { write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { fail } from '../lib/failure'
import { route, slice, type Account } from '../lib/route'
import { suspendedNow } from '../mail/mail.data'
import { isMinor } from './age.rules'
import * as data from './preferences.data'
import { chosen, preferencesFrom, refusals, type Standing } from './preferences.rules'

const facts = (db: Database, { me }: { me: SQL }) => ({
  own: data.choicesOf(db, me),
  suspended: suspendedNow(db, me),
})

const preferences = route('signed_in', {
  method: 'get',
  path: '/account/preferences/',
  operationId: 'preferences',
  summary: 'How the product looks to me, who sees me and what is mailed',
  returns: { 200: Preferences },
  facts,
})

const changePreferences = route('signed_in', {
  method: 'put',
  path: '/account/preferences/',
  operationId: 'changePreferences',
  summary: 'Change what is named',
  body: PreferencesChange,
  returns: { 200: Preferences },
  fails: ['invalid_input'],
  facts,
})

type Asking = { account: Account; now: Date; facts: { suspended: unknown[] } }
const standingOf = ({ account, now, facts }: Asking, env: Environment): Standing => ({
  is_minor: isMinor(account, now),
  currencies: env.CURRENCIES.split(','),
  mail_suspended: facts.suspended.length > 0,
})

export const preferenceRoutes = slice()
  .on(preferences, (c) => c.json(preferencesFrom(c.var.facts.own[0], standingOf(c.var, c.env))))
  .on(changePreferences, async (c) => {
    const { db, account, body, facts } = c.var
    const standing = standingOf(c.var, c.env)
    const errors = refusals(body, standing)
    if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
    const change = chosen(facts.own[0], body)
    if (Object.keys(change).length > 0) await write(db, [data.choose(db, account.id, change, body)])
    return c.json(preferencesFrom({ ...facts.own[0], ...change }, standing))
  })
