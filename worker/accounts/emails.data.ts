import { and, desc, eq, gt, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { isUniqueClash, type Database, type Statement } from '../lib/database'
import { accounts, email_verifications } from './accounts.schema'
import { isSuspended } from '../mail/mail.data'
import { CODE_TRIES } from './emails.rules'
import { email_changes, email_undos } from './emails.schema'

/** Something is left to prove: the address never was, or mails to it came back since. */
const isOpen = () => sql`(accounts.email_verified_at is null or ${isSuspended()})`

/** Undefined where there is nothing to prove any more. */
export const accountToVerify = (db: Database, account_id: string) =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isOpen(), isNull(accounts.erased_at)))

/** Keeps the hashes of what is about to be mailed. Earlier links go on working, earlier digits do not. */
export const keepVerification = (
  db: Database,
  proof: typeof email_verifications.$inferInsert,
  now: Date,
): Statement[] => [
  db
    .delete(email_verifications)
    .where(and(eq(email_verifications.account_id, proof.account_id), lte(email_verifications.expires_at, now))),
  db.update(email_verifications).set({ code_hash: null }).where(eq(email_verifications.account_id, proof.account_id)),
  db.insert(email_verifications).values(proof),
]

/** Only for the address it was mailed to; once that is proven, nothing that was mailed for it works any more. */
const provenBy = (db: Database, account_id: string, proof: SQL, now: Date) => [
  db
    .update(accounts)
    .set({ email_verified_at: now })
    .where(
      sql`${accounts.id} = ${account_id} and ${isOpen()} and ${accounts.email_key} in (
        select email_key from email_verifications where account_id = ${account_id} and ${proof})`,
    )
    .returning({ id: accounts.id }),
  db.run(sql`delete from email_verifications where account_id = ${account_id}
    and exists (select 1 from accounts where id = ${account_id} and not ${isOpen()})`),
]

/** Answers the row where the link was good. */
export const verifyByLink = (db: Database, account_id: string, token_hash: string, now: Date) =>
  provenBy(db, account_id, sql`token_hash = ${token_hash} and expires_at > ${now.getTime()}`, now)

/** Counts the try first, in the same batch, so that guesses in parallel are counted like any others. */
export const verifyByCode = (db: Database, account_id: string, code_hash: string, now: Date) => [
  ...provenBy(
    db,
    account_id,
    sql`code_hash = ${code_hash} and tries < ${CODE_TRIES} and code_expires_at > ${now.getTime()}`,
    now,
  ),
  db
    .update(email_verifications)
    .set({ tries: sql`${email_verifications.tries} + 1` })
    .where(and(eq(email_verifications.account_id, account_id), isNotNull(email_verifications.code_hash))),
]

/** The newest wish takes the place of the one before. */
export const wishEmail = (db: Database, wish: typeof email_changes.$inferInsert): Statement[] => [
  db.delete(email_changes).where(eq(email_changes.account_id, wish.account_id)),
  db.insert(email_changes).values(wish),
]

/** Held by somebody: an account has it, or had it until a moment ago and may still take it back. */
const isTaken = (email_key: SQL | string, account_id: string, now: Date): SQL =>
  sql`(exists (select 1 from accounts where email_key = ${email_key} and id <> ${account_id})
    or exists (select 1 from email_undos where email_key = ${email_key} and account_id <> ${account_id}
      and expires_at > ${now.getTime()}))`

/**
 * An address that may be taken back stands in the way of a new account as one in use does: its row is written once
 * more, which its key forbids, and the whole batch is undone.
 */
export const refuseLeftEmail = (db: Database, email_key: string, now: Date): Statement =>
  db.run(sql`insert into email_undos (id, account_id, email, email_key, changed_at, expires_at)
    select id, account_id, email, email_key, changed_at, expires_at from email_undos
    where email_key = ${email_key} and expires_at > ${now.getTime()}`)

export const isEmailTaken = (error: unknown): boolean =>
  isUniqueClash(error, 'accounts') || isUniqueClash(error, 'email_undos')

