import { and, desc, eq, getTableColumns, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { showPicture } from '../accounts/pictures.data'
import { isLive } from '../bookings/times.data'
import { isReported } from '../chat/attachments.data'
import { isSeenInPost } from '../community/pictures.data'
import {
  CHAT_BYTES_MOST,
  CHAT_FILES_MOST,
  COVER_BYTES_MOST,
  COVERS_MOST,
  EVIDENCE_MOST,
  FILE_KINDS,
  PORTFOLIO_MOST,
  POST_BYTES_MOST,
  POST_FILES_MOST,
  STORAGE_BYTES_MOST,
  SUPPORT_FILES_MOST,
  type FileKind,
} from '../contract/files.constants'
import { among, arrayOf, shape, type Database, type Statement } from '../lib/database'
import { addressOf, isSingle } from './files.rules'
import { isInTicket } from '../support/attachments.data'
import { file_reads, files } from './files.schema'

export type FileRow = typeof files.$inferSelect
export type NewFile = Omit<FileRow, 'removed_at'>

const live = isNull(files.removed_at)

export const fileView = (row: Omit<FileRow, 'removed_at' | 'owner_account_id' | 'hash'>) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  type: row.type,
  size: row.size,
  width: row.width,
  height: row.height,
  caption: row.caption,
  created_at: row.created_at,
  url: addressOf(row),
})

/** A person's files, the newest first. */
export const filesOf = (
  db: Database,
  owner: SQL | string,
  { kind, before, limit }: { kind?: FileKind | undefined; before?: string | undefined; limit: number },
) =>
  db
    .select()
    .from(files)
    .where(
      and(
        eq(files.owner_account_id, owner),
        live,
        kind && eq(files.kind, kind),
        before === undefined ? undefined : lt(files.id, before),
      ),
    )
    .orderBy(desc(files.id))
    .limit(limit + 1)

/** Everything a person keeps, for an export or a page that shows all of one kind: few by nature of the quota. */
export const allFilesOf = (db: Database, owner: SQL | string, kind?: FileKind) =>
  db
    .select()
    .from(files)
    .where(and(eq(files.owner_account_id, owner), live, kind && eq(files.kind, kind)))
    .orderBy(files.id)

export const ownFile = (db: Database, id: string, me: SQL) =>
  db
    .select(shape({ ...getTableColumns(files), reported: isReported(sql`${files.id}`) }))
    .from(files)
    .where(and(eq(files.id, id), eq(files.owner_account_id, me), live))

/** A file as this reader meets it: whether it is the CV of somebody who has an open booking with them. */
export const fileFor = (db: Database, id: string, me: SQL, now: Date) =>
  db
    .select(
      shape({
        id: files.id,
        kind: files.kind,
        key: files.key,
        name: files.name,
        type: files.type,
        size: files.size,
        owner_account_id: files.owner_account_id,
        open_booking: sql<boolean>`exists (select 1 from bookings where student_account_id = ${files.owner_account_id}
          and mentor_account_id = ${me} and ${isLive(now)})`.mapWith(Boolean),
        brought_to: arrayOf<string>(sql`select json_group_array(conversation_id) from message_files
          join conversations on conversations.id = message_files.conversation_id
          where message_files.file_id = files.id and taken_back_at is null
            and ${me} in (mentor_account_id, student_account_id)`),
        taken_back: sql<boolean>`(exists (select 1 from message_files where file_id = files.id)
          and not exists (select 1 from message_files where file_id = files.id and taken_back_at is null))`.mapWith(
          Boolean,
        ),
        reported: isReported(sql`${files.id}`),
        in_ticket: isInTicket(sql`${files.id}`),
        seen_in_post: isSeenInPost(sql`${files.id}`, me).mapWith(Boolean),
      }),
    )
    .from(files)
    .where(and(eq(files.id, id), live))

/** Whether this is my booking at all, on either side. */
export const isPartyTo = (db: Database, booking_id: string, me: SQL) =>
  db.all<{ id: string }>(sql`select id from bookings
    where id = ${booking_id} and (mentor_account_id = ${me} or student_account_id = ${me})`)

/** The student's CV as both sides of an open booking see it. */
export const sharedFiles = (db: Database, booking_id: string, me: SQL, now: Date) =>
  db
    .select()
    .from(files)
    .where(
      and(
        eq(files.kind, 'cv'),
        live,
        sql`${files.owner_account_id} = (select student_account_id from bookings where id = ${booking_id}
          and (mentor_account_id = ${me} or student_account_id = ${me}) and ${isLive(now)})`,
      ),
    )

/** How many files of each kind a person keeps, and how many bytes. */
export const usageOf = (db: Database, me: SQL | string) =>
  db.all<{ kind: FileKind; count: number; bytes: number }>(sql`select kind, count(*) as count, sum(size) as bytes
    from files where owner_account_id = ${me} and removed_at is null group by kind`)
