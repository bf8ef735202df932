import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { ACCOUNTS } from './ledger.rules'

/** What a step of a withdrawal moves: out of the first account, into the second. */
const MOVES = {
  withdrawal: [':available', ':on_its_way'],
  return: [':on_its_way', ':available'],
  payout: [':on_its_way', null],
} as const

const accountOf = (part: string | null): SQL =>
  part === null ? sql`${ACCOUNTS.bank}` : sql`'mentor:' || w.account_id || ${part}`

/** One step posts once. The money of a payout leaves for good. */
export function postMove(db: Database, move: keyof typeof MOVES, id: string, at: Date, when: SQL): Statement {
  const [from, to] = MOVES[move]
  const side = (part: string | null, sign: SQL) =>
    sql`select ${`${move}:${id}`}, ${accountOf(part)}, ${sign} * w.amount_minor, w.currency, '', ${at.getTime()}
      from withdrawals w where w.id = ${id} and ${when}`
  return db.run(sql`insert into ledger_lines (cause, account, amount_minor, currency, order_id, posted_at)
    ${side(from, sql`1`)} union all ${side(to, sql`-1`)} on conflict (cause, account) do nothing`)
}

/** What a mentor may withdraw, inside a batch. */
export const availableTo = (account_id: string, currency: string): SQL =>
  sql`(select coalesce(-sum(amount_minor), 0) from ledger_lines
    where account = ${ACCOUNTS.availableFor(account_id)} and currency = ${currency})`
