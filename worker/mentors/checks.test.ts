import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { PROFILE, colleague, readyApplicant } from '../test/applicants'
import { admin, answer, api, eventually, ORIGIN, type Person, type Teacher } from '../test/world'
import { plantSite } from '../sandbox/sites'
import { checkJobs } from './checks.jobs'
import { isReadable } from './proofs.rules'

const all = async <T = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results

let staff: Person
let other: Person
beforeAll(async () => {
  ;[staff, other] = [await admin(), await colleague()]
})

async function listed(wish?: Record<string, unknown>, profile?: object): Promise<Teacher> {
  const person = await readyApplicant(wish, profile)
  const body = { decision: 'approve', reason: 'Read with care' }
  await answer(api('POST', `/admin/mentor-applications/${person.mentor_id}/decision/`, { as: staff, body }), 200)
  return person
}
const shown = async (who: Teacher) => (await answer(api('GET', `/mentors/${who.mentor_id}/`), 200)).checks
const own = (as: Person) => answer(api('GET', '/mentor/application/', { as }), 200)
const change = (as: Person, body: object) => answer(api('PUT', '/mentor/profile/', { as, body }), 200)
const grant = (who: Teacher, body: object, as = staff) =>
  api('POST', `/admin/mentor-applications/${who.mentor_id}/checks/`, { as, body })
const take = (who: Teacher, id: string, as = staff) =>
  api('DELETE', `/admin/mentor-applications/${who.mentor_id}/checks/${id}/`, { as, body: { reason: 'It lapsed' } })
const note = 'Passport seen in a call'

