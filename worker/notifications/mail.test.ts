import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { answer, api, eventually, newcomer, student, type Person } from '../test/world'
import type { BookingData } from './kind'
import { notify } from './notifications.data'
import { notificationTopics } from './notifications.topics'

interface Sent {
  id: string
  kind: string
  subject: string
  text: string
  html: string
}
const mailsTo = async ({ email }: Person, kind: string): Promise<Sent[]> =>
  (await env.DB.prepare('select * from mailbox where recipient = ? and kind = ?').bind(email, kind).all<Sent>()).results
const db = unmetered(env)

const booking: BookingData = {
  reader: 'student',
  booking_id: 'b1',
  offer_title: 'Mock <b>interview</b>\nBcc: all@example.com',
  start_time: '2026-11-24T09:00:00.000Z',
  mentor_name: 'Mira "M" Joshi',
  student_name: 'Asha',
  mentor_zone: 'Europe/Berlin',
  student_zone: 'Asia/Kolkata',
  amount_minor: 150_000,
  currency: 'INR',
}

let asha: Person
beforeAll(async () => {
  asha = await student({ name: '<img src=x onerror=alert(1)> & Co' })
})

async function tell(cause: string): Promise<string> {
  await write(db, notify(db, { person: asha.user.id, kind: 'booking_confirmed', cause, data: booking }, now()))
  return (await env.DB.prepare('select id from notifications where cause = ?').bind(cause).first<string>('id'))!
}

it('shows the reader’s time and the other side’s, as text and as escaped HTML', async () => {
  await tell('booking:b1:confirmed')
  await drainOutbox(env)
  const [mail] = await eventually(async () => {
    const found = await mailsTo(asha, 'booking_confirmed')
    return found.length > 0 && found
  })
  expect(mail!.subject).toBe('Confirmed: Mock <b>interview</b> Bcc: all@example.com with Mira "M" Joshi')
  expect(mail!.text).toContain('Hello <img src=x onerror=alert(1)> & Co,')
  expect(mail!.text).toContain('When: Tue, 24 Nov 2026, 2:30 PM IST')
  expect(mail!.text).toContain('For Mira "M" Joshi: Tue, 24 Nov 2026, 10:00 AM CET')
  expect(mail!.text).toContain('http://localhost:8787/sessions/b1')
  expect(mail!.html).toContain('Hello &lt;img src=x onerror=alert(1)&gt; &amp; Co,')
  expect(mail!.html).toContain('Mira &quot;M&quot; Joshi')
  expect(mail!.html).not.toMatch(/<img|<b>/)
})

it('leaves once, however often its task is repeated', async () => {
  const id = await tell('booking:b2:confirmed')
  const send = () => notificationTopics.notification_mail!(env, { id } as never, 1)
  await Promise.all([send(), send(), send()])
  const [first, ...more] = (await mailsTo(asha, 'booking_confirmed')).filter((mail) => mail.id === id)
  expect([first?.kind, more]).toEqual(['booking_confirmed', []])
  await env.DB.prepare('delete from mailbox where id = ?').bind(id).run()
  await send()
  expect((await mailsTo(asha, 'booking_confirmed')).filter((mail) => mail.id === id)).toEqual([])
})

it('is tried again where sending failed, and production without a server keeps it', async () => {
  const id = await tell('booking:b3:confirmed')
  const production = { ...env, ENVIRONMENT: 'production' }
  await expect(notificationTopics.notification_mail!(production, { id } as never, 1)).rejects.toThrow('MAIL_URL')
  await notificationTopics.notification_mail!(env, { id } as never, 2)
  expect((await mailsTo(asha, 'booking_confirmed')).filter((mail) => mail.id === id)).toHaveLength(1)
})

it('with the verification link proves the address once, and no table holds the link', async () => {
  const person = await newcomer()
  const [mail] = await eventually(async () => {
    const found = await mailsTo(person, 'email_verification')
    return found.length > 0 && found
  })
  const token = new URL(/http:\S+verify-email\S+/.exec(mail!.text)![0]).searchParams.get('token')!
  for (const table of ['email_verifications', 'outbox', 'dead_letters', 'notifications']) {
    expect(JSON.stringify(await env.DB.prepare(`select * from ${table}`).all())).not.toContain(token)
  }
  expect((await answer(api('GET', '/auth/me/', { as: person }), 200)).email_verified).toBe(false)
  await answer(api('POST', '/auth/verify-email/', { body: { token } }), 200)
  expect((await answer(api('GET', '/auth/me/', { as: person }), 200)).email_verified).toBe(true)
  await answer(api('POST', '/auth/verify-email/', { body: { token } }), 404)
})
