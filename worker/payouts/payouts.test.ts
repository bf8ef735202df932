import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { mailTo } from '../accounts/desk'
import { now } from '../lib/clock'
import { advance, rows } from '../payments/desk'
import { admin, answer, api, mentor, student, type Person, type Teacher } from '../test/world'
import { appoint, approve, balance, conclude, decide, setProfile, staff, taught, threeDays, withdraw } from './desk'

let asha: Person
let finance: Person
beforeAll(async () => {
  asha = await student()
  finance = await staff('finance')
})

const problem = (response: Promise<Response>, status: number) =>
  answer<{ code: string; detail: string; errors: Record<string, string[]> }>(response, status)

/** A mentor with ₹1,350 for each session, released, and an account to send it to that may be used. */
async function earner(sessions = 1, amount_minor = 150_000): Promise<Teacher> {
  const mira = await mentor({}, { amount_minor })
  for (let i = 0; i < sessions; i++) await taught(asha, mira, 2 * i)
  await answer(setProfile(mira), 200)
  await threeDays()
  return mira
}

describe('where the money goes', () => {
  it('is kept sealed, shown masked, and mailed when it changes', async () => {
    const mira = await mentor()
    expect(await answer(api('GET', '/mentor/payout-profile/', { as: mira }), 200)).toEqual({ profile: null })
    const { profile } = await answer(setProfile(mira), 200)
    expect(profile).toMatchObject({
      legal_name: 'Ravi Kumar',
      destination: 'HDFC ••••7890',
      pan: '••••939F',
      tax_number: '••••F1ZV',
    })
    expect(Date.parse(profile.payable_from) - Date.parse(profile.changed_at)).toBe(72 * 3_600_000)
    expect(await answer(api('GET', '/mentor/payout-profile/', { as: mira }), 200)).toEqual({ profile })
    const [row] = await rows('select * from payout_profiles where account_id = ?', mira.user.id)
    expect(JSON.stringify(row)).not.toMatch(/7890|AAPFU/)
    expect((await mailTo(mira.email, 'payout_profile_changed')).text).toContain('HDFC ••••7890')
  })

  it('is changed only by who knows the password, or signed in a moment ago where there is none', async () => {
    const mira = await mentor()
    const wrong = { errors: { password: [expect.any(String)] } }
    expect(await problem(setProfile(mira, { password: 'not it' }), 422)).toMatchObject(wrong)
    expect(await problem(setProfile(mira, { password: undefined }), 422)).toMatchObject(wrong)
    await env.DB.prepare('update accounts set password_hash = null where id = ?').bind(mira.user.id).run()
    await answer(setProfile(mira), 200)
    await advance(16 * 60)
    expect(await problem(setProfile(mira), 403)).toMatchObject({ code: 'recent_sign_in_required' })
  })

  it.each([
    [{ account_number: '1234' }, 'account_number'],
    [{ ifsc: 'HDFC1001234' }, 'ifsc'],
    [{ pan: 'AAPXU0939F' }, 'pan'],
    [{ tax_number: '27AAPFU0939F1ZW' }, 'tax_number'],
    [{ pan: 'ABCPD1234E' }, 'pan'],
    [{ country: 'XX' }, 'country'],
    [{ legal_name: ' ' }, 'legal_name'],
    [{ iban: 'DE89370400440532013000' }, 'iban'],
    [{ method: 'upi', upi_id: 'no bank', account_number: undefined, ifsc: undefined }, 'upi_id'],
    [
      { method: 'iban', iban: 'DE89370400440532013001', bic: 'COBADEFF', account_number: undefined, ifsc: undefined },
      'iban',
    ],
  ])('is refused with the field named: %j', async (change, field) => {
    const mira = await mentor()
    expect(Object.keys((await problem(setProfile(mira, change), 422)).errors)).toContain(field)
    expect(await rows('select 1 from payout_profiles where account_id = ?', mira.user.id)).toEqual([])
  })

  it('is read whole by finance alone, with a reason that stays on record', async () => {
    const mira = await mentor()
    await answer(setProfile(mira), 200)
    const whole = (as: Person, query = '?reason=Bank%20asks') =>
      api('GET', `/admin/payout-profiles/${mira.mentor_id}/${query}`, { as })
    expect(await answer(whole(finance), 200)).toMatchObject({ account_number: '001234567890', ifsc: 'HDFC0001234' })
    expect(await problem(whole(finance, ''), 422)).toHaveProperty('errors.reason')
    await answer(whole(await staff('moderator')), 403)
    await answer(whole(mira), 403)
    await answer(whole(await admin()), 200)
    const reads = await rows('select reason from payout_profile_reads where owner_account_id = ?', mira.user.id)
    expect(reads).toEqual([{ reason: 'Bank asks' }, { reason: 'Bank asks' }])
  })
})

