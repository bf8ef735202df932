import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { unmetered, read, write, type Statement } from '../lib/database'
import { answer, eventually, mentor, student, type Person, type Teacher } from '../test/world'
import { checkout, rows, webhook } from './desk'
import { balancesOf } from './ledger.balances.data'
import { postLines, postRefund, postSettlement } from './ledger.data'
import { forgetReleases, postReleases } from './ledger.releases.data'
import { captureLines, partsOf, type Rates } from './ledger.rules'
import { postMove } from './ledger.withdrawals.data'
import { requestWithdrawal } from '../payouts/withdrawals.data'

const RUNS = Number(import.meta.env.RANDOM_RUNS || 12)
const ORDERS = 4
const db = unmetered(env)
const CURRENCIES = ['INR', 'KWD', 'JPY']

let asha: Person
let teacher: Teacher
let world = 0

beforeAll(async () => {
  asha = await student()
  teacher = await mentor()
})

/** One thing that happens; numbers are shares of what there is, so that every history is possible. */
type Happening =
  | { what: 'capture'; order: number }
  | { what: 'release'; order: number }
  | { what: 'settle'; order: number }
  | { what: 'refund'; order: number; part: number }
  | { what: 'withdraw'; part: number; currency: number }
  | { what: 'return'; withdrawal: number }
  | { what: 'pay'; withdrawal: number }

const order = fc.nat(ORDERS - 1)
const part = fc.integer({ min: 1, max: 1000 })
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('capture' as const, 'release', 'settle'), order }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constant('refund' as const), order, part }) },
    {
      weight: 3,
      arbitrary: fc.record({ what: fc.constant('withdraw' as const), part, currency: fc.nat(CURRENCIES.length - 1) }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('return' as const, 'pay'), withdrawal: fc.nat(5) }) },
  ),
  { minLength: 1, maxLength: 25 },
)
const basis_points = fc.constantFrom(0, 1, 333, 1000, 1800, 9999)
const deals = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    currency: fc.nat(CURRENCIES.length - 1),
    commission_basis_points: basis_points,
    commission_tax_basis_points: basis_points,
    withheld_basis_points: basis_points,
  }),
  { minLength: ORDERS, maxLength: ORDERS },
)
type Deal = Rates & { amount: number; currency: number }

/** What a mentor should have, by currency, counted without the ledger. */
interface Expected {
  held: number
  available: number
  way: number
  paid: number
}
const nothing = (): Expected => ({ held: 0, available: 0, way: 0, paid: 0 })

class History {
  private readonly key = `w${++world}`
  readonly expected = new Map(CURRENCIES.map((currency) => [currency, nothing()]))
  private readonly captured = new Set<number>()
  private readonly released = new Set<number>()
  private readonly back = new Map<number, number>()
  private readonly refunds: { id: string; order: number; settled: boolean }[] = []
  private readonly withdrawals: { id: string; amount: number; currency: string; state: string }[] = []
  readonly posted: Statement[] = []

  constructor(
    private readonly deals: Deal[],
    private readonly teacher: Teacher,
  ) {}

  private currencyOf = (i: number): string => CURRENCIES[this.deals[i]!.currency]!
  private of = (currency: string): Expected => this.expected.get(currency)!
  private name = (what: string, i: number | string): string => `${this.key}:${what}:${i}`

  /** A session that took place, with its order and its payment. */
  async plant(): Promise<void> {
    const at = now().getTime()
    const statements = this.deals.flatMap((deal, i) => [
      db.run(sql`insert into bookings (id, state, mentor_account_id, student_account_id, offer_id, start_time, end_time, busy_from, busy_until,
          time_zone, wall_time, zone_data_version, offer_title, minutes, amount_minor, currency, refund_terms, answers, created_at, updated_at, judged_at)
        values (${this.name('booking', i)}, 'completed', ${this.teacher.user.id}, ${asha.user.id}, ${this.teacher.offer.id}, 0, 0, 0, 0,
          'UTC', '', '', 'Talk', 30, ${deal.amount}, ${this.currencyOf(i)}, '[]', '{}', ${at}, ${at}, 0)`),
      db.run(sql`insert into orders (id, booking_id, payer_id, state, amount_minor, currency, commission_basis_points,
          commission_tax_basis_points, withheld_basis_points, razorpay_payment_id, created_at, updated_at)
        values (${this.name('order', i)}, ${this.name('booking', i)}, ${asha.user.id}, 'captured', ${deal.amount}, ${this.currencyOf(i)},
          ${deal.commission_basis_points}, ${deal.commission_tax_basis_points}, ${deal.withheld_basis_points}, ${this.name('pay', i)}, ${at}, ${at})`),
      db.run(sql`insert into payments (razorpay_payment_id, order_id, state, amount_minor, currency, created_at)
        values (${this.name('pay', i)}, ${this.name('order', i)}, 'captured', ${deal.amount}, ${this.currencyOf(i)}, ${at})`),
    ])
    await write(db, [
      ...statements,
      db.run(sql`insert into payout_profiles (account_id, legal_name, country, method, box, changed_at, payable_from)
        values (${this.teacher.user.id}, 'R', 'IN', 'iban', '', 0, 0) on conflict do nothing`),
    ])
  }

