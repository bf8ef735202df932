import { and, desc, eq, getTableColumns, isNull, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import { inAppIsOff, mailIsOff } from '../accounts/preferences.data'
import { preferences } from '../accounts/preferences.schema'
import type { Notification } from '../contract/notifications'
import { isInAppChoice, type NotificationKind } from '../contract/notifications.constants'
import { among, nullable, positionOf, shape, type Database, type Statement } from '../lib/database'
import { newId } from '../lib/ids'
import { post, type Task } from '../lib/outbox'
import { isSuspended } from '../mail/mail.data'
import type { Kind, Reader } from './kind'
import { KINDS, type KindData } from './kinds'
import { notifications } from './notifications.schema'

/** One cause tells a person once: `booking:{id}:confirmed`. */
export type Notice = {
  [K in NotificationKind]: { person: string; kind: K; cause: string; data: KindData[K] }
}[NotificationKind]

const atCause = (person: string, cause: string): SQL => sql`account_id = ${person} and cause = ${cause}`

/** The counter moves only where a row follows, so that the formal ids have no gap. What is not shown is not unread. */
export function noteDown(
  db: Database,
  { person, kind, cause, data }: Notice,
  id: string,
  at: Date,
  when: SQL,
): Statement[] {
  const due = sql`${when} and not exists (select 1 from notifications where ${atCause(person, cause)})`
  const off = isInAppChoice(kind) ? inAppIsOff(person, kind) : sql`0`
  return [
    db.run(sql`update counters set value = value + 1 where name = 'notification' and ${due}`),
    db.run(sql`insert into notifications (id, formal_id, account_id, kind, cause, data, created_at, shown, read_at)
      select ${id}, printf('N%06d', value), ${person}, ${kind}, ${cause}, ${JSON.stringify(data)}, ${at.getTime()},
        not ${off}, iif(${off}, ${at.getTime()}, null)
      from counters where name = 'notification' and ${due} on conflict (account_id, cause) do nothing`),
    ...(kind === 'message_received'
      ? [post(db, digestTask(person, at), at, sql`exists (select 1 from notifications where id = ${id})`)]
      : []),
  ]
}

export const AWAY_MS = 15 * 60_000

/** Whoever is away this long hears by mail what is unread then; in one such span there is one look. */
export function digestTask(account_id: string, at: Date): Task {
  const due_at = new Date(at.getTime() + AWAY_MS)
  const id = `digest:${account_id}:${Math.floor(due_at.getTime() / AWAY_MS)}`
  return { id, topic: 'message_digest', payload: { account_id }, due_at }
}

/** Tells a person something: in the product at once, by mail where the kind says so. `when` must not look at notifications. */
export function notify(db: Database, notice: Notice, at: Date, when: SQL = sql`true`): Statement[] {
  const id = newId(at)
  const told = sql`exists (select 1 from notifications where id = ${id})`
  const shown = sql`exists (select 1 from notifications where id = ${id} and shown)`
  return [
    ...noteDown(db, notice, id, at, when),
    post(db, { topic: 'notification', payload: { id } }, at, isInAppChoice(notice.kind) ? shown : told),
    ...(KINDS[notice.kind].mail ? [post(db, { topic: 'notification_mail', payload: { id } }, at, told)] : []),
    ...(KINDS[notice.kind].to_guardian ? [copyToGuardian(db, notice.person, id, at)] : []),
  ]
}

const copyToGuardian = (db: Database, person: string, id: string, at: Date): Statement => {
  const due = sql`exists (select 1 from notifications where id = ${id})
    and exists (select 1 from guardians where account_id = ${person})`
  return post(db, { topic: 'guardian_notice', payload: { id } }, at, due)
}

const whoReads = (column: SQL): SQL => sql`(select ${column} from accounts left join preferences
  on preferences.account_id = accounts.id where accounts.id = notifications.account_id)`

/** Newer words for something not read yet, with the hours in which its person wants quiet. */
export const refresh = (db: Database, { person, cause, data }: Pick<Notice, 'person' | 'cause' | 'data'>) =>
  db
    .update(notifications)
    .set({ data: { ...data } })
    .where(and(eq(notifications.account_id, person), eq(notifications.cause, cause), isNull(notifications.read_at)))
    .returning({
      ...getTableColumns(notifications),
      time_zone: sql<string>`${whoReads(sql`accounts.time_zone`)}`,
      quiet_from: sql<string | null>`${whoReads(sql`preferences.quiet_from`)}`,
      quiet_until: sql<string | null>`${whoReads(sql`preferences.quiet_until`)}`,
    })
export type Refreshed = ReturnType<typeof refresh>['_']['result'][number]

export const markRead = (db: Database, person: SQL | string, which: { ids?: string[]; cause?: string }, at: Date) =>
  db
    .update(notifications)
    .set({ read_at: at })
    .where(
      and(
        eq(notifications.account_id, person),
        isNull(notifications.read_at),
        which.ids && among(notifications.id, which.ids),
        which.cause === undefined ? undefined : eq(notifications.cause, which.cause),
      ),
    )
    .returning({ id: notifications.id })

export const unreadOf = (db: Database, person: SQL | string) =>
  db
    .select({ unread: sql<number>`count(*)`.as('unread') })
    .from(notifications)
    .where(and(eq(notifications.account_id, person), isNull(notifications.read_at)))

/** Newest first, one more than the limit. */
export function notificationsOf(
  db: Database,
  person: SQL | string,
  { limit, cursor, unread }: { limit: number; cursor?: string; unread?: 'true' | 'false' },
) {
  const [time, id] = positionOf(cursor) ?? []
  return db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.account_id, person),
        eq(notifications.shown, true),
        unread === 'true' ? isNull(notifications.read_at) : undefined,
        typeof time === 'number' && typeof id === 'string'
          ? sql`(${notifications.created_at}, ${notifications.id}) < (${time}, ${id})`
          : undefined,
      ),
    )
    .orderBy(desc(notifications.created_at), desc(notifications.id))
    .limit(limit + 1)
}

