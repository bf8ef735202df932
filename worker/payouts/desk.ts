import { env } from 'cloudflare:test'
import { now } from '../lib/clock'
import { advance, checkout, pay, verify } from '../payments/desk'
import { answer, api, student, type Person, type Teacher } from '../test/world'

// What tests of payouts do again and again, over HTTP like anybody else.

const settle = (query: string, ...values: unknown[]): Promise<unknown> =>
  env.DB.prepare(query)
    .bind(...values)
    .run()

/** A session that was paid for, and judged to have taken place a moment ago. */
export async function taught(who: Person, teacher: Teacher, nth = 0, state = 'completed') {
  const { booking, order } = await checkout(who, teacher, nth)
  await answer(verify(who, await pay(order.razorpay_order_id)), 200)
  await settle('update bookings set state = ?, judged_at = ? where id = ?', state, now().getTime(), booking.id)
  return { booking_id: booking.id as string, order_id: order.id as string }
}

let funds = 0
/** As after many sessions: ₹10,000 are available, and the account that was named has waited long enough. */
export async function funded({ user }: Teacher): Promise<void> {
  const line = `insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at) values (?, ?, ?, 'INR', '', 0)`
  const cause = `test:${++funds}`
  await settle(line, cause, `mentor:${user.id}:available`, -1_000_000)
  await settle(line, cause, 'suspense', 1_000_000)
  await settle('update payout_profiles set payable_from = 0 where account_id = ?', user.id)
}

/** Three days and a little: what was earned is released. */
export const threeDays = (): Promise<unknown> => advance(72 * 3600 + 60)

export const BANK = {
  method: 'bank',
  legal_name: 'Ravi Kumar',
  country: 'IN',
  account_number: '0012 3456 7890',
  ifsc: 'hdfc0001234',
  pan: 'AAPFU0939F',
  tax_number: '27AAPFU0939F1ZV',
}

export const setProfile = (as: Person, change: object = {}): Promise<Response> =>
  api('PUT', '/mentor/payout-profile/', { as, body: { ...BANK, password: as.password, ...change } })

export const withdraw = (as: Person, amount_minor: number, currency = 'INR', headers = {}): Promise<Response> =>
  api('POST', '/mentor/withdrawals/', { as, body: { amount_minor, currency }, headers })

export const earnings = (as: Person, query = '') => answer(api('GET', `/mentor/earnings/?${query}`, { as }), 200)
export const balance = async (as: Person, query = '') => {
  const { balance } = await earnings(as, query)
  const { held_minor, available_minor, on_its_way_minor, total_minor, paid_out_minor } = balance
  return [held_minor, available_minor, on_its_way_minor, total_minor, paid_out_minor]
}

/** Staff whose session has shown a second factor. */
export async function staff(role: 'finance' | 'admin' | 'moderator', name = 'Nila'): Promise<Person> {
  const person = await student({ name })
  await appoint(person, role)
  return person
}
export async function appoint(person: Person, role: string): Promise<void> {
  const at = now().getTime()
  await settle('insert into account_roles (account_id, role, granted_at) values (?, ?, ?)', person.user.id, role, at)
  await settle('update sessions set second_factor_at = ? where account_id = ?', at, person.user.id)
}

const staffed = (path: string) => (as: Person, id: string, body: object) =>
  api('POST', `/admin/withdrawals/${id}/${path}/`, { as, body })
export const decide = staffed('decision')
export const conclude = staffed('outcome')
export const approve = (as: Person, id: string): Promise<Response> =>
  decide(as, id, { decision: 'approve', reason: 'All in order' })
