import { and, desc, eq, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { nullable, positionOf, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { blocks, conversations } from './chat.schema'

type Who = SQLWrapper | string

/** 1 where the first of the two has blocked the second. */
export const hasBlocked = (one: Who, other: Who): SQL<number> =>
  sql<number>`exists (select 1 from blocks where blocker_account_id = ${one} and blocked_account_id = ${other})`

/** 1 where either has blocked the other. */
export const isBlocked = (one: Who, other: Who): SQL<number> =>
  sql<number>`(${hasBlocked(one, other)} or ${hasBlocked(other, one)})`

/** The latest first, one more than the limit. */
export function blocksOf(db: Database, me: SQL, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [time, id] = positionOf(cursor) ?? []
  const { created_at, blocked_account_id, blocker_account_id } = blocks
  return db
    .select(
      shape({
        account_id: blocked_account_id,
        display_id: blocks.display_id,
        name: accounts.name,
        picture_url: nullable(accounts.picture_url),
        blocked_at: created_at,
      }),
    )
    .from(blocks)
    .innerJoin(accounts, eq(accounts.id, blocked_account_id))
    .where(
      and(
        eq(blocker_account_id, me),
        typeof time === 'number' && typeof id === 'string'
          ? sql`(${created_at}, ${blocked_account_id}) < (${time}, ${id})`
          : undefined,
      ),
    )
    .orderBy(desc(created_at), desc(blocked_account_id))
    .limit(limit + 1)
}

interface Pair {
  blocker: string
  blocked: string
}
const told = (db: Database, { blocker, blocked }: Pair, now: Date): Statement =>
  post(db, { topic: 'block_changed', payload: { blocker, blocked } }, now)

export const block = (db: Database, pair: Pair, display_id: string, now: Date): Statement[] => [
  db
    .insert(blocks)
    .values({
      blocker_account_id: pair.blocker,
      blocked_account_id: pair.blocked,
      display_id,
      created_at: now,
    })
    .onConflictDoNothing(),
  told(db, pair, now),
]

export const unblock = (db: Database, pair: Pair, now: Date): Statement[] => [
  db
    .delete(blocks)
    .where(and(eq(blocks.blocker_account_id, pair.blocker), eq(blocks.blocked_account_id, pair.blocked))),
  told(db, pair, now),
]

/** How two people stand now, and the conversations that have to know. */
export const standingBetween = (db: Database, { blocker, blocked }: Pair) => ({
  blocks: db
    .select()
    .from(blocks)
    .where(
      or(
        and(eq(blocks.blocker_account_id, blocker), eq(blocks.blocked_account_id, blocked)),
        and(eq(blocks.blocker_account_id, blocked), eq(blocks.blocked_account_id, blocker)),
      ),
    ),
  rooms: db
    .select({ id: conversations.id })
    .from(conversations)
    .where(sql`${conversations.pair} in (${`${blocker}:${blocked}`}, ${`${blocked}:${blocker}`})`),
})
