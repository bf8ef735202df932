import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  channelsOf,
  GROUPS,
  IN_APP_CHOICES,
  LETTER_KINDS,
  MAIL_CHOICES,
  NOTIFICATION_KINDS,
} from '../contract/notifications.constants'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { KINDS } from '../notifications/kinds'
import { notify } from '../notifications/notifications.data'
import { connect } from '../test/peer'
import { answer, api, eventually, student, type Person } from '../test/world'

const chosenBy = (as: Person) => answer(api('GET', '/account/preferences/', { as }), 200)
const choose = (as: Person, body: unknown, status = 200) =>
  answer(api('PUT', '/account/preferences/', { as, body }), status)
const yearsAgo = (years: number) => `${now().getUTCFullYear() - years}-01-01`

let asha: Person
beforeAll(async () => void (asha = await student()))

describe('preferences', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await chosenBy(asha)).toEqual({
      theme: 'system',
      density: 'comfortable',
      locale: null,
      currency: 'INR',
      presence_hidden: false,
      public_page: false,
      searchable: true,
      quiet_hours: null,
      in_app: Object.fromEntries(IN_APP_CHOICES.map((kind) => [kind, true])),
      mail_suspended: false,
      mail: Object.fromEntries(MAIL_CHOICES.map((kind) => [kind, true])),
    })
  })

  it('change only where something is named, and stay', async () => {
    const ravi = await student()
    await choose(ravi, { theme: 'dark', currency: 'USD', mail: { export_ready: false } })
    const after = await choose(ravi, { density: 'compact', mail: { mentor_approved: false } })
    expect(after).toMatchObject({ theme: 'dark', density: 'compact', currency: 'USD' })
    expect(after.mail).toMatchObject({ export_ready: false, mentor_approved: false, mentor_refused: true })
    expect(await choose(ravi, {})).toEqual(after)
    expect(await chosenBy(ravi)).toEqual(after)
    expect(await chosenBy(asha)).toMatchObject({ theme: 'system' })
  })

  it('of two changes at once both hold', async () => {
    const ravi = await student()
    await choose(ravi, { theme: 'light' })
    await Promise.all([choose(ravi, { density: 'compact' }), choose(ravi, { currency: 'EUR' })])
    expect(await chosenBy(ravi)).toMatchObject({ theme: 'light', density: 'compact', currency: 'EUR' })
  })

  it.each([
    [{ theme: 'neon' }, 'theme'],
    [{ locale: 'not a language' }, 'locale'],
    [{ currency: 'XAU' }, 'currency'],
    [{ account_id: 'somebody' }, 'account_id'],
    [{ mail: { password_changed: false } }, '/mail/password_changed'],
    [{ mail: { booking_confirmed: false } }, '/mail/booking_confirmed'],
    [{ mail: { payment_refunded: false } }, '/mail/payment_refunded'],
    [{ in_app: { totp_disabled: false } }, '/in_app/totp_disabled'],
    [{ in_app: { withdrawal_paid: false } }, '/in_app/withdrawal_paid'],
    [{ in_app: { request_received: false } }, '/in_app/request_received'],
    [{ in_app: { message_digest: false } }, '/in_app/message_digest'],
  ])('refuse %j and change nothing', async (wish, field) => {
    const before = await chosenBy(asha)
    const { errors } = await choose(asha, { density: 'compact', ...wish }, 422)
    expect(Object.keys(errors)).toEqual([field])
    expect(await chosenBy(asha)).toEqual(before)
  })
})

describe('a minor', () => {
  it.each([
    ['of sixteen', yearsAgo(16)],
    ['who has not said when', undefined],
  ])('%s is hidden and not found, and cannot change that', async (_, date_of_birth) => {
    const young = await student({ date_of_birth })
    expect(await chosenBy(young)).toMatchObject({ presence_hidden: true, public_page: false, searchable: false })
    for (const wish of [{ presence_hidden: false }, { public_page: true }, { searchable: true }]) {
      expect((await choose(young, wish, 422)).errors).toHaveProperty(Object.keys(wish)[0]!)
    }
    expect(await choose(young, { theme: 'dark' })).toMatchObject({ theme: 'dark', presence_hidden: true })
  })
})

const grouped = GROUPS.flatMap(channelsOf)
const kindsMailedTo = async ({ email }: Person) =>
  (
    await env.DB.prepare('select kind from mailbox where recipient = ?').bind(email).all<{ kind: string }>()
  ).results.map(({ kind }) => kind)
const toldTo = (as: Person) => answer(api('GET', '/notifications/', { as }), 200)
async function tell(who: Person, ...kinds: ('mentor_approved' | 'mentor_refused')[]): Promise<void> {
  const db = unmetered(env)
  const notices = kinds.map((kind) => notify(db, { person: who.user.id, kind, cause: kind, data: {} }, now()))
  await write(db, notices.flat())
  await drainOutbox(env)
}

describe('the groups of the settings', () => {
  it('hold every kind once, and the digest of messages', () => {
    expect(grouped.map(([kind]) => kind).toSorted()).toEqual([...NOTIFICATION_KINDS, 'message_digest'].toSorted())
  })

  it('offer a mail exactly where there is one', () => {
    const letters: readonly string[] = LETTER_KINDS
    for (const [kind, { mail }] of grouped)
      if (!letters.includes(kind))
        expect(mail !== 'none', kind).toBe(KINDS[kind as keyof typeof KINDS].mail !== undefined)
  })
})

describe('a kind', () => {
  it('whose mail is turned off is not mailed, while the product still tells it and other mails come', async () => {
    const ravi = await student()
    await choose(ravi, { mail: { mentor_approved: false } })
    await tell(ravi, 'mentor_approved', 'mentor_refused')
    await eventually(async () => (await kindsMailedTo(ravi)).includes('mentor_refused'))
    expect(await kindsMailedTo(ravi)).not.toContain('mentor_approved')
    expect((await toldTo(ravi)).items).toHaveLength(2)
  })

  it('that is turned off in the product makes no row, no badge and no frame, while its mail still comes once', async () => {
    const ravi = await student()
    await choose(ravi, { in_app: { mentor_approved: false } })
    expect((await chosenBy(ravi)).in_app).toMatchObject({ mentor_approved: false, mentor_refused: true })
    const inbox = await connect('/inbox/', ravi)
    await tell(ravi, 'mentor_approved')
    await tell(ravi, 'mentor_approved')
    await tell(ravi, 'mentor_refused')
    const { item } = await inbox.next({ type: 'notification' })
    await inbox.next({ type: 'unread', total: 1 })
    expect(item.kind).toBe('mentor_refused')
    const { items, unread } = await toldTo(ravi)
    expect([items.map(({ kind }: { kind: string }) => kind), unread]).toEqual([['mentor_refused'], 1])
    await eventually(async () => (await kindsMailedTo(ravi)).length === 2)
    expect((await kindsMailedTo(ravi)).toSorted()).toEqual(['mentor_approved', 'mentor_refused'])
  })
})

it('switches that are turned at once all hold, in each channel', async () => {
  const asha = await student()
  const turn = (channel: 'mail' | 'in_app', kind: string) =>
    answer(api('PUT', '/account/preferences/', { as: asha, body: { [channel]: { [kind]: false } } }), 200)
  await Promise.all([
    ...MAIL_CHOICES.map((kind) => turn('mail', kind)),
    ...IN_APP_CHOICES.map((kind) => turn('in_app', kind)),
  ])
  const { mail, in_app } = await answer(api('GET', '/account/preferences/', { as: asha }), 200)
  expect([...Object.values(mail), ...Object.values(in_app)]).not.toContain(true)
})
