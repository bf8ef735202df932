import * as contract from '../contract/closing'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { addressPrefix } from '../lib/limits'
import { route, slice, type Account, type Asked } from '../lib/route'
import { popularMentors, similarMentors } from '../mentors/similar.data'
import * as data from './closing.data'
import { graceEnd, refundsOf, sessionAhead } from './closing.rules'
import { judgeOwner } from './owner'

const facts = (db: Database, { me, now }: Pick<Asked, 'me' | 'now'>) => ({
  own: data.ownClosing(db, me),
  ahead: data.ahead(db, me, now),
  earnings: data.earningsOf(db, me, now),
})

const closing = route('signed_in', {
  method: 'get',
  path: '/account/closing/',
  operationId: 'closing',
  summary: 'What closing my account would do, or until when it can be taken back',
  returns: { 200: contract.Closing },
  facts,
})

const close = route('signed_in', {
  method: 'post',
  path: '/account/closing/',
  operationId: 'closeAccount',
  summary: 'Close my account: sessions ahead are cancelled now, everything is erased after the grace',
  body: contract.ClosingWish,
  returns: { 200: contract.Closing },
  fails: ['invalid_input', 'recent_sign_in_required', 'too_many_requests'],
  limits: ({ headers }) => [{ subject: `close:${addressPrefix(headers)}`, most: 20, seconds: 3600 }],
  facts: (db, asked) => ({
    ...facts(db, asked),
    similar: similarMentors(db, asked.me),
    popular: popularMentors(db, asked.me),
  }),
})

const reopen = route('signed_in', {
  method: 'delete',
  path: '/account/closing/',
  operationId: 'reopenAccount',
  summary: 'Keep my account after all, within the grace',
  returns: { 200: contract.Closing },
  fails: ['state_conflict'],
  facts,
})

type Found = { own: Awaited<ReturnType<typeof data.ownClosing>>; ahead: Parameters<typeof sessionAhead>[0][] }

/** The account as it stands at `now`, with the sessions that closing would cancel. */
function closingView(
  { own: [own], ahead, earnings }: Found & { earnings: { amount_minor: number; currency: string }[] },
  account: Account,
  now: Date,
) {
  const sessions = ahead.map((row) => sessionAhead(row, account.id, now))
  const closing_at = own?.closing_at ?? null
  return {
    closing_at,
    until: graceEnd(closing_at ?? now),
    proof: own?.password_hash ? ('password' as const) : ('recent_sign_in' as const),
    sessions,
    refunds_to_me: refundsOf(sessions, 'student'),
    refunds_by_me: refundsOf(sessions, 'mentor'),
    earnings,
  }
}

export const closingRoutes = slice()
  .on(closing, (c) => c.json(closingView(c.var.facts, c.var.account, c.var.now)))
  .on(close, async (c) => {
    const { db, account, now, body, facts: found } = c.var
    const own = found.own[0] ?? fail('not_found')
    if (own.closing_at) return c.json(closingView(found, account, now))
    await judgeOwner(c.var, own.password_hash, body.password)
    const soonest = found.ahead.slice(0, data.CANCELLED_AT_ONCE)
    const leaving = { account_id: account.id, similar: found.similar, popular: found.popular, now }
    await write(db, [
      ...data.closeAccount(db, {
        account_id: account.id,
        session_id: account.session_id,
        reason: body.reason ?? null,
        now,
      }),
      ...data.cancelAhead(db, soonest, leaving),
    ])
    const after = { ...found, own: [{ ...own, closing_at: now }], ahead: found.ahead.slice(soonest.length) }
    return c.json(closingView(after, account, now))
  })
  .on(reopen, async (c) => {
    const { db, account, now, facts: found } = c.var
    const own = found.own[0] ?? fail('not_found')
    if (!own.closing_at || graceEnd(own.closing_at) <= now) fail('state_conflict')
    await write(db, data.reopenAccount(db, account.id, now))
    return c.json(closingView({ ...found, own: [{ ...own, closing_at: null }] }, account, now))
  })
