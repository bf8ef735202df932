import { env, SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { elsewhere, statuses } from '../accounts/desk'
import { advance, rows } from '../payments/desk'
import { mailAt, mailsAt, tokenAt } from '../support/desk'
import { answer, api, eventually, newcomer, ORIGIN, student, type Person } from '../test/world'
import { nightlyNewsletterJobs } from './newsletter.topics'

const DAY = 86_400
let readers = 0
const reader = (): string => `Reader${++readers}@example.com`
const subscribe = (email: string, headers = elsewhere()): Promise<any> =>
  answer(api('POST', '/newsletter/', { body: { email }, headers }), 202)
const confirm = (token: string): Promise<Response> =>
  api('POST', '/newsletter/confirm/', { body: { token }, headers: elsewhere() })
const unsubscribe = (token: string): Promise<Response> =>
  api('POST', '/newsletter/unsubscribe/', { body: { token }, headers: elsewhere() })
const mine = (as: Person): Promise<any> => answer(api('GET', '/newsletter/mine/', { as }), 200)
const choose = (as: Person, subscribed: boolean): Promise<Response> =>
  api('PUT', '/newsletter/mine/', { as, body: { subscribed } })

const subscriberAt = async (email: string): Promise<any> =>
  (await rows('select * from newsletter_subscribers where email_key = ?', email.toLowerCase()))[0]
const isSubscribed = async (email: string): Promise<boolean> => (await subscriberAt(email))?.confirmed_at != null
/** Confirmed by the link of the mail. */
async function subscribed(email = reader()): Promise<string> {
  await subscribe(email)
  await answer(confirm(await tokenAt(email, 'newsletter_confirm')), 200)
  return email
}
/** What the mail program is told, and what a person would click on. */
async function leavingOf(email: string, kind = 'newsletter_welcome') {
  const mail = await mailAt(email, kind)
  const headers = JSON.parse(mail.headers)
  const [, page] = /Unsubscribe: (\S+)/.exec(mail.text) ?? []
  return { headers, post: headers['List-Unsubscribe'].slice(1, -1) as string, page: page ?? '' }
}
const quiet = () =>
  eventually(async () => (await rows("select 1 from outbox where topic like 'newsletter%'")).length === 0)

describe('the newsletter', () => {
  it('asks back by mail, and comes after that alone', async () => {
    const email = reader()
    await subscribe(email)
    const mail = await mailAt(email, 'newsletter_confirm')
    expect(mail.text).toContain('Hello there,')
    expect(await isSubscribed(email)).toBe(false)
    expect(await answer(confirm(await tokenAt(email, 'newsletter_confirm')), 200)).toEqual({ subscribed: true })
    expect(await subscriberAt(email)).toMatchObject({
      email,
      words_version: expect.stringMatching(/^\d{4}-\d\d$/),
      asked_from: expect.stringMatching(/^[0-9a-f]{64}$/),
      confirmed_from: expect.stringMatching(/^[0-9a-f]{64}$/),
      confirmed_at: expect.any(Number),
    })
    await mailAt(email, 'newsletter_welcome')
  })

  it('gives every address the same answer, and asks nobody who has it', async () => {
    const email = await subscribed()
    const [known, unknown] = [await subscribe(email.toLowerCase()), await subscribe(reader())]
    expect(known).toEqual(unknown)
    await quiet()
    expect(await mailsAt(email, 'newsletter_confirm')).toHaveLength(1)
  })

  it('is confirmed once by a link that is opened twice at the same moment', async () => {
    const email = reader()
    await subscribe(email)
    const token = await tokenAt(email, 'newsletter_confirm')
    expect(await statuses([confirm(token), confirm(token), confirm(token)])).toEqual([200, 404, 404])
    expect(await isSubscribed(email)).toBe(true)
    await mailAt(email, 'newsletter_welcome')
    await quiet()
    expect(await mailsAt(email, 'newsletter_welcome')).toHaveLength(1)
  })

  it('is confirmed by any link of the last seven days, and by none after that', async () => {
    const [email, late] = [reader(), reader()]
    await subscribe(email)
    const first = await tokenAt(email, 'newsletter_confirm')
    await subscribe(late)
    const old = await tokenAt(late, 'newsletter_confirm')
    await subscribe(email)
    await mailAt(email, 'newsletter_confirm', 2)
    await answer(confirm(first), 200)
    await answer(confirm(await tokenAt(email, 'newsletter_confirm')), 404)
    await advance(7 * DAY + 60)
    await answer(confirm(old), 404)
    await nightlyNewsletterJobs.forget_unconfirmed_subscribers!(env)
    expect([await subscriberAt(late), await isSubscribed(email)]).toEqual([undefined, true])
  })

  it('writes to a stranger three times a day at most, and takes twenty wishes of a network in an hour', async () => {
    const email = reader()
    for (let i = 0; i < 5; i++) await subscribe(email)
    await mailAt(email, 'newsletter_confirm', 3)
    await quiet()
    expect(await mailsAt(email, 'newsletter_confirm')).toHaveLength(3)
    const network = elsewhere()
    for (let i = 0; i < 20; i++) await subscribe(reader(), network)
    const over = await api('POST', '/newsletter/', { body: { email: reader() }, headers: network })
    expect([over.status, over.headers.has('retry-after')]).toEqual([429, true])
    await over.body?.cancel()
  })

  it('refuses what is no address, and tokens that are none', async () => {
    for (const email of ['', 'a@b', 'a@example.com\nBcc: all@example.com', 'a@example.com,b@example.com', 7])
      expect(
        (await answer(api('POST', '/newsletter/', { body: { email }, headers: elsewhere() }), 422)).errors,
      ).toHaveProperty('email')
    await answer(confirm('x'.repeat(43)), 404)
    await answer(unsubscribe('0'.repeat(64)), 404)
    await answer(api('POST', `/newsletter/unsubscribe/${'0'.repeat(64)}/`, { headers: elsewhere() }), 404)
  })
})

describe('unsubscribing', () => {
  it('is one click in a mail program, without login, and again it is the same (RFC 8058)', async () => {
    const email = await subscribed()
    const { headers, post } = await leavingOf(email)
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const path = post.replace(`${ORIGIN}/api`, '')
    const click = () =>
      api('POST', path, {
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...elsewhere() },
      })
    expect(await statuses([click(), click()])).toEqual([200, 200])
    expect(await subscriberAt(email)).toBeUndefined()
    expect(await answer(click(), 200)).toEqual({ subscribed: false })
  })

  it('does not happen by looking at the address: it leads to the page, which does it', async () => {
    const email = await subscribed()
    const { post, page } = await leavingOf(email)
    const response = await look(post)
    expect([response.status, response.headers.get('location')]).toEqual([302, page])
    expect(await isSubscribed(email)).toBe(true)
    const token = new URL(page).searchParams.get('token') ?? ''
    expect(await answer(unsubscribe(token), 200)).toEqual({ subscribed: false })
    expect(await isSubscribed(email)).toBe(false)
  })

  it('leaves a hash alone, by which the address cannot be found without the secret', async () => {
    const email = await subscribed()
    const { post } = await leavingOf(email)
    await answer(api('POST', post.replace(`${ORIGIN}/api`, ''), { headers: elsewhere() }), 200)
    const left = await rows('select * from newsletter_suppressions')
    expect(JSON.stringify(left)).not.toMatch(/reader/i)
    const digest = async (text: string) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
    const guesses = await Promise.all([email, email.toLowerCase()].map(digest))
    expect(left.some(({ address_hash }: any) => guesses.includes(address_hash))).toBe(false)
    for (const table of ['newsletter_subscribers', 'newsletter_links', 'outbox', 'attempts'])
      expect([table, JSON.stringify(await rows(`select * from ${table}`)).includes(email.toLowerCase())]).toEqual([
        table,
        false,
      ])
  })

  it('stops also what was only asked for, and can be taken back by asking again', async () => {
    const email = reader()
    await subscribe(email)
    const { post } = await leavingOf(email, 'newsletter_confirm')
    const token = await tokenAt(email, 'newsletter_confirm')
    await answer(api('POST', post.replace(`${ORIGIN}/api`, ''), { headers: elsewhere() }), 200)
    await answer(confirm(token), 404)
    await subscribe(email)
    await answer(confirm(await tokenAt(email, 'newsletter_confirm', 2)), 200)
    expect(await isSubscribed(email)).toBe(true)
    const hash = (await subscriberAt(email)).address_hash
    expect(await rows('select 1 from newsletter_suppressions where address_hash = ?', hash)).toEqual([])
  })
})