/** A wish whose address is free, with the person to write to. */
export const wishToMail = (db: Database, id: string, account_id: string, now: Date) =>
  db
    .select({ name: accounts.name, time_zone: accounts.time_zone, email: email_changes.email })
    .from(email_changes)
    .innerJoin(accounts, eq(accounts.id, email_changes.account_id))
    .where(
      and(
        eq(email_changes.id, id),
        gt(email_changes.expires_at, now),
        sql`not ${isTaken(sql`${email_changes.email_key}`, account_id, now)}`,
      ),
    )

export const keepChangeLink = (db: Database, id: string, token_hash: string): Statement =>
  db.update(email_changes).set({ token_hash }).where(eq(email_changes.id, id))

export const wishOf = (db: Database, account_id: string, now: Date) =>
  db
    .select()
    .from(email_changes)
    .where(and(eq(email_changes.account_id, account_id), gt(email_changes.expires_at, now)))

type Wish = typeof email_changes.$inferSelect
type Undo = typeof email_undos.$inferSelect

/** Holds until the link is used or dies, and only while the address is free. */
export const wishIs = ({ id, token_hash, email_key, account_id }: Wish, now: Date): SQL =>
  sql`(exists (select 1 from email_changes where id = ${id} and token_hash = ${token_hash})
    and not ${isTaken(email_key, account_id, now)})`

/** Keeps the address that is left, where it was proven: whoever owns a mistyped one has no right to the account. */
export const keepOldEmail = (
  db: Database,
  undo: { id: string; account_id: string; expires_at: Date },
  now: Date,
  when: SQL,
): Statement =>
  db.run(sql`insert into email_undos (id, account_id, email, email_key, changed_at, expires_at)
    select ${undo.id}, id, email, email_key, ${now.getTime()}, ${undo.expires_at.getTime()} from accounts
    where id = ${undo.account_id} and email_verified_at is not null and ${when}`)

/** The address of an account from now on, proven by the link that led here. */
export const setEmail = (
  db: Database,
  { account_id, email, email_key }: Pick<Wish, 'account_id' | 'email' | 'email_key'>,
  now: Date,
  when: SQL,
) =>
  db
    .update(accounts)
    .set({ email, email_key, email_verified_at: now })
    .where(and(eq(accounts.id, account_id), when))
    .returning({ email: accounts.email })

/** Tells the statements after `setEmail` whether it did its work. */
export const hasEmail = ({ account_id, email_key }: Pick<Wish, 'account_id' | 'email_key'>, now: Date): SQL =>
  sql`exists (select 1 from accounts where id = ${account_id} and email_key = ${email_key}
    and email_verified_at = ${now.getTime()})`

/** The address that was left, with the person as they are now. */
export const undoToMail = (db: Database, id: string, now: Date) =>
  db
    .select({
      name: accounts.name,
      time_zone: accounts.time_zone,
      new_email: sql<string>`${accounts.email}`.as('new_email'),
      email: sql<string>`${email_undos.email}`.as('old_email'),
      account_id: email_undos.account_id,
      expires_at: sql<Date>`${email_undos.expires_at}`.mapWith(email_undos.expires_at).as('until'),
    })
    .from(email_undos)
    .innerJoin(accounts, eq(accounts.id, email_undos.account_id))
    .where(and(eq(email_undos.id, id), gt(email_undos.expires_at, now)))

export const keepUndoLink = (db: Database, id: string, token_hash: string): Statement =>
  db.update(email_undos).set({ token_hash }).where(eq(email_undos.id, id))

export const undosOf = (db: Database, account_id: string, now: Date) =>
  db
    .select()
    .from(email_undos)
    .where(and(eq(email_undos.account_id, account_id), gt(email_undos.expires_at, now)))
    .orderBy(desc(email_undos.id))

export const undoIs = ({ id, token_hash }: Undo): SQL =>
  sql`exists (select 1 from email_undos where id = ${id} and token_hash = ${token_hash})`

/** This one and those of later changes; who held the account earlier keeps the older right. */
export const endUndos = (db: Database, { id, account_id }: Undo, when: SQL): Statement =>
  db.delete(email_undos).where(and(eq(email_undos.account_id, account_id), sql`${email_undos.id} >= ${id}`, when))
