import * as contract from '../contract/payouts'
import { pageFrom, positionOf, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Asked, type Call } from '../lib/route'
import { notify, type Notice } from '../notifications/notifications.data'
import { postMove } from '../payments/ledger.withdrawals.data'
import * as data from './withdrawals.data'
import { approvalOf, staffView } from './withdrawals.rules'

const queue = route('finance', {
  method: 'get',
  path: '/admin/withdrawals/',
  operationId: 'withdrawals',
  summary: 'Withdrawals in one state, the longest waiting first',
  query: contract.StaffWithdrawalsQuery,
  returns: { 200: contract.StaffWithdrawalPage },
  fails: ['invalid_input'],
  facts: (db, { query: { state, limit, cursor } }) => ({
    rows: data.queue(db, { state, limit, after: positionOf(cursor)?.[0]?.toString() }),
  }),
})

const facts = (db: Database, { me, params: { id } }: Pick<Asked, 'me'> & { params: { id: string } }) => ({
  withdrawal: data.withdrawalWith(db, id),
  others: data.otherApprovers(db, me, id),
})

const decide = route('finance', {
  method: 'post',
  path: '/admin/withdrawals/:id/decision/',
  operationId: 'decideWithdrawal',
  summary: 'Approve it, above the limit as one of two, or refuse it: its money returns',
  params: contract.WithdrawalPath,
  body: contract.WithdrawalDecision,
  returns: { 200: contract.StaffWithdrawal },
  fails: ['not_found', 'state_conflict'],
  facts,
})

const conclude = route('finance', {
  method: 'post',
  path: '/admin/withdrawals/:id/outcome/',
  operationId: 'concludeWithdrawal',
  summary: 'What the bank made of it: paid, or failed: its money returns',
  params: contract.WithdrawalPath,
  body: contract.WithdrawalOutcome,
  returns: { 200: contract.StaffWithdrawal },
  fails: ['not_found', 'state_conflict'],
  facts,
})

type Acting = Pick<Call, 'env'> & { var: Pick<Call['var'], 'db' | 'now' | 'account'> }
/** Takes a step with what follows from it, and answers the withdrawal as it is afterwards. */
async function take(
  { var: { db, now, account } }: Acting,
  step: Omit<data.Step, 'history_id' | 'by' | 'now'>,
  change: Parameters<typeof data.step>[2],
  following: (when: ReturnType<typeof data.happened>) => Statement[],
) {
  const history_id = newId(now)
  const results = await write(db, [
    ...data.step(db, { ...step, history_id, by: account.id, now }, change),
    ...following(data.happened(history_id)),
    data.withdrawalWith(db, step.withdrawal_id),
    data.stepWith(db, history_id),
  ])
  const [[row], taken] = results.slice(-2) as [data.StaffRow[], unknown[]]
  if (!row || taken.length === 0) fail('state_conflict')
  return staffView(row)
}

const OWN = 'Somebody else decides about your own withdrawal.'

async function approve(c: Acting, row: data.StaffRow, others: number, reason: string) {
  const { db, now, account } = c.var
  const approval = approvalOf({ row, by: account.id, others, now })
  if (approval === 'own') fail('state_conflict', { detail: OWN })
  if (approval === 'same') fail('state_conflict', { detail: 'A second person has to approve this one.' })
  const { act, waits_until } = approval
  const { id: withdrawal_id, amount_minor, currency, mentor_name } = row
  const step = {
    withdrawal_id,
    act,
    from: ['requested' as const],
    reason,
    when: data.isFirstApprovedBy(row.first_approved_by),
  }
  const change =
    act === 'approve'
      ? { state: 'approved' as const, approved_at: now, waits_until }
      : { first_approved_by: account.id }
  return take(c, step, change, (when) =>
    waits_until === null
      ? []
      : notify(
          db,
          {
            person: account.id,
            kind: 'withdrawal_approved_alone',
            cause: `withdrawal:${withdrawal_id}:alone`,
            data: { amount_minor, currency, mentor_name, sent_from: waits_until.toISOString() },
          },
          now,
          when,
        ),
  )
}

type Ending = {
  act: 'refuse' | 'fail' | 'pay'
  from: data.Step['from']
  reason: string | null
  reference: string | null
}
const ENDINGS = {
  refuse: { state: 'refused', kind: 'withdrawal_refused' },
  fail: { state: 'failed', kind: 'withdrawal_failed' },
  pay: { state: 'paid', kind: 'withdrawal_paid' },
} as const

/** The money leaves for good or returns, and the mentor is told which. */
async function end(c: Acting, row: data.StaffRow, { act, from, reason, reference }: Ending) {
  const { db, now, account } = c.var
  if (row.account_id === account.id) fail('state_conflict', { detail: OWN })
  const { id, account_id: person, amount_minor, currency } = row
  const { state, kind } = ENDINGS[act]
  const notice: Notice = {
    person,
    kind,
    cause: `withdrawal:${id}`,
    data: { amount_minor, currency, reason, reference },
  }
  return take(
    c,
    { withdrawal_id: id, act, from, reason: reason ?? reference },
    { state, reason, reference, ended_at: now },
    (when) => [postMove(db, act === 'pay' ? 'payout' : 'return', id, now, when), ...notify(db, notice, now, when)],
  )
}

export const payoutRoutes = slice()
  .on(queue, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.id])
    return c.json({ ...page, items: page.items.map(staffView) })
  })
  .on(decide, async (c) => {
    const { body, facts } = c.var
    const row = facts.withdrawal[0] ?? fail('not_found')
    const { decision, reason } = body
    return c.json(
      decision === 'approve'
        ? await approve(c, row, facts.others[0]?.count ?? 0, reason)
        : await end(c, row, { act: 'refuse', from: ['requested', 'approved'], reason, reference: null }),
    )
  })
  .on(conclude, async (c) => {
    const { body, facts } = c.var
    const row = facts.withdrawal[0] ?? fail('not_found')
    const ending =
      body.outcome === 'paid'
        ? { act: 'pay' as const, reason: null, reference: body.reference }
        : { act: 'fail' as const, reason: body.reason, reference: null }
    return c.json(await end(c, row, { ...ending, from: ['exported'] }))
  })
