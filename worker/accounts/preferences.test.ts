import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { MAIL_CHOICES } from '../contract/preferences.constants'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { drainOutbox } from '../lib/outbox'
import { KINDS } from '../notifications/kinds'
import { notify } from '../notifications/notifications.data'
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

describe('a kind of mail', () => {
  it('is offered only where there is one', () => {
    for (const kind of MAIL_CHOICES) if (kind !== 'message_digest') expect(KINDS[kind].mail, kind).toBeDefined()
  })

  it('that is turned off is not sent, while the product still tells it and other mails come', async () => {
    const ravi = await student()
    await choose(ravi, { mail: { mentor_approved: false } })
    const db = unmetered(env)
    const told = [
      ...notify(db, { person: ravi.user.id, kind: 'mentor_approved', cause: 'one', data: {} }, now()),
      ...notify(db, { person: ravi.user.id, kind: 'mentor_refused', cause: 'two', data: {} }, now()),
    ]
    await write(db, told)
    await drainOutbox(env)
    const kinds = async () => {
      const { results } = await env.DB.prepare('select kind from mailbox where recipient = ?').bind(ravi.email).all()
      return results.map(({ kind }) => kind)
    }
    await eventually(async () => (await kinds()).includes('mentor_refused'))
    expect(await kinds()).not.toContain('mentor_approved')
    const { items } = await answer(api('GET', '/notifications/', { as: ravi }), 200)
    expect(items).toHaveLength(2)
  })
})