describe('a check by staff', () => {
  it('stands on the public page with when and by whom, without the note or the name of who did it', async () => {
    const ravi = await listed({ name: 'Ravi Shankar' })
    expect(await shown(ravi)).toEqual([])
    const granted = await answer(grant(ravi, { kind: 'identity', subject: 'Ravi Shankar', note }), 201)
    expect(granted).toMatchObject({ checked_by: 'staff', staff_name: 'Staff', note })
    expect(await shown(ravi)).toEqual([
      { kind: 'identity', subject: 'Ravi Shankar', via: null, checked_at: granted.checked_at, checked_by: 'staff' },
    ])
    const page = await (await api('GET', `/mentors/${ravi.mentor_id}/`)).text()
    for (const secret of [note, 'Staff', staff.user.id]) expect(page).not.toContain(secret)
    const [told] = await all(
      'select kind, data from notifications where account_id = ? order by rowid desc limit 1',
      ravi.user.id,
    )
    expect(told).toMatchObject({ kind: 'check_passed', data: expect.stringContaining('Ravi Shankar') })
  })

  it.each([
    ['another name', { kind: 'identity', subject: 'Somebody Else' }],
    ['another company', { kind: 'company_email', subject: 'Elsewhere' }],
    ['an address that is not on the profile', { kind: 'profile_link', subject: 'https://else.example.com' }],
  ])('that says %s than the profile is refused', async (_, body) => {
    const ravi = await listed()
    expect(await answer(grant(ravi, { ...body, note }), 409)).toMatchObject({ code: 'state_conflict' })
    expect(await shown(ravi)).toEqual([])
    expect(await all("select 1 from application_history where account_id = ? and act = 'check'", ravi.user.id)).toEqual(
      [],
    )
  })

  it.each([
    ['a kind that is none', { kind: 'verified', subject: 'x', note }],
    ['no note', { kind: 'identity', subject: 'x' }],
    ['a forged origin', { kind: 'identity', subject: 'x', note, checked_by: 'system' }],
  ])('is refused with %s', async (_, body) => {
    await answer(grant(await listed(), body), 422)
  })

  it('is one check however many staff grant it, and the newest counts', async () => {
    const ravi = await listed()
    const body = { kind: 'company_email', subject: PROFILE.company, note: 'Badge seen' }
    const tries = await Promise.all([grant(ravi, body), grant(ravi, body, other), grant(ravi, body)])
    for (const response of tries) await response.body?.cancel()
    expect(await shown(ravi)).toHaveLength(1)
  })

  it('can be taken away once, with its reason in the past', async () => {
    const [ravi, mina] = [await listed(), await listed()]
    const { id } = await answer(grant(ravi, { kind: 'company_email', subject: PROFILE.company, note }), 201)
    await answer(take(mina, id), 404)
    expect(await shown(ravi)).toHaveLength(1)
    const tries = await Promise.all([take(ravi, id), take(ravi, id, other)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual([204, 404])
    expect(await shown(ravi)).toEqual([])
    const { history } = await answer(api('GET', `/admin/mentor-applications/${ravi.mentor_id}/`, { as: staff }), 200)
    expect(history.slice(0, 2)).toMatchObject([
      { act: 'uncheck', reason: 'company_email, Harbour Rail: It lapsed' },
      { act: 'check', reason: `company_email, Harbour Rail: ${note}` },
    ])
  })

  it('goes when the profile says something else, and does not come back with it', async () => {
    const ravi = await listed({ name: 'Ravi Shankar' }, { github_url: 'https://github.com/ravi' })
    const about = { identity: 'Ravi Shankar', company_email: PROFILE.company, profile_link: PROFILE.portfolio_url }
    for (const [kind, subject] of Object.entries(about)) await answer(grant(ravi, { kind, subject, note }), 201)
    await answer(grant(ravi, { kind: 'profile_link', subject: 'https://github.com/ravi', note }), 201)
    const kinds = async () => (await shown(ravi)).map(({ kind }: { kind: string }) => kind)
    const whole = ['identity', 'company_email', 'profile_link', 'profile_link']
    expect(await kinds()).toEqual(whole)
    await change(ravi, { headline: 'Another line', company: PROFILE.company, portfolio_url: PROFILE.portfolio_url })
    expect(await kinds()).toEqual(whole)
    await change(ravi, { company: 'Harbour Rail GmbH' })
    expect(await kinds()).toEqual(['identity', 'profile_link', 'profile_link'])
    await change(ravi, { portfolio_url: null })
    expect(await kinds()).toEqual(['identity', 'profile_link'])
    await change(ravi, { name: 'Somebody Famous' })
    expect(await kinds()).toEqual(['profile_link'])
    await change(ravi, { name: 'Ravi Shankar', company: PROFILE.company, portfolio_url: PROFILE.portfolio_url })
    expect(await kinds()).toEqual(['profile_link'])
  })
})

const ask = (as: Person, email: string) => api('POST', '/mentor/application/company-email/', { as, body: { email } })
const confirm = (as: Person, token: string) =>
  api('POST', '/mentor/application/company-email/confirm/', { as, body: { token } })
const letterTo = (email: string) =>
  eventually(async () => {
    const [letter] = await all<{ text: string }>(
      "select text from mailbox where recipient = ? and kind = 'company_email_proof' order by sent_at desc, rowid desc",
      email,
    )
    const token = /company-email\?token=([\w-]+)/.exec(letter?.text ?? '')?.[1]
    return token ? { text: letter!.text, token } : undefined
  })

describe('a company address', () => {
  it('proves where somebody works, once its link was opened by who asked', async () => {
    const ravi = await listed()
    await answer(ask(ravi, 'Ravi@Harbour-Rail.example.com'), 202)
    expect(await own(ravi)).toMatchObject({ company_email_sent_to: 'Ravi@Harbour-Rail.example.com', checks: [] })
    const { text, token } = await letterTo('Ravi@Harbour-Rail.example.com')
    expect(text).toContain(PROFILE.company)
    expect(await shown(ravi)).toEqual([])
    const check = await answer(confirm(ravi, token), 200)
    expect(check).toMatchObject({
      kind: 'company_email',
      subject: PROFILE.company,
      via: 'harbour-rail.example.com',
      checked_by: 'system',
    })
    expect(await shown(ravi)).toEqual([check])
    expect(await own(ravi)).toMatchObject({ company_email_sent_to: null, checks: [check] })
    await answer(confirm(ravi, token), 404)
  })

  it('proves nothing about a stranger whose letter was opened by its reader', async () => {
    const [mallory, victim] = [await listed(), await listed()]
    await answer(ask(mallory, 'victim@harbour-rail.example.com'), 202)
    const { token } = await letterTo('victim@harbour-rail.example.com')
    await answer(confirm(victim, token), 404)
    expect([await shown(mallory), await shown(victim)]).toEqual([[], []])
    await answer(confirm(mallory, token), 200)
  })

  it('proves nothing any more when the company changed or a day went by', async () => {
    const ravi = await listed()
    await answer(ask(ravi, 'a@harbour-rail.example.com'), 202)
    const first = await letterTo('a@harbour-rail.example.com')
    await change(ravi, { company: 'Elsewhere' })
    await answer(confirm(ravi, first.token), 404)
    await change(ravi, { company: PROFILE.company })
    await answer(confirm(ravi, first.token), 404)
    await answer(ask(ravi, 'b@harbour-rail.example.com'), 202)
    const second = await letterTo('b@harbour-rail.example.com')
    await all('update company_email_proofs set expires_at = 1 where account_id = ?', ravi.user.id)
    await answer(confirm(ravi, second.token), 404)
    expect(await shown(ravi)).toEqual([])
    expect(await checkJobs.forget_company_letters?.(env)).toBeGreaterThan(0)
    expect(await all('select 1 from company_email_proofs where account_id = ?', ravi.user.id)).toEqual([])
  })

  it.each(['me@gmail.com', 'me@GMAIL.com', 'me@mail.yahoo.co.in', 'me@ｇmail.com', 'not an address'])(
    'is refused where anybody can have one: %s',
    async (email) => {
      const ravi = await listed()
      expect(Object.keys((await answer(ask(ravi, email), 422)).errors)).toEqual(['email'])
    },
  )

  it('asks for a company on the profile and for a proven address of one’s own', async () => {
    const ravi = await listed({}, { company: null })
    expect(Object.keys((await answer(ask(ravi, 'r@harbour-rail.example.com'), 422)).errors)).toEqual(['company'])
    await change(ravi, { company: PROFILE.company })
    await all('update accounts set email_verified_at = null where id = ?', ravi.user.id)
    expect((await answer(ask(ravi, 'r@harbour-rail.example.com'), 403)).code).toBe('email_unverified')
  })

  it('gets three letters a day at most, and one person sends five', async () => {
    const people = [await listed(), await listed(), await listed(), await listed()]
    const target = 'busy@harbour-rail.example.com'
    const tries = []
    for (const one of people) tries.push((await ask(one, target)).status)
    expect(tries).toEqual([202, 202, 202, 429])
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, i) => ask(people[3]!, `colleague${i}@harbour-rail.example.com`)),
    )
    expect(many.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(202), ...Array(3).fill(429)])
    await Promise.all(many.map((response) => response.body?.cancel()))
  })

  it('is proven by a secret that no table holds', async () => {
    const ravi = await listed()
    await answer(ask(ravi, 'vault@harbour-rail.example.com'), 202)
    const { token } = await letterTo('vault@harbour-rail.example.com')
    const tables = await all<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf%' and name <> 'mailbox'",
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables)
      expect(JSON.stringify(await all(`select * from "${name}"`)), name).not.toContain(token)
    await answer(confirm(ravi, token), 200)
    for (const { name } of tables)
      expect(JSON.stringify(await all(`select * from "${name}"`)), name).not.toContain('vault@')
  })
})