describe('a person’s own choice', () => {
  it('needs no mail where the address is proven, and shows what was chosen elsewhere', async () => {
    const who = await student()
    expect(await mine(who)).toEqual({ subscribed: false, since: null, email: who.email })
    const taken = await answer(choose(who, true), 200)
    expect(taken).toEqual({ subscribed: true, since: expect.any(String), email: who.email })
    expect(await answer(choose(who, true), 200)).toEqual(taken)
    expect(await mine(who)).toEqual(taken)
    expect(await answer(choose(who, false), 200)).toMatchObject({ subscribed: false })
    expect(await answer(choose(who, false), 200)).toMatchObject({ subscribed: false })
    await subscribed(who.email)
    expect(await mine(who)).toMatchObject({ subscribed: true })
    const { post } = await leavingOf(who.email)
    await answer(api('POST', post.replace(`${ORIGIN}/api`, ''), { headers: elsewhere() }), 200)
    expect(await mine(who)).toMatchObject({ subscribed: false })
  })

  it('asks for a proven address, and tells nothing of one that is not', async () => {
    const email = await subscribed()
    const who = await newcomer({ email })
    expect(await mine(who)).toMatchObject({ subscribed: false })
    expect(await answer(choose(who, false), 403)).toMatchObject({ code: 'email_unverified' })
    expect(await isSubscribed(email)).toBe(true)
  })

  it('is that of nobody else', async () => {
    const [one, other] = [await student(), await student()]
    await answer(choose(one, true), 200)
    await answer(choose(other, false), 200)
    expect([await mine(one), await mine(other)]).toMatchObject([{ subscribed: true }, { subscribed: false }])
  })
})

