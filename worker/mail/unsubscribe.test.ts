import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { notify, type Notice } from '../notifications/notifications.data'
import { answer, api, eventually, student, type Person } from '../test/world'

interface Sent {
  id: string
  kind: string
  headers: Record<string, string>
  text: string
  html: string
}
const db = unmetered(env)
const mailsTo = async ({ email }: Person): Promise<Sent[]> => {
  const { results } = await env.DB.prepare('select * from mailbox where recipient = ? order by id')
    .bind(email)
    .all<any>()
  return results.map((row) => ({ ...row, headers: JSON.parse(row.headers) }))
}
const tell = async (who: Person, kind: 'mentor_approved' | 'mentor_refused' | 'totp_enabled', cause: string) => {
  await write(db, notify(db, { person: who.user.id, kind, cause, data: {} } as Notice, now()))
  await drainOutbox(env)
}
const mailOf = (who: Person, kind: string): Promise<Sent> =>
  eventually(async () => (await mailsTo(who)).find((mail) => mail.kind === kind))
const tokenIn = ({ headers }: Sent): string =>
  new URL(headers['List-Unsubscribe']!.slice(1, -1)).searchParams.get('token')!
/** As a mail program does it (RFC 8058): a form, no cookie. */
const unsubscribe = (token: string) =>
  api('POST', `/mail/unsubscribe/?token=${encodeURIComponent(token)}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example.com' },
    body: 'List-Unsubscribe=One-Click',
  })
const preferences = (token: string) => api('GET', `/mail/preferences/?token=${encodeURIComponent(token)}`)

let asha: Person
let token: string
beforeAll(async () => {
  asha = await student()
  await tell(asha, 'mentor_approved', 'first')
  token = tokenIn(await mailOf(asha, 'mentor_approved'))
})

describe('a mail', () => {
  it('that can be turned off says how, to programs and to people', async () => {
    const { headers, text, html } = await mailOf(asha, 'mentor_approved')
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(headers['List-Unsubscribe']).toMatch(/^<http:\/\/localhost:8787\/api\/mail\/unsubscribe\/\?token=\S+>$/)
    expect(text).toContain(`http://localhost:8787/mail/preferences?token=${token}`)
    expect(html).toContain('Choose which mails come</a>')
  })

  it('about security has no such link', async () => {
    await tell(asha, 'totp_enabled', 'second')
    const { headers, text } = await mailOf(asha, 'totp_enabled')
    expect(headers).toEqual({})
    expect(text).not.toContain('/mail/preferences')
  })

  it('is readable on dark and on light, and begins with its first sentence', async () => {
    const { html } = await mailOf(asha, 'mentor_approved')
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toMatch(/display:none[^>]*>Students can find and book you now/)
  })
})

describe('one click', () => {
  it('turns off mails of that kind alone, and a second one changes nothing', async () => {
    for (let times = 0; times < 2; times++) {
      const { kind, mail } = await answer(unsubscribe(token), 200)
      expect(kind).toBe('mentor_approved')
      expect(Object.keys(mail).filter((one) => !mail[one])).toEqual(['mentor_approved'])
    }
    await tell(asha, 'mentor_approved', 'third')
    await tell(asha, 'mentor_refused', 'fourth')
    await mailOf(asha, 'mentor_refused')
    expect((await mailsTo(asha)).filter(({ kind }) => kind === 'mentor_approved')).toHaveLength(1)
  })

  it('of looking at the address leads to the page and turns nothing off', async () => {
    const other = tokenIn(await mailOf(asha, 'mentor_refused'))
    const looked = await api('GET', `/mail/unsubscribe/?token=${other}`, { headers: {} })
    expect(looked.redirected ? looked.url : looked.headers.get('location')).toContain(
      `/mail/preferences?token=${other}`,
    )
    expect((await answer(preferences(other), 200)).mail.mentor_refused).toBe(true)
  })
})

describe('the page without signing in', () => {
  it('shows the choices and keeps what is chosen', async () => {
    const put = (mail: unknown, status = 200) =>
      answer(api('PUT', '/mail/preferences/', { body: { token, mail } }), status)
    expect((await put({ mentor_approved: true, review_visible: false })).mail).toMatchObject({
      mentor_approved: true,
      review_visible: false,
    })
    expect((await answer(api('GET', '/account/preferences/', { as: asha }), 200)).mail).toMatchObject({
      mentor_approved: true,
      review_visible: false,
    })
    const { errors } = await put({ password_changed: false }, 422)
    expect(Object.keys(errors)).toEqual(['/mail/password_changed'])
  })

  it('opens to nobody who did not get it from us', async () => {
    const stranger = await student()
    const [id, kind, mac] = token.split('.')
    for (const forged of [
      'nonsense',
      `${id}.${kind}`,
      `${stranger.user.id}.${kind}.${mac}`,
      `${id}.review_visible.${mac}`,
      `${id}.password_changed.${mac}`,
      `${token}0`,
    ]) {
      await answer(preferences(forged), 404)
      await answer(unsubscribe(forged), 404)
    }
  })

  it('opens nothing else', async () => {
    const headers = { authorization: `Token ${token}` }
    await answer(api('GET', '/auth/me/', { headers }), 401)
  })

  it('is gone with the account', async () => {
    const leaver = await student()
    await tell(leaver, 'mentor_approved', 'first')
    const theirs = tokenIn(await mailOf(leaver, 'mentor_approved'))
    await answer(preferences(theirs), 200)
    await env.DB.prepare('update accounts set erased_at = ? where id = ?').bind(now().getTime(), leaver.user.id).run()
    await answer(preferences(theirs), 404)
    await answer(unsubscribe(theirs), 404)
  })
})