const prove = (as: Person, url: string) => api('POST', '/mentor/application/profile-link/', { as, body: { url } })
const plant = async (site: object) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(site) }
  await answer(SELF.fetch(`${ORIGIN}/sandbox/sites/`, init), 200)
}
const outcome = (who: Teacher) =>
  eventually(async () => {
    const { link_proofs, checks } = await own(who)
    return link_proofs.some(({ state }: { state: string }) => state === 'waiting') ? undefined : { link_proofs, checks }
  })
const myPage = (who: Teacher) => `${env.PUBLIC_ORIGIN}/mentors/${who.mentor_id}`

describe('a page of one’s own', () => {
  it('is proven by a link back that says rel="me"', async () => {
    const url = 'https://proven.example.com/about'
    const ravi = await listed({}, { portfolio_url: url })
    const { snippet } = await own(ravi)
    await plant({ url, html: `<!doctype html><p>Hello</p>${snippet}` })
    expect(await answer(prove(ravi, url), 202)).toMatchObject({ url, state: 'waiting', snippet })
    expect(await outcome(ravi)).toMatchObject({
      link_proofs: [],
      checks: [{ kind: 'profile_link', subject: url, checked_by: 'system' }],
    })
    expect(await shown(ravi)).toHaveLength(1)
  })

  const PAGES: [string, string, (page: string) => object][] = [
    ['without a link', 'not_linked', () => ({ html: '<p>Nothing</p>' })],
    ['with a link that does not say me', 'not_linked', (page) => ({ html: `<a rel="nofollow" href="${page}">x</a>` })],
    [
      'with the link in a comment of the source',
      'not_linked',
      (page) => ({ html: `<!-- <a rel="me" href="${page}"> -->` }),
    ],
    ['with a link to somebody else', 'not_linked', (page) => ({ html: `<a rel="me" href="${page}9">x</a>` })],
    [
      'with the link after 300 KB',
      'not_linked',
      (page) => ({ html: `${'<p>x</p>'.repeat(38_000)}<a rel="me" href="${page}">` }),
    ],
    ['that sends us to another site', 'unreachable', () => ({ redirect_to: 'https://stranger.example.com/' })],
    ['that sends us inside', 'unreachable', () => ({ redirect_to: 'https://127.0.0.1/admin' })],
    ['that sends us around', 'unreachable', () => ({ redirect_to: '/about' })],
    ['with a head link', 'linked', (page) => ({ html: `<head><link rel="ME author" href="${page}/"></head>` })],
    ['as GitHub writes it', 'linked', (page) => ({ html: `<a rel="nofollow me" href="${page}">x</a>` })],
  ]
  it.each(PAGES)('%s is %s', async (name, verdict, content) => {
    const url = `https://${name.replaceAll(/[^a-z]/g, '-').slice(0, 40)}x.example.com/about`
    const ravi = await listed({}, { portfolio_url: url })
    await plantSite(env, { url: 'https://stranger.example.com/', html: `<a rel="me" href="${myPage(ravi)}">` })
    await plantSite(env, { url, ...content(myPage(ravi)) })
    await answer(prove(ravi, url), 202)
    const { link_proofs, checks } = await outcome(ravi)
    expect(link_proofs.map(({ state }: { state: string }) => state)).toEqual(verdict === 'linked' ? [] : [verdict])
    expect(checks).toHaveLength(verdict === 'linked' ? 1 : 0)
  })

  it('may move within its own site', async () => {
    const url = 'https://moved.example.com/old'
    const ravi = await listed({}, { portfolio_url: url })
    await plant({ url, redirect_to: 'https://www.moved.example.com/new' })
    await plant({ url: 'https://www.moved.example.com/new', html: `<a rel="me" href="${myPage(ravi)}">` })
    await answer(prove(ravi, url), 202)
    expect((await outcome(ravi)).checks).toHaveLength(1)
  })

  it('is read only where the profile names it, over TLS, and not at every click', async () => {
    const ravi = await listed({}, { portfolio_url: 'http://plain.example.com/' })
    for (const url of ['https://else.example.com/', 'http://plain.example.com/'])
      expect(Object.keys((await answer(prove(ravi, url), 422)).errors)).toEqual(['url'])
    const url = 'https://patient.example.com/'
    await change(ravi, { portfolio_url: url })
    const tries = await Promise.all([prove(ravi, url), prove(ravi, url)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual([202, 429])
    expect(await outcome(ravi)).toMatchObject({ link_proofs: [{ url, state: 'unreachable' }] })
  })

  it.each([
    ['https://example.com/me', true],
    ['https://xn--bcher-kva.example/', true],
    ['https://bücher.example/', true],
    ['http://example.com/', false],
    ['https://example.com:8443/', false],
    ['https://user:secret@example.com/', false],
    ['https://127.0.0.1/', false],
    ['https://2130706433/', false],
    ['https://0x7f.1/', false],
    ['https://[::1]/', false],
    ['https://localhost/', false],
    ['https://db.internal/', false],
    ['https://printer.local/', false],
    ['https://example.com./', false],
    ['https://aspirex.example/mentors/M000001', false],
    ['ftp://example.com/', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s may be read: %s', (address, verdict) => {
    expect(isReadable(address, 'aspirex.example')).toBe(verdict)
  })
})
