import { mailFrom, turnedOff } from '../accounts/preferences.rules'
import { choose } from '../accounts/preferences.data'
import { MAIL_CHOICES } from '../contract/notifications.constants'
import * as contract from '../contract/preferences'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { addressPrefix, type Limit } from '../lib/limits'
import { route, slice } from '../lib/route'
import { choicesOfLiving } from './mail.data'
import { claimedBy, provenKind } from './unsubscribe.token'

const limits = ({ headers }: { headers: Headers }): Limit[] => [
  { subject: `mail preferences:${addressPrefix(headers)}`, most: 300, seconds: 3600 },
]

const showPreferences = route('anyone', {
  method: 'get',
  path: '/mail/preferences/',
  operationId: 'mailPreferences',
  summary: 'Which mails come, by the link of a mail',
  query: contract.MailToken,
  returns: { 200: contract.MailPreferences },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits,
  facts: (db, { query }) => ({ person: choicesOfLiving(db, claimedBy(query.token)) }),
})

const changePreferences = route('anyone', {
  method: 'put',
  path: '/mail/preferences/',
  operationId: 'changeMailPreferences',
  summary: 'Choose which mails come, by the link of a mail',
  body: contract.MailPreferencesChange,
  returns: { 200: contract.MailPreferences },
  fails: ['not_found', 'invalid_input', 'too_many_requests'],
  limits,
  facts: (db, { body }) => ({ person: choicesOfLiving(db, claimedBy(body.token)) }),
})

/** A mail program posts here by itself, without cookie or page (RFC 8058). */
const unsubscribe = route('anyone', {
  method: 'post',
  path: '/mail/unsubscribe/',
  operationId: 'unsubscribe',
  summary: 'No more mails of this kind',
  query: contract.MailToken,
  returns: { 200: contract.MailPreferences },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { query }) => ({ person: choicesOfLiving(db, claimedBy(query.token)) }),
})

/** Looking at an address changes nothing: programs that look ahead must not turn mails off. */
const openUnsubscribe = route('anyone', {
  method: 'get',
  path: '/mail/unsubscribe/',
  operationId: 'openUnsubscribe',
  summary: 'The page on which a person chooses',
  query: contract.MailToken,
  returns: { 302: null },
  fails: ['invalid_input'],
})

export const mailRoutes = slice()
  .on(showPreferences, async (c) => {
    const { query, facts } = c.var
    const { kind, person } = await proven(c.env, query.token, facts.person)
    return c.json({ kind, mail: mailFrom(person.mail_off) })
  })
  .on(changePreferences, async (c) => {
    const { db, body, facts } = c.var
    const { kind, person } = await proven(c.env, body.token, facts.person)
    const mail_off = turnedOff(MAIL_CHOICES, person.mail_off, body.mail)
    await write(db, [choose(db, person.id, { mail_off }, { mail: body.mail })])
    return c.json({ kind, mail: mailFrom(mail_off) })
  })
  .on(unsubscribe, async (c) => {
    const { db, query, facts } = c.var
    const { kind, person } = await proven(c.env, query.token, facts.person)
    const mail_off = turnedOff(MAIL_CHOICES, person.mail_off, { [kind]: false })
    await write(db, [choose(db, person.id, { mail_off }, { mail: { [kind]: false } })])
    return c.json({ kind, mail: mailFrom(mail_off) })
  })
  .on(openUnsubscribe, (c) => {
    const page = new URL(`/mail/preferences?token=${encodeURIComponent(c.var.query.token)}`, c.env.PUBLIC_ORIGIN)
    return c.redirect(page.href, 302)
  })

type Person = ReturnType<typeof choicesOfLiving>['_']['result'][number]

async function proven(env: Parameters<typeof provenKind>[0], token: string, found: Person[]) {
  const kind = await provenKind(env, token)
  const [row] = found
  if (!kind || !row) return fail('not_found')
  return { kind, person: { id: row.id, mail_off: row.mail_off ?? [] } }
}