describe('a withdrawal', () => {
  it('is never above what is available, also not when five ask at once', async () => {
    const mira = await earner()
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
    expect(await problem(withdraw(mira, 135_001), 422)).toMatchObject({
      errors: { amount_minor: ['At most INR 1350.00'] },
    })
    expect(await problem(withdraw(mira, 49_999), 422)).toMatchObject({
      errors: { amount_minor: ['At least INR 500.00'] },
    })
    const all = await Promise.all(Array.from({ length: 5 }, () => withdraw(mira, 60_000)))
    expect(all.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(2)
    await Promise.all(all.map((response) => response.body?.cancel()))
    expect(await balance(mira)).toEqual([0, 15_000, 120_000, 135_000, 0])
  })

  it('asked for twice with one key is one', async () => {
    const mira = await earner()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const both = [
      await answer(withdraw(mira, 60_000, 'INR', key), 201),
      await answer(withdraw(mira, 60_000, 'INR', key), 201),
    ]
    expect(both[0]).toEqual(both[1])
    expect(both[0].balance).toMatchObject({ available_minor: 75_000, on_its_way_minor: 60_000, total_minor: 135_000 })
    expect(await balance(mira)).toEqual([0, 75_000, 60_000, 135_000, 0])
  })

  it('needs an account that takes its currency', async () => {
    const mira = await mentor()
    expect((await problem(withdraw(mira, 60_000), 409)).detail).toMatch(/where your money goes/)
    await answer(setProfile(mira), 200)
    expect((await problem(withdraw(mira, 60_000, 'USD'), 409)).detail).toMatch(/does not take USD/)
  })

  it('is approved, exported, paid, and told; every step has its name and reason', async () => {
    const mira = await earner()
    const { withdrawal } = await answer(withdraw(mira, 100_000), 201)
    const queue = await answer(api('GET', '/admin/withdrawals/?limit=100', { as: finance }), 200)
    expect(queue.items.find(({ id }: { id: string }) => id === withdrawal.id)).toMatchObject({
      mentor_id: mira.mentor_id,
      legal_name: 'Ravi Kumar',
      for_two: false,
    })
    await answer(conclude(finance, withdrawal.id, { outcome: 'paid', reference: 'UTR1' }), 409)
    expect(await answer(approve(finance, withdrawal.id), 200)).toMatchObject({ state: 'approved' })
    await answer(approve(finance, withdrawal.id), 409)
    const file = await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
    const csv = await (await api('GET', `/admin/payout-exports/${file.id}/csv/`, { as: finance })).text()
    expect(csv).toContain(`${withdrawal.id},${mira.mentor_id},Ravi Kumar,IN,"'001234567890",HDFC0001234,,,,1000.00,INR`)
    await answer(api('POST', '/admin/payout-exports/', { as: finance }), 409)
    const paid = await answer(conclude(finance, withdrawal.id, { outcome: 'paid', reference: 'UTR123' }), 200)
    expect(paid.history.map(({ act, reason }: { act: string; reason: string }) => [act, reason])).toEqual([
      ['request', null],
      ['approve', 'All in order'],
      ['export', null],
      ['pay', 'UTR123'],
    ])
    await answer(conclude(finance, withdrawal.id, { outcome: 'failed', reason: 'Too late' }), 409)
    expect(await balance(mira)).toEqual([0, 35_000, 0, 35_000, 100_000])
    const { items } = await answer(api('GET', '/mentor/withdrawals/', { as: mira }), 200)
    expect(items).toMatchObject([{ state: 'paid', reference: 'UTR123' }])
    expect((await mailTo(mira.email, 'withdrawal_paid')).text).toContain('UTR123')
  })

  it('refused or failed returns its money, once', async () => {
    const mira = await earner()
    const refused = await answer(withdraw(mira, 60_000), 201)
    const refusal = { decision: 'refuse', reason: 'The name is another' }
    expect(await answer(decide(finance, refused.withdrawal.id, refusal), 200)).toMatchObject({ state: 'refused' })
    await answer(decide(finance, refused.withdrawal.id, refusal), 409)
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
    const failed = await answer(withdraw(mira, 70_000), 201)
    await answer(approve(finance, failed.withdrawal.id), 200)
    await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
    await answer(conclude(finance, failed.withdrawal.id, { outcome: 'failed', reason: 'Account closed' }), 200)
    expect(await balance(mira)).toEqual([0, 135_000, 0, 135_000, 0])
    expect((await mailTo(mira.email, 'withdrawal_failed')).text).toContain('Account closed')
  })

  it('waits 72 hours after the account to send it to was changed, also one that was approved', async () => {
    const mira = await earner()
    const { withdrawal } = await answer(withdraw(mira, 60_000), 201)
    await answer(approve(finance, withdrawal.id), 200)
    await answer(setProfile(mira, { account_number: '999988887777' }), 200)
    await answer(api('POST', '/admin/payout-exports/', { as: finance }), 409)
    await threeDays()
    const { id } = await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
    await answer(setProfile(mira), 200)
    const csv = await (await api('GET', `/admin/payout-exports/${id}/csv/`, { as: finance })).text()
    expect(csv).toContain('999988887777')
  })

  it('is not decided by moderators, nor by the mentor, though they are of the staff', async () => {
    const mira = await earner()
    const { withdrawal } = await answer(withdraw(mira, 60_000), 201)
    await answer(approve(await staff('moderator'), withdrawal.id), 403)
    await answer(approve(mira, withdrawal.id), 403)
    await appoint(mira, 'finance')
    expect((await problem(approve(mira, withdrawal.id), 409)).detail).toMatch(/Somebody else decides/)
    await env.DB.prepare('delete from account_roles where account_id = ?').bind(mira.user.id).run()
    await answer(approve(finance, 'nothing-here'), 404)
  })
})

describe('above the limit', () => {
  it('two people approve, whoever comes second being another one', async () => {
    const mira = await earner(1, 15_000_000)
    const other = await staff('finance', 'Meena')
    const { withdrawal } = await answer(withdraw(mira, 13_000_000), 201)
    expect(await answer(approve(finance, withdrawal.id), 200)).toMatchObject({
      state: 'requested',
      first_approved_by: 'Nila',
      for_two: true,
    })
    expect((await problem(approve(finance, withdrawal.id), 409)).detail).toMatch(/second person/)
    expect(await answer(approve(other, withdrawal.id), 200)).toMatchObject({ state: 'approved' })
    await env.DB.prepare('delete from account_roles where account_id = ?').bind(other.user.id).run()
  })

  it('where there is only one, theirs waits a day, and they are mailed', async () => {
    const mira = await earner(1, 15_000_000)
    const { withdrawal } = await answer(withdraw(mira, 13_000_000), 201)
    const others = await rows<{ account_id: string; role: string }>(
      'select account_id, role from account_roles where account_id <> ?',
      finance.user.id,
    )
    await env.DB.prepare('delete from account_roles where account_id <> ?').bind(finance.user.id).run()
    const approved = await answer(approve(finance, withdrawal.id), 200)
    expect(Date.parse(approved.sendable_from) - now().getTime()).toBeGreaterThan(23 * 3_600_000)
    expect((await mailTo(finance.email, 'withdrawal_approved_alone')).text).toContain('₹1,30,000.00')
    const rest = await api('POST', '/admin/payout-exports/', { as: finance })
    await rest.body?.cancel()
    expect(await stateOf(withdrawal.id)).toBe('approved')
    await advance(24 * 3600 + 60)
    await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
    expect(await stateOf(withdrawal.id)).toBe('exported')
    for (const { account_id, role } of others)
      await env.DB.prepare('insert into account_roles values (?, ?, 0)').bind(account_id, role).run()
  })
})

const stateOf = async (id: string) =>
  (await rows<{ state: string }>('select state from withdrawals where id = ?', id))[0]?.state

it('a name that begins like a formula is not one in the file for the bank', async () => {
  const mira = await mentor()
  await taught(asha, mira)
  await answer(setProfile(mira, { legal_name: '=HYPERLINK("http://x.example.com")' }), 200)
  await threeDays()
  const { withdrawal } = await answer(withdraw(mira, 60_000), 201)
  await answer(approve(finance, withdrawal.id), 200)
  const { id } = await answer(api('POST', '/admin/payout-exports/', { as: finance }), 201)
  const csv = await (await api('GET', `/admin/payout-exports/${id}/csv/`, { as: finance })).text()
  expect(csv).toContain(`,"'=HYPERLINK(""http://x.example.com"")",IN,`)
})

it('the database keeps the history of withdrawals and readings as it was', async () => {
  const mira = await earner()
  await answer(withdraw(mira, 60_000), 201)
  await expect(rows("update withdrawal_history set reason = 'x'")).rejects.toThrow(/append-only/)
  await expect(rows('delete from withdrawal_history')).rejects.toThrow(/append-only/)
})
