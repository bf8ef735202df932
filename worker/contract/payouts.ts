import * as z from 'zod'
import { Password } from './accounts'
import * as numbers from './bank-numbers'
import { AmountMinor, Currency, Day, Id, Instant, line, PageQuery, pageOf } from './common'
import { COUNTRIES } from './countries'
import { EARNING_KINDS, PAYOUT_METHODS, WITHDRAWAL_ACTS, WITHDRAWAL_STATES } from './payouts.constants'

const number = (isRight: (tidied: string) => boolean, fault: string) =>
  z.string().max(64).overwrite(numbers.tidied).refine(isRight, fault)

/** The password where there is one; an account without one shows a recent sign-in. */
const holder = {
  legal_name: line(1, 100),
  country: z.enum(COUNTRIES),
  pan: number(numbers.isPan, 'Ten characters like ABCPD1234E').nullable().default(null),
  /** A GSTIN in India, the number for VAT elsewhere. */
  tax_number: line(3, 30).overwrite(numbers.tidied).nullable().default(null),
  password: Password.optional(),
}

const byMethod = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('bank'),
    account_number: number(numbers.isAccountNumber, '9 to 18 digits'),
    ifsc: number(numbers.isIfsc, 'Eleven characters like HDFC0001234'),
    ...holder,
  }),
  z.strictObject({
    method: z.literal('upi'),
    upi_id: z
      .string()
      .max(320)
      .overwrite((typed) => typed.trim())
      .refine(numbers.isUpiId, 'A UPI ID like name@bank'),
    ...holder,
  }),
  z.strictObject({
    method: z.literal('iban'),
    iban: number(numbers.isIban, 'This IBAN has a wrong digit or length'),
    bic: number(numbers.isBic, '8 or 11 characters like DEUTDEFF'),
    ...holder,
  }),
])

export const PayoutProfileWish = byMethod
  .refine(({ country, tax_number }) => country !== 'IN' || tax_number === null || numbers.isGstin(tax_number), {
    path: ['tax_number'],
    error: 'This GSTIN has a wrong character or length',
  })
  .refine(
    ({ country, pan, tax_number }) =>
      country !== 'IN' || pan === null || tax_number === null || numbers.panIn(tax_number) === pan,
    { path: ['pan'], error: 'The GSTIN belongs to another PAN' },
  )
  .meta({ id: 'PayoutProfileWish' })
export type PayoutProfileWish = z.output<typeof PayoutProfileWish>

const method = z.enum(PAYOUT_METHODS)
const masked = z.string().nullable().meta({ description: 'Its last characters' })
const MaskedProfile = z.object({
  legal_name: z.string(),
  country: z.string(),
  method,
  destination: z.string().meta({ description: 'Bank and the last characters of the account' }),
  pan: masked,
  tax_number: masked,
  changed_at: Instant,
  payable_from: Instant,
})
/** Null where the mentor has not said where the money goes. */
export const PayoutProfile = z.object({ profile: MaskedProfile.nullable() }).meta({ id: 'PayoutProfile' })

const text = z.string().nullable()
export const WholeProfile = z
  .object({
    legal_name: z.string(),
    country: z.string(),
    method,
    account_number: text,
    ifsc: text,
    upi_id: text,
    iban: text,
    bic: text,
    pan: text,
    tax_number: text,
    changed_at: Instant,
    payable_from: Instant,
  })
  .meta({ id: 'WholePayoutProfile' })
export const ProfileReading = z.strictObject({ reason: line(3, 300) })

const Balance = z.object({
  currency: Currency,
  available_minor: z.int().meta({ description: 'Below zero after a refund of what was withdrawn' }),
  held_minor: z.int(),
  on_its_way_minor: z.int(),
  total_minor: z.int().meta({ description: 'The three together' }),
  paid_out_minor: z.int(),
  least_withdrawal_minor: z.int(),
})
export type Balance = z.input<typeof Balance>

