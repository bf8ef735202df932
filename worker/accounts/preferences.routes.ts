import { Preferences, PreferencesChange } from '../contract/preferences'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { isMinor } from './age.rules'
import * as data from './preferences.data'
import { chosen, preferencesFrom, refusals } from './preferences.rules'

const preferences = route('signed_in', {
  method: 'get',
  path: '/account/preferences/',
  operationId: 'preferences',
  summary: 'How the product looks to me, who sees me and what is mailed',
  returns: { 200: Preferences },
  facts: (db, { me }) => ({ own: data.choicesOf(db, me) }),
})

const changePreferences = route('signed_in', {
  method: 'put',
  path: '/account/preferences/',
  operationId: 'changePreferences',
  summary: 'Change what is named',
  body: PreferencesChange,
  returns: { 200: Preferences },
  fails: ['invalid_input'],
  facts: (db, { me }) => ({ own: data.choicesOf(db, me) }),
})

export const preferenceRoutes = slice()
  .on(preferences, (c) => {
    const { account, facts, now } = c.var
    return c.json(preferencesFrom(facts.own[0], isMinor(account, now), c.env.CURRENCIES.split(',')))
  })
  .on(changePreferences, async (c) => {
    const { db, account, body, facts, now } = c.var
    const [minor, currencies] = [isMinor(account, now), c.env.CURRENCIES.split(',')]
    const errors = refusals(body, minor, currencies)
    if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
    const change = chosen(facts.own[0], body)
    if (Object.keys(change).length > 0) await write(db, [data.choose(db, account.id, change)])
    return c.json(preferencesFrom({ ...facts.own[0], ...change }, minor, currencies))
  })
