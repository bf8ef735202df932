import { env } from 'cloudflare:test'
import { expect, inject, it, describe } from 'vitest'
import { Hopeless } from '../lib/outbox'
import { byApi } from './api'
import { ADDRESS_REFUSED, type Outgoing, type Transport } from './outgoing'
import { bySmtp } from './smtp'
import { transportOf } from './transport'

interface Received {
  by: string
  to: string[]
  text: string
  user?: string
  headers?: Record<string, string>
}
const servers = inject('mail')
const received = async (to: string): Promise<Received[]> =>
  (await (await fetch(`${servers.api}/received`)).json<Received[]>()).filter((one) => one.to.includes(to))

let count = 0
const mailTo = (name: string): Outgoing => ({
  id: `mail-${++count}`,
  kind: 'review_visible',
  from: { name: 'AspireX', email: 'no-reply@example.com' },
  to: `${name}@example.com`,
  subject: 'Grüße, “Asha” ∑',
  text: `Line one\n.a line that begins with a dot\n${'long '.repeat(300)}`,
  html: '<p>नमस्ते</p>',
  headers: { 'List-Unsubscribe': '<https://example.com/u>' },
  attachments: [{ name: 'session.ics', content_type: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR – ü' }],
})
const failureOf = (transport: Transport, name: string): Promise<Error> =>
  transport(mailTo(name)).then(
    () => Promise.reject(new Error('it was taken')),
    (error: Error) => error,
  )
const smtp = (port: number, login = '') => bySmtp(`smtp://${login}localhost:${port}`, 1500)

describe('SMTP', () => {
  it('brings a letter whole, under an id that stays the same', async () => {
    const mail = mailTo('asha')
    await smtp(servers.plain)(mail)
    const [{ text } = { text: '' }] = await received(mail.to)
    expect(text).toContain(`Message-ID: <${mail.id}@example.com>`)
    expect(text).toContain('List-Unsubscribe: <https://example.com/u>')
    expect(text).toMatch(/^To: asha@example\.com\r$/m)
    expect(text).toMatch(/^\.a line that begins with a dot\r$/m)
    expect(text).toContain('=E0=A4=A8')
    expect(text).toContain('Content-Type: text/calendar; method=REQUEST')
  })

  it('says the name and the password where they are asked for', async () => {
    const mail = mailTo('member')
    await smtp(servers.login, 'mira:p%40ss%20w%C3%B6rd@')(mail)
    expect(await received(mail.to)).toMatchObject([{ user: 'mira' }])
    const wrong = await failureOf(smtp(servers.login, 'mira:wrong@'), 'member2')
    expect(wrong).not.toBeInstanceOf(Hopeless)
    expect(wrong.message).toContain('535')
  })

  it('keeps the password where the way there is not private', async () => {
    const far = bySmtp(`smtp://mira:p%40ss%20w%C3%B6rd@127.0.0.1:${servers.login}`, 1500)
    expect((await failureOf(far, 'far')).message).toContain('no TLS')
    expect(await received('far@example.com')).toEqual([])
  })

  it.each([
    ['refused', ADDRESS_REFUSED],
    ['policy', undefined],
    ['spam', undefined],
  ])('to %s@ is hopeless', async (name, reason) => {
    const error = await failureOf(smtp(servers.plain), name)
    expect(error).toBeInstanceOf(Hopeless)
    expect((error as Hopeless).reason).toBe(reason)
    expect(error.message).toMatch(/55\d/)
  })

  it.each([
    ['later', /451/],
    ['silent', /within 1.5 seconds/],
    ['dropped', /hung up|closed|lost|reset/i],
  ])('to %s@ may go better another time', async (name, words) => {
    const error = await failureOf(smtp(servers.plain), name)
    expect(error).not.toBeInstanceOf(Hopeless)
    expect(error.message).toMatch(words)
  })

  it('where nobody listens may go better another time', async () => {
    expect(await failureOf(bySmtp('smtp://localhost:1', 1500), 'asha')).not.toBeInstanceOf(Hopeless)
  })

  it.each([
    ['starttls', 'smtp'],
    ['secure', 'smtps'],
  ] as const)('speaks TLS (%s) before it says the password', async (way, scheme) => {
    const mail = mailTo(way)
    await bySmtp(`${scheme}://mira:p%40ss%20w%C3%B6rd@localhost:${servers[way]}`, 3000)(mail)
    expect(await received(mail.to)).toMatchObject([{ by: way, secure: true, user: 'mira' }])
  })

  it('tells nothing to a server whose certificate nobody vouches for', async () => {
    expect(await failureOf(smtp(servers.stranger), 'stranger')).not.toBeInstanceOf(Hopeless)
    expect(await received('stranger@example.com')).toEqual([])
  })
})

describe('the HTTP API', () => {
  const api = byApi('re_test', servers.api, 1500)

  it('is told everything in Resend’s form, with a key that keeps it from sending twice', async () => {
    const mail = mailTo('ravi')
    await api(mail)
    const [{ text, headers } = { text: '{}', headers: {} }] = await received(mail.to)
    expect(headers).toMatchObject({ 'idempotency-key': mail.id })
    expect(JSON.parse(text)).toEqual({
      from: 'AspireX <no-reply@example.com>',
      to: [mail.to],
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: mail.headers,
      attachments: [
        {
          filename: 'session.ics',
          content_type: 'text/calendar; method=REQUEST',
          content: 'QkVHSU46VkNBTEVOREFSIOKAkyDDvA==',
        },
      ],
    })
  })

  it('that refuses an address makes it hopeless', async () => {
    const error = await failureOf(api, 'refused')
    expect(error).toBeInstanceOf(Hopeless)
    expect((error as Hopeless).reason).toBe(ADDRESS_REFUSED)
  })

  it.each(['busy', 'broken', 'silent'])('that is %s may take it another time', async (name) => {
    expect(await failureOf(api, name)).not.toBeInstanceOf(Hopeless)
  })

  it('that does not know our key waits for the right one', async () => {
    expect(await failureOf(byApi('wrong', servers.api), 'ravi')).not.toBeInstanceOf(Hopeless)
  })
})

describe('the environment chooses', () => {
  it('and production without either sends nothing', async () => {
    expect(() => transportOf({ ...env, ENVIRONMENT: 'production' })).toThrow('MAIL_URL')
    const mail = mailTo('chosen')
    await transportOf({ ...env, MAIL_API_KEY: 're_test', MAIL_API_URL: servers.api })(mail)
    await transportOf({ ...env, MAIL_URL: `smtp://localhost:${servers.plain}` })(mail)
    expect((await received(mail.to)).map(({ by }) => by)).toEqual(['api', 'plain'])
  })
})