/** A notification with the person it speaks to. */
export const notificationById = (db: Database, id: string) =>
  db
    .select(
      shape({
        id: notifications.id,
        formal_id: notifications.formal_id,
        account_id: notifications.account_id,
        kind: notifications.kind,
        cause: notifications.cause,
        data: notifications.data,
        created_at: notifications.created_at,
        read_at: notifications.read_at,
        mailed_at: notifications.mailed_at,
        shown: notifications.shown,
        name: accounts.name,
        email: accounts.email,
        time_zone: accounts.time_zone,
        mail_is_off: mailIsOff(notifications.account_id, notifications.kind),
        suspended: isSuspended(),
        quiet_from: nullable(preferences.quiet_from),
        quiet_until: nullable(preferences.quiet_until),
      }),
    )
    .from(notifications)
    .innerJoin(accounts, eq(accounts.id, notifications.account_id))
    .leftJoin(preferences, eq(preferences.account_id, accounts.id))
    .where(eq(notifications.id, id))

/** Answers the row to the one that may send; a second asker gets nothing. */
export const claimMail = (db: Database, id: string, at: Date) =>
  db
    .update(notifications)
    .set({ mailed_at: at })
    .where(and(eq(notifications.id, id), isNull(notifications.mailed_at)))
    .returning({ id: notifications.id })

export const giveMailBack = (db: Database, id: string): Statement =>
  db.update(notifications).set({ mailed_at: null }).where(eq(notifications.id, id))

export type NotificationRow = typeof notifications.$inferSelect

/** The text of a kind, over whatever data its row holds. */
export const kindOf = (row: Pick<NotificationRow, 'kind'>) => KINDS[row.kind] as unknown as Kind<unknown>

function groupOf({ conversation_id, booking_id, post_id, event_id }: Record<string, unknown>): string | null {
  if (typeof conversation_id === 'string') return `conversation:${conversation_id}`
  if (typeof post_id === 'string') return `post:${post_id}`
  if (typeof event_id === 'string') return `event:${event_id}`
  return typeof booking_id === 'string' ? `booking:${booking_id}` : null
}

export function itemFrom(row: NotificationRow, reader: Reader): Notification {
  const kind = kindOf(row)
  return {
    id: row.id,
    formal_id: row.formal_id,
    kind: row.kind,
    notification_type: kind.type,
    message: kind.text(row.data, reader),
    link: kind.link(row.data),
    important: kind.important ?? false,
    group: groupOf(row.data),
    is_read: row.read_at !== null,
    created_at: row.created_at.toISOString(),
  }
}