export const EarningLine = z
  .object({
    id: z.string(),
    kind: z.enum(EARNING_KINDS),
    at: Instant,
    amount_minor: z.int().meta({ description: 'What it changed of the money it is about' }),
    /** What the student paid and what AspireX took of it, or gave back of it. */
    gross_minor: z.int().nullable(),
    commission_minor: z.int().nullable(),
    booking: z.object({ id: Id, offer_title: z.string(), student_name: z.string(), start_time: Instant }).nullable(),
  })
  .meta({ id: 'EarningLine' })
const LinePage = pageOf(EarningLine)

const Span = { from: Day, to: Day, currency: Currency }
export const EarningsQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  currency: Currency.optional(),
})
export const LinesQuery = z.strictObject({ ...PageQuery.shape, currency: Currency })
export const StatementQuery = z.strictObject(Span)
export const EarningLinePage = LinePage.meta({ id: 'EarningLinePage' })

/** Money of one session that is held, and when it becomes the mentor's. */
export const Release = z.object({
  booking_id: Id,
  offer_title: z.string(),
  student_name: z.string(),
  amount_minor: z.int(),
  currency: Currency,
  release_at: Instant,
  state: z.enum(['ahead', 'waiting', 'contested']),
})

export const Earnings = z
  .object({
    balance: Balance,
    currencies: z.array(Currency).meta({ description: 'In which there ever was money' }),
    period: z.object({
      ...Span,
      earned_minor: z.int(),
      weeks: z.array(z.object({ from: Day, to: Day, earned_minor: z.int(), sessions: z.int() })),
      offers: z.array(z.object({ offer_id: Id, title: z.string(), earned_minor: z.int(), sessions: z.int() })),
    }),
    releases: z.array(Release),
    lines: LinePage,
    profile: MaskedProfile.nullable(),
  })
  .meta({ id: 'Earnings' })

export const WithdrawalWish = z
  .strictObject({ amount_minor: AmountMinor.min(1), currency: Currency })
  .meta({ id: 'WithdrawalWish' })
const withdrawal = {
  id: Id,
  amount_minor: z.int(),
  currency: Currency,
  state: z.enum(WITHDRAWAL_STATES),
  requested_at: Instant,
  approved_at: Instant.nullable(),
  ended_at: Instant.nullable(),
  reference: text,
  reason: text,
}
export const Withdrawal = z.object(withdrawal).meta({ id: 'Withdrawal' })
export const WithdrawalPage = pageOf(Withdrawal).meta({ id: 'WithdrawalPage' })
export const Withdrawn = z.object({ withdrawal: Withdrawal, balance: Balance }).meta({ id: 'Withdrawn' })

export const StaffWithdrawal = z
  .object({
    ...withdrawal,
    mentor_id: z.string(),
    mentor_name: z.string(),
    legal_name: text,
    for_two: z.boolean().meta({ description: 'A second person has to approve it' }),
    first_approved_by: text,
    sendable_from: Instant.nullable(),
    export_id: text,
    history: z.array(z.object({ act: z.enum(WITHDRAWAL_ACTS), by: text, reason: text, at: Instant })),
  })
  .meta({ id: 'StaffWithdrawal' })
export const StaffWithdrawalPage = pageOf(StaffWithdrawal).meta({ id: 'StaffWithdrawalPage' })
export const StaffWithdrawalsQuery = z.strictObject({
  ...PageQuery.shape,
  state: z.enum(WITHDRAWAL_STATES).default('requested'),
})
export const WithdrawalPath = z.strictObject({ id: Id })
export const WithdrawalDecision = z
  .strictObject({ decision: z.enum(['approve', 'refuse']), reason: line(3, 300) })
  .meta({ id: 'WithdrawalDecision' })
/** What the bank said. */
export const WithdrawalOutcome = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('paid'), reference: line(3, 64) }),
    z.strictObject({ outcome: z.literal('failed'), reason: line(3, 300) }),
  ])
  .meta({ id: 'WithdrawalOutcome' })

export const PayoutExport = z.object({ id: Id, count: z.int(), created_at: Instant }).meta({ id: 'PayoutExport' })