  private async post(...statements: Statement[]): Promise<void> {
    this.posted.push(...statements)
    await write(db, statements)
  }

  async happen(one: Happening): Promise<void> {
    if (one.what === 'capture') return this.capture(one.order)
    if (one.what === 'release') return this.release(one.order)
    if (one.what === 'refund') return this.refund(one.order, one.part)
    if (one.what === 'settle') return this.settle(one.order)
    if (one.what === 'withdraw') return this.withdraw(CURRENCIES[one.currency]!, one.part)
    if (one.what === 'return' || one.what === 'pay') return this.end(one.withdrawal, one.what)
  }

  private async capture(i: number): Promise<void> {
    const { amount, ...rates } = this.deals[i]!
    const lines = captureLines({
      ...rates,
      purpose: 'session',
      amount_minor: amount,
      mentor_account_id: this.teacher.user.id,
    })
    const posting = { cause: this.name('capture', i), order_id: this.name('order', i), currency: this.currencyOf(i) }
    await this.post(postLines(db, { ...posting, lines, at: now() }, sql`true`))
    if (!this.captured.has(i)) this.of(this.currencyOf(i)).held += partsOf(amount, rates).mentor
    this.captured.add(i)
  }

  private async release(i: number): Promise<void> {
    if (!this.captured.has(i)) return
    const releases = [{ order_id: this.name('order', i), at: now().getTime() }]
    await this.post(postReleases(db, releases), forgetReleases(db, releases))
    const mine = this.of(this.currencyOf(i))
    if (!this.released.has(i)) {
      const left = this.shareOf(i, this.deals[i]!.amount - (this.back.get(i) ?? 0))
      mine.held -= left
      mine.available += left
    }
    this.released.add(i)
  }

  private shareOf = (i: number, amount: number): number => partsOf(amount, this.deals[i]!).mentor

  private async refund(i: number, thousandths: number): Promise<void> {
    const left = this.deals[i]!.amount - (this.back.get(i) ?? 0)
    const amount = Math.ceil((left * thousandths) / 1000)
    if (!this.captured.has(i) || amount === 0) return
    const id = this.name('refund', this.refunds.length)
    await write(db, [
      db.run(sql`insert into refunds (id, razorpay_payment_id, order_id, amount_minor, currency, reason, state, created_at)
        values (${id}, ${this.name('pay', i)}, ${this.name('order', i)}, ${amount}, ${this.currencyOf(i)}, '', 'requested', 0)`),
    ])
    await this.post(postRefund(db, id, now()))
    this.refunds.push({ id, order: i, settled: false })
    this.back.set(i, this.deals[i]!.amount - left + amount)
    const from = this.released.has(i) ? 'available' : 'held'
    this.of(this.currencyOf(i))[from] -= this.shareOf(i, left) - this.shareOf(i, left - amount)
  }

  private async settle(i: number): Promise<void> {
    const refund = this.refunds.find((one) => one.order === i && !one.settled)
    if (!refund) return
    refund.settled = true
    await write(db, [db.run(sql`update refunds set state = 'processed' where id = ${refund.id}`)])
    await this.post(postSettlement(db, refund.id, now()))
  }

  private async withdraw(currency: string, thousandths: number): Promise<void> {
    const mine = this.of(currency)
    const amount = Math.ceil((Math.max(mine.available, 1) * thousandths) / 900)
    const id = this.name('withdrawal', this.withdrawals.length)
    const wish = { id, account_id: this.teacher.user.id, amount_minor: amount, currency, now: now() }
    await write(db, requestWithdrawal(db, wish))
    await this.post(postMove(db, 'withdrawal', id, now(), sql`true`))
    if (amount > mine.available) return
    mine.available -= amount
    mine.way += amount
    this.withdrawals.push({ id, amount, currency, state: 'requested' })
  }