describe('the archive', () => {
  const plant = (slug: string, sent_at: number | null) =>
    env.DB.prepare(
      "insert into newsletter_issues (id, slug, subject, text, created_at, sent_at) values (?1, ?1, 'S', '**t**', 0, ?2)",
    )
      .bind(slug, sent_at)
      .run()
  const list = (query: string) => answer(api('GET', `/newsletter/issues/${query}`), 200)

  it('has what was sent for everybody, the newest first, and nothing that was not', async () => {
    for (const [slug, at] of [
      ['first', 1000],
      ['second', 2000],
      ['twin', 2000],
      ['draft', null],
    ] as const)
      await plant(slug, at)
    const page = await list('?limit=2')
    const next = await list(`?limit=2&cursor=${encodeURIComponent(page.next_cursor)}`)
    const slugs = [...page.items, ...next.items].map(({ slug }: any) => slug)
    expect([slugs, next.next_cursor]).toEqual([['twin', 'second', 'first'], null])
    expect(await answer(api('GET', '/newsletter/issues/first/'), 200)).toEqual({
      slug: 'first',
      subject: 'S',
      text: '**t**',
      sent_at: '1970-01-01T00:00:01.000Z',
    })
    for (const slug of ['draft', 'nothing', 'UPPER', '..%2f'])
      await answer(api('GET', `/newsletter/issues/${slug}/`), 404)
  })
})

const look = (address: string): Promise<Response> => SELF.fetch(address, { redirect: 'manual' })
