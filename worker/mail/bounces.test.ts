import { env } from 'cloudflare:test'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { codeIn, mailsTo, mailTo } from '../accounts/desk'
import worker from '../index'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { sendLetter } from '../notifications/letters'
import { notify, type Notice } from '../notifications/notifications.data'
import { notificationTopics } from '../notifications/notifications.topics'
import { admin, answer, api, ORIGIN, student, type Person } from '../test/world'

const db = unmetered(env)
const SECRET = btoa('a secret of a provider of mail')
const bounce = (to: string, type = 'email.bounced', kind = 'Permanent') => ({
  type,
  data: { to: [to], bounce: { type: kind, message: 'Nobody there' } },
})
async function report(
  body: unknown,
  { secret = SECRET, seconds_ago = 0, flooded = {}, path = '/api/mail/bounces/' } = {},
): Promise<Response> {
  const text = JSON.stringify(body)
  const time = Math.floor(now().getTime() / 1000) - seconds_ago
  const bytes = Uint8Array.from(atob(secret), (char) => char.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`msg_1.${time}.${text}`))
  const request = new Request<unknown, IncomingRequestCfProperties>(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: {
      'svix-id': 'msg_1',
      'svix-timestamp': String(time),
      'svix-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`,
    },
    body: text,
  })
  const ctx = createExecutionContext()
  const response = await worker.fetch(request, { ...env, ...flooded, MAIL_WEBHOOK_SECRETS: `whsec_${SECRET}` }, ctx)
  await waitOnExecutionContext(ctx)
  return response
}
const told = async (as: Person) =>
  (await answer(api('GET', '/notifications/', { as }), 200)).items.map(({ kind }: { kind: string }) => kind)

describe('a report of the provider', () => {
  it('that an address takes nothing is told to the person', async () => {
    const asha = await student()
    await answer(report(bounce(asha.email.toUpperCase())), 200)
    expect(await told(asha)).toEqual(['mail_bounced'])
  })

  it('is lifted by the digits of another mail, which comes although others do not', async () => {
    const asha = await student()
    const isSuspended = async () =>
      (await answer(api('GET', '/account/preferences/', { as: asha }), 200)).mail_suspended
    const prove = (code: string, status: number) =>
      answer(api('POST', '/auth/verify-email/', { as: asha, body: { code } }), status)
    await answer(report(bounce(asha.email)), 200)
    expect(await isSuspended()).toBe(true)
    await sendLetter(env, { id: 'goodbye', kind: 'account_erased', to: { ...asha.user, email: asha.email }, data: {} })
    const before = (await mailsTo(asha.email, 'email_verification')).length
    await answer(api('POST', '/auth/verify-email/resend/', { as: asha }), 204)
    const code = codeIn(await mailTo(asha.email, 'email_verification', before + 1))
    expect(await mailsTo(asha.email, 'account_erased')).toEqual([])
    await prove(code === '000000' ? '000001' : '000000', 404)
    expect(await isSuspended()).toBe(true)
    await prove(code, 200)
    expect(await isSuspended()).toBe(false)
    await prove(code, 404)
  })

  it('from before the address was proven again changes nothing', async () => {
    const asha = await student()
    const created_at = new Date(now().getTime() - 60_000).toISOString()
    await answer(report({ ...bounce(asha.email), created_at }), 200)
    expect(await told(asha)).toEqual([])
    await answer(report({ ...bounce(asha.email), created_at: new Date(now().getTime() + 1000).toISOString() }), 200)
    expect(await told(asha)).toEqual(['mail_bounced'])
  })

  it('holds back all but what guards the account and what its person waits for', async () => {
    const asha = await student()
    await answer(report(bounce(asha.email)), 200)
    await answer(report(bounce(asha.email)), 200)
    expect(await told(asha)).toEqual(['mail_bounced'])
    const to = { ...asha.user, email: asha.email }
    const notice = { new_email: 'other@example.com', path: '/email-change/undo', until: now().toISOString() }
    await sendLetter(env, { id: 'reset', kind: 'password_reset', to, data: { path: '/reset' } })
    await sendLetter(env, { id: 'change', kind: 'email_change_notice', to, data: notice })
    await sendLetter(env, { id: 'digest', kind: 'message_digest', to, data: { conversations: [] } })
    for (const kind of ['totp_enabled', 'mentor_approved'] as const) {
      const told = { person: asha.user.id, kind, cause: kind, data: {} } as Notice
      await write(db, notify(db, told, now()))
      const id = await env.DB.prepare('select id from notifications where account_id = ? and cause = ?')
        .bind(asha.user.id, kind)
        .first<string>('id')
      await notificationTopics.notification_mail!(env, { id } as never, 1)
    }
    const { results } = await env.DB.prepare(
      "select kind from mailbox where recipient = ? and kind <> 'email_verification'",
    )
      .bind(asha.email)
      .all<{ kind: string }>()
    expect(results.map(({ kind }) => kind).toSorted()).toEqual([
      'email_change_notice',
      'password_reset',
      'totp_enabled',
    ])
  })

  it('is heard also in a flood from one address', async () => {
    const flooded = { ENVIRONMENT: 'production', ADDRESS_LIMIT: { limit: async () => ({ success: false }) } }
    await answer(report(bounce('nobody@example.com'), { flooded }), 200)
    await answer(report(bounce('nobody@example.com'), { flooded, path: '/api/mail/preferences/' }), 429)
  })

  it('of passing trouble, or of a stranger, changes nothing', async () => {
    const asha = await student()
    await answer(report(bounce(asha.email, 'email.bounced', 'Transient')), 200)
    await answer(report(bounce(asha.email, 'email.delivered')), 200)
    await answer(report(bounce('nobody@example.com')), 200)
    expect(await told(asha)).toEqual([])
  })

  it('counts only where it is signed, and fresh', async () => {
    const asha = await student()
    await answer(report(bounce(asha.email), { secret: btoa('another secret') }), 400)
    await answer(report(bounce(asha.email), { seconds_ago: 600 }), 400)
    await answer(api('POST', '/mail/bounces/', { body: bounce(asha.email) }), 400)
    expect(await told(asha)).toEqual([])
  })
})

describe('a mail that nobody took', () => {
  const bury = (id: string, topic: string) =>
    env.DB.prepare(
      'insert into dead_letters (id, topic, payload, attempts, last_error, created_at, buried_at) values (?, ?, \'{"id": "none"}\', 8, \'away\', 1, ?)',
    )
      .bind(id, topic, now().getTime())
      .run()

  it('is seen by staff and sent again once, other work is not', async () => {
    await bury('dead-mail', 'notification_mail')
    await bury('dead-refund', 'refund')
    const as = await admin()
    const { items } = await answer(api('GET', '/admin/mails/dead/', { as }), 200)
    expect(items).toMatchObject([{ id: 'dead-mail', attempts: 8, last_error: 'away' }])
    await answer(api('POST', '/admin/mails/dead/dead-refund/retry/', { as }), 404)
    await answer(api('POST', '/admin/mails/dead/dead-mail/retry/', { as }), 202)
    await answer(api('POST', '/admin/mails/dead/dead-mail/retry/', { as }), 404)
    expect((await answer(api('GET', '/admin/mails/dead/', { as }), 200)).items).toEqual([])
  })

  it('is nobody else’s to see', async () => {
    await answer(api('GET', '/admin/mails/dead/', { as: await student() }), 403)
  })
})