  private async end(i: number, what: 'return' | 'pay'): Promise<void> {
    const one = this.withdrawals[i]
    if (one?.state !== 'requested') return
    one.state = what
    await this.post(postMove(db, what === 'pay' ? 'payout' : 'return', one.id, now(), sql`true`))
    const mine = this.of(one.currency)
    mine.way -= one.amount
    mine[what === 'pay' ? 'paid' : 'available'] += one.amount
  }
}

const told = async (teacher: Teacher) =>
  new Map((await read(db, balancesOf(db, teacher.user.id))).map((row) => [row.currency, row]))
const asRow = (currency: string, { held, available, way, paid }: Expected) => ({
  currency,
  held_minor: held,
  available_minor: available,
  on_its_way_minor: way,
  paid_out_minor: paid,
})
/** What came on top of what was there before this history. */
const since = (before: Awaited<ReturnType<typeof told>>, after: Awaited<ReturnType<typeof told>>) =>
  CURRENCIES.map((currency) => {
    const [old, young] = [before.get(currency), after.get(currency)]
    const more = (key: 'held_minor' | 'available_minor' | 'on_its_way_minor' | 'paid_out_minor') =>
      (young?.[key] ?? 0) - (old?.[key] ?? 0)
    return {
      currency,
      held_minor: more('held_minor'),
      available_minor: more('available_minor'),
      on_its_way_minor: more('on_its_way_minor'),
      paid_out_minor: more('paid_out_minor'),
    }
  })
const unbalanced = () => rows('select cause from ledger_lines group by cause, currency having sum(amount_minor) <> 0')

describe('any history of captures, refunds, releases and withdrawals', () => {
  it('sums to zero for each cause and currency, gives the balances that counting gives, and replays to the same', async () => {
    await fc.assert(
      fc.asyncProperty(deals, happenings, async (drawn, history) => {
        await empty(teacher)
        const before = await told(teacher)
        const book = new History(drawn, teacher)
        await book.plant()
        for (const one of history) await book.happen(one)
        const after = await told(teacher)
        expect(since(before, after)).toEqual(
          CURRENCIES.map((currency) => asRow(currency, book.expected.get(currency)!)),
        )
        expect(await unbalanced()).toEqual([])
        for (const statement of book.posted) await write(db, [statement])
        expect(await told(teacher)).toEqual(after)
      }),
      { numRuns: RUNS },
    )
  })
})

let emptied = 0
/** Brings every account of a mentor to zero, so that only a history's own money can be withdrawn. */
async function empty(teacher: Teacher): Promise<void> {
  await write(db, [
    db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
      select ${`test:${++emptied}:`} || currency, account, -sum(amount_minor), currency, '', 0 from ledger_lines
      where account = ${`mentor:${teacher.user.id}:available`} group by currency having sum(amount_minor) <> 0
      union all select ${`test:${emptied}:`} || currency, 'suspense', sum(amount_minor), currency, '', 0 from ledger_lines
      where account = ${`mentor:${teacher.user.id}:available`} group by currency having sum(amount_minor) <> 0`),
  ])
}

describe('what the provider keeps of a payment', () => {
  const captured = (order: string, payment: string) =>
    JSON.stringify({
      event: 'payment.captured',
      payload: {
        payment: {
          entity: {
            id: payment,
            order_id: order,
            status: 'captured',
            amount: 150_000,
            currency: 'INR',
            method: 'card',
            fee: 3540,
          },
        },
      },
    })
  const linesOf = (order_id: string) =>
    rows<{ account: string; amount_minor: number }>(
      "select account, amount_minor from ledger_lines where order_id = ? and cause glob 'fee:*' order by account",
      order_id,
    )

  it('is posted once, however often it is said', async () => {
    const { order } = await checkout(asha, teacher, 0)
    const body = captured(order.razorpay_order_id, 'pay_withfee')
    for (const id of ['fee-1', 'fee-1', 'fee-2']) await answer(webhook(body, { id }), 200)
    const lines = await eventually(async () => {
      const found = await linesOf(order.id)
      return found.length > 0 && found
    })
    expect(lines).toEqual([
      { account: 'gateway', amount_minor: -3540 },
      { account: 'gateway_fees', amount_minor: 3540 },
    ])
    expect(await unbalanced()).toEqual([])
  })
})
