import { emailKey } from '../accounts/emails.rules'
import * as contract from '../contract/checks'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { hashOf, newId } from '../lib/ids'
import { post } from '../lib/outbox'
import { route, slice, type Asked } from '../lib/route'
import { notify } from '../notifications/notifications.data'
import { profileLinksOf } from './applications.rules'
import { checkById, grantCheck, isGranted } from './checks.data'
import * as data from './proofs.data'
import { domainOf, isFreeMail, isReadable, snippetFor } from './proofs.rules'

const facts = (db: Database, { me }: Asked) => ({ provable: data.provable(db, me) })

const askCompany = route('mentor', {
  method: 'post',
  path: '/mentor/application/company-email/',
  operationId: 'askCompanyEmail',
  summary: 'Mail a link to my address at the company that my profile names',
  needs: ['verified_email'],
  body: contract.CompanyEmail,
  returns: { 202: contract.Mailed },
  fails: ['invalid_input', 'too_many_requests'],
  facts,
})

const confirmCompany = route('mentor', {
  method: 'post',
  path: '/mentor/application/company-email/confirm/',
  operationId: 'confirmCompanyEmail',
  summary: 'Use the link that was mailed to the company address, signed in as who asked for it',
  body: contract.CompanyEmailProof,
  returns: { 200: contract.Check },
  fails: ['not_found'],
  facts,
})

const askLink = route('mentor', {
  method: 'post',
  path: '/mentor/application/profile-link/',
  operationId: 'proveProfileLink',
  summary: 'Have a page of my profile read, whether it links back to my page here',
  body: contract.ProfileLink,
  returns: { 202: contract.LinkProofAsked },
  fails: ['invalid_input', 'too_many_requests'],
  facts,
})

const wrong = (field: string, words: string): never => fail('invalid_input', { errors: { [field]: [words] } })

export const proofRoutes = slice()
  .on(askCompany, async (c) => {
    const { db, now, account, body, facts } = c.var
    const company = facts.provable[0]?.company ?? wrong('company', 'Say in your profile where you work first')
    const email_key = emailKey(body.email)
    if (isFreeMail(domainOf(email_key)))
      wrong('email', 'Anybody can have an address there. Use the one of your company')
    const id = newId(now)
    const [asked] = await write(db, [
      data.askCompany(db, { id, account_id: account.id, email: body.email, email_key, company, now }),
      post(db, { topic: 'company_email_proof', payload: { id } }, now, data.isAsked(id)),
    ])
    if ((asked as unknown[]).length === 0) fail('too_many_requests', { headers: { 'retry-after': '3600' } })
    return c.json({}, 202)
  })
  .on(confirmCompany, async (c) => {
    const { db, now, account, body, facts } = c.var
    const company = facts.provable[0]?.company ?? fail('not_found')
    const opening = { account_id: account.id, token_hash: await hashOf(body.token), now }
    const [id, kind] = [newId(now), 'company_email' as const]
    const check = { id, account_id: account.id, kind, subject: company, now }
    const notice = { person: account.id, kind: 'check_passed' as const, cause: `check:${id}` }
    const results = await write(db, [
      ...grantCheck(db, { ...check, via: data.domainOfLetter(opening), when: data.isOpened(opening, company) }),
      data.spendLetter(db, opening),
      ...notify(db, { ...notice, data: { check: kind, subject: company } }, now, isGranted(id)),
      checkById(db, id),
    ])
    const [granted] = results.at(-1) as unknown[]
    return c.json(granted ?? fail('not_found'))
  })
  .on(askLink, async (c) => {
    const { db, now, account, env, body, facts } = { ...c.var, env: c.env }
    const own = facts.provable[0] ?? fail('not_found')
    const { url } = body
    if (!profileLinksOf(own).includes(url)) wrong('url', 'Save this address in your profile first')
    if (!isReadable(url, new URL(env.PUBLIC_ORIGIN).hostname))
      wrong('url', 'Only public pages that begin with https:// can be read')
    const [asked] = await write(db, [
      data.askLink(db, { account_id: account.id, url, now }),
      post(
        db,
        { topic: 'profile_link_proof', payload: { account_id: account.id, url } },
        now,
        data.isReadDue(account.id, url, now),
      ),
    ])
    if ((asked as unknown[]).length === 0) fail('too_many_requests', { headers: { 'retry-after': '30' } })
    const snippet = snippetFor(env.PUBLIC_ORIGIN, own.mentor_id)
    return c.json({ url, state: 'waiting', asked_at: now, snippet }, 202)
  })
