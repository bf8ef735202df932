import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { moveClock, now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox, work } from '../lib/outbox'
import { notify, type Notice } from '../notifications/notifications.data'
import { notificationTopics } from '../notifications/notifications.topics'
import { topics } from '../slices'
import { answer, api, eventually, student, type Person } from '../test/world'

const db = unmetered(env)
const kindsTo = async ({ email }: Person) =>
  (await env.DB.prepare('select kind from mailbox where recipient = ?').bind(email).all<{ kind: string }>()).results
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'email_verification')
let causes = 0
type Told = 'mentor_approved' | 'totp_enabled' | 'session_completed' | 'payment_refunded'
const mail = (id: string, attempt = 1, by: typeof env = env) =>
  notificationTopics.notification_mail!(by, { id } as never, attempt)
/** Enough for any of them. */
const about = {
  reader: 'student',
  booking_id: 'b1',
  mentor_name: 'Mira',
  student_name: 'Asha',
  mentor_zone: 'Asia/Kolkata',
  student_zone: 'Asia/Kolkata',
  offer_title: 'Help',
  start_time: '2026-11-24T09:00:00.000Z',
  amount_minor: 150_000,
  currency: 'INR',
}
const tell = async (who: Person, kind: Told, carry = true): Promise<string> => {
  const cause = `cause ${++causes}`
  await write(db, notify(db, { person: who.user.id, kind, cause, data: about } as unknown as Notice, now()))
  if (carry) await drainOutbox(env)
  return (await env.DB.prepare('select id from notifications where cause = ?').bind(cause).first<string>('id'))!
}
const at = (clock: string): Date => {
  const day = new Date(now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
  return new Date(`${day}T${clock}:00.000Z`)
}

let asha: Person
beforeEach(async () => void (asha = await student({ time_zone: 'Asia/Kolkata' })))

describe('in quiet hours', () => {
  const choose = (quiet_hours: unknown, status = 200) =>
    answer(api('PUT', '/account/preferences/', { as: asha, body: { quiet_hours } }), status)

  it('mails that can wait come at their end; those about security come at once', async () => {
    expect((await choose({ from: '22:00', until: '07:00' })).quiet_hours).toEqual({ from: '22:00', until: '07:00' })
    await moveClock(env, at('20:00'))
    await tell(asha, 'mentor_approved')
    await tell(asha, 'totp_enabled')
    await eventually(async () => (await kindsTo(asha)).includes('totp_enabled'))
    const held = await eventually(() =>
      env.DB.prepare("select due_at from outbox where id like 'held:%'").first<number>('due_at'),
    )
    expect(new Date(held).toISOString().slice(11)).toBe('01:30:00.000Z')
    expect(await kindsTo(asha)).toEqual(['totp_enabled'])
    await moveClock(env, new Date(held))
    await drainOutbox(env)
    await eventually(async () => (await kindsTo(asha)).includes('mentor_approved'))
    expect((await kindsTo(asha)).toSorted()).toEqual(['mentor_approved', 'totp_enabled'])
  })

  it('are a time and another time, or none', async () => {
    for (const wrong of [{ from: '22:00' }, { from: '24:00', until: '07:00' }, { from: '07:00', until: '07:00' }, '22'])
      await choose(wrong, 422)
    await choose({ from: '22:00', until: '07:00' })
    expect((await choose(null)).quiet_hours).toBeNull()
  })
})

it('after thirty mails on one day the rest stays in the product, but security and sessions are mailed', async () => {
  const ids: string[] = []
  for (let n = 0; n < 32; n++) ids.push(await tell(asha, 'mentor_approved', false))
  for (const id of ids) await mail(id)
  expect(await kindsTo(asha)).toHaveLength(30)
  for (const kind of ['totp_enabled', 'session_completed'] as const) await mail(await tell(asha, kind, false))
  expect((await kindsTo(asha)).slice(30)).toEqual(['totp_enabled', 'session_completed'])
  expect((await answer(api('GET', '/notifications/', { as: asha }), 200)).unread).toBe(34)
})

it('a mail that is tried often counts once', async () => {
  const away = { ...env, ENVIRONMENT: 'production' }
  const late = await tell(asha, 'mentor_approved', false)
  for (let attempt = 1; attempt < 8; attempt++) await expect(mail(late, attempt, away)).rejects.toThrow()
  await mail(late, 8)
  for (let n = 0; n < 29; n++) await mail(await tell(asha, 'mentor_approved', false))
  expect(await kindsTo(asha)).toHaveLength(30)
})

describe('an address that refuses mail', () => {
  const servers = inject('mail')
  const production = { ...env, MAIL_URL: `smtp://localhost:${servers.plain}` }
  const move = (email: string) =>
    env.DB.prepare('update accounts set email = ?1, email_key = ?1 where id = ?2').bind(email, asha.user.id).run()
  const bounced = async () =>
    (await answer(api('GET', '/notifications/', { as: asha }), 200)).items.filter(
      ({ kind }: { kind: string }) => kind === 'mail_bounced',
    )

  it('gets no more, and the person is told of it once until the address is another', async () => {
    await move('refused@example.com')
    const id = await tell(asha, 'payment_refunded', false)
    const task = await env.DB.prepare("select id from outbox where topic = 'notification_mail' and payload like ?")
      .bind(`%${id}%`)
      .first<string>('id')
    await work(production, topics, task!)
    expect(
      await env.DB.prepare('select last_error from dead_letters where id = ?').bind(task).first('last_error'),
    ).toMatch(/550/)
    expect(await bounced()).toMatchObject([{ notification_type: 'error', link: '/settings/account' }])
    const next = await tell(asha, 'payment_refunded', false)
    await mail(next, 1, production)
    await expect(mail(await tell(asha, 'totp_enabled', false), 1, production)).rejects.toThrow('550')
    expect(await bounced()).toHaveLength(1)
    await move(`moved${causes}@example.com`)
    await mail(next)
    expect(await kindsTo({ ...asha, email: `moved${causes}@example.com` })).toEqual(['payment_refunded'])
  })
})