export type Usage = { kind: FileKind; count: number; bytes: number }[]

const MOST: Record<FileKind, number> = {
  picture: 1,
  cv: 1,
  portfolio: PORTFOLIO_MOST,
  evidence: EVIDENCE_MOST,
  chat: CHAT_FILES_MOST,
  support: SUPPORT_FILES_MOST,
  cover: COVERS_MOST,
  post: POST_FILES_MOST,
}

/** Kinds that gather on one shelf; `own` is what a person shows of themselves. */
const SHELF: Record<FileKind, 'own' | 'talk' | 'covers' | 'posts'> = {
  picture: 'own',
  cv: 'own',
  portfolio: 'own',
  evidence: 'own',
  chat: 'talk',
  support: 'talk',
  cover: 'covers',
  post: 'posts',
}
const BYTES_MOST = {
  own: STORAGE_BYTES_MOST,
  talk: CHAT_BYTES_MOST,
  covers: COVER_BYTES_MOST,
  posts: POST_BYTES_MOST,
}
const bytesMost = (kind: FileKind): number => BYTES_MOST[SHELF[kind]]
const besides = (kind: FileKind): FileKind[] =>
  FILE_KINDS.filter((one) => SHELF[one] === SHELF[kind] && !(isSingle(kind) && one === kind))

/** Whether there is room for one more: asked before anything is stored, and again in the statement that keeps it. */
export const hasRoom = (usage: Usage, kind: FileKind, size: number): boolean => {
  const others = usage.filter((one) => besides(kind).includes(one.kind))
  const count = others.find((one) => one.kind === kind)?.count ?? 0
  return count < MOST[kind] && others.reduce((sum, { bytes }) => sum + bytes, 0) + size <= bytesMost(kind)
}

const roomFor = ({ owner_account_id, kind, size }: NewFile): SQL => {
  const bytes = sql`select coalesce(sum(size), 0) from files where owner_account_id = ${owner_account_id}
    and removed_at is null and kind in (select value from json_each(${JSON.stringify(besides(kind))}))`
  const count = sql`select count(*) from files where owner_account_id = ${owner_account_id}
    and removed_at is null and kind = ${kind}`
  return sql`(${bytes}) + ${size} <= ${bytesMost(kind)} and ${isSingle(kind) ? sql`true` : sql`(${count}) < ${MOST[kind]}`}`
}

/**
 * Keeps a stored file where there is room, and lets go of what it replaces. The last statement answers the row: this
 * one, or the one that the same content has had before.
 */
export function keepFile(db: Database, file: NewFile): Statement[] {
  const { id, owner_account_id, kind, key, hash, name, type, size, width, height, caption } = file
  const at = file.created_at.getTime()
  const kept = sql`exists (select 1 from files where id = ${id})`
  return [
    db.run(sql`insert into files (id, owner_account_id, kind, key, hash, name, type, size, width, height, caption, created_at)
      select ${id}, ${owner_account_id}, ${kind}, ${key}, ${hash}, ${name}, ${type}, ${size}, ${width}, ${height}, ${caption}, ${at}
      where ${roomFor(file)} on conflict do nothing`),
    ...(isSingle(kind)
      ? [
          db.run(sql`update files set removed_at = ${at} where owner_account_id = ${owner_account_id}
            and kind = ${kind} and id <> ${id} and removed_at is null and ${kept}`),
        ]
      : []),
    ...(kind === 'picture' ? [showPicture(db, owner_account_id, addressOf(file), kept)] : []),
    db
      .select()
      .from(files)
      .where(and(eq(files.owner_account_id, owner_account_id), eq(files.kind, kind), eq(files.hash, hash), live)),
  ]
}

export const removeFile = (
  db: Database,
  { id, kind, owner_account_id }: Pick<FileRow, 'id' | 'kind' | 'owner_account_id'>,
  now: Date,
): Statement[] => [
  db.update(files).set({ removed_at: now }).where(eq(files.id, id)),
  ...(kind === 'picture' ? [showPicture(db, owner_account_id, null)] : []),
]

export const ownPicture = (db: Database, me: SQL) =>
  db
    .select()
    .from(files)
    .where(and(eq(files.owner_account_id, me), eq(files.kind, 'picture'), live))

export const noteReading = (db: Database, reading: typeof file_reads.$inferInsert): Statement =>
  db.insert(file_reads).values(reading)

export const removedFiles = (db: Database, most: number) =>
  db
    .select()
    .from(files)
    .where(sql`removed_at is not null`)
    .orderBy(files.removed_at)
    .limit(most)

export const forgetFiles = (db: Database, ids: string[]): Statement =>
  db.run(sql`delete from files where ${among(files.id, ids)}`)

/** Which of these keys belong to a row. */
export const knownKeys = (db: Database, keys: string[]) =>
  db.select({ key: files.key }).from(files).where(among(files.key, keys))
