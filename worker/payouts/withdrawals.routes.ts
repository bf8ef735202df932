import * as contract from '../contract/payouts'
import { leastWithdrawal } from '../contract/payouts.constants'
import { decimalOf } from '../contract/currencies'
import { pageFrom, positionOf } from '../lib/database'
import { fail, problemOf } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { writeTowards } from '../lib/outcomes'
import { route, slice } from '../lib/route'
import { balancesOf } from '../payments/ledger.balances.data'
import { postMove } from '../payments/ledger.withdrawals.data'
import { PageQuery } from '../contract/common'
import { balanceIn } from './earnings.rules'
import { profileOf } from './profiles.data'
import * as data from './withdrawals.data'
import { refusalOf, withdrawalView } from './withdrawals.rules'

const list = route('mentor', {
  method: 'get',
  path: '/mentor/withdrawals/',
  operationId: 'withdrawalsOf',
  summary: 'My withdrawals, the newest first',
  query: PageQuery,
  returns: { 200: contract.WithdrawalPage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { limit, cursor } }) => ({
    rows: data.withdrawalsOf(db, me, { before: positionOf(cursor)?.[0]?.toString(), limit }),
  }),
})

const request = route('mentor', {
  method: 'post',
  path: '/mentor/withdrawals/',
  operationId: 'requestWithdrawal',
  summary: 'Ask for what is available, or a part of it, to be sent to my account',
  needs: ['verified_email'],
  body: contract.WithdrawalWish,
  returns: { 201: contract.Withdrawn },
  fails: ['invalid_input', 'state_conflict', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('withdrawal', me), most: 20, seconds: 3600 }],
  facts: (db, { me }) => ({ balances: balancesOf(db, me), profile: profileOf(db, me) }),
})

/** Answers with what may be withdrawn, for the field to show. */
function refuse(refusal: NonNullable<ReturnType<typeof refusalOf>>, currency: string, available_minor: number): never {
  const amount = (minor: number) => `${currency} ${decimalOf(minor, currency)}`
  if (refusal === 'no_profile') fail('state_conflict', { detail: 'Say first where your money goes, under Settings.' })
  if (refusal === 'other_currency')
    fail('state_conflict', { detail: `Your payout account does not take ${currency}. Name an IBAN under Settings.` })
  const words =
    refusal === 'too_little'
      ? `At least ${amount(leastWithdrawal(currency))}`
      : `At most ${amount(Math.max(0, available_minor))}`
  fail('invalid_input', { errors: { amount_minor: [words] } })
}

export const withdrawalRoutes = slice()
  .on(list, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.id])
    return c.json({ ...page, items: page.items.map(withdrawalView) })
  })
  .on(request, async (c) => {
    const { db, now, account, facts, remember, request_id, body } = c.var
    const { amount_minor, currency } = body
    const before = balanceIn(currency, facts.balances)
    const refusal = refusalOf({ ...body, available_minor: before.available_minor, method: facts.profile[0]?.method })
    if (refusal) refuse(refusal, currency, before.available_minor)
    const id = newId(now)
    const row = { id, amount_minor, currency, state: 'requested' as const, requested_at: now }
    const answer = {
      withdrawal: withdrawalView({ ...row, approved_at: null, ended_at: null, reference: null, reason: null }),
      balance: {
        ...before,
        available_minor: before.available_minor - amount_minor,
        on_its_way_minor: before.on_its_way_minor + amount_minor,
      },
    }
    const outcome = await writeTowards(
      { db, remember },
      [
        ...data.requestWithdrawal(db, { id, account_id: account.id, amount_minor, currency, now }),
        postMove(db, 'withdrawal', id, now, data.isThere(id)),
      ],
      [
        { when: data.isThere(id), status: 201, body: answer },
        { status: 409, body: problemOf('state_conflict', request_id) },
      ],
    )
    if (outcome?.status !== 201) fail('state_conflict')
    return c.json(answer, 201)
  })
