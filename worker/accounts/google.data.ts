import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm'
import { nullable, shape, type Database, type Statement } from '../lib/database'
import { post } from '../lib/outbox'
import { notify } from '../notifications/notifications.data'
import { accounts } from './accounts.schema'
import { google_links, identities } from './google.schema'
import { endProofs } from './proofs.data'
import { endSessions } from './sessions.data'
import { recovery_codes } from './totp.schema'

export interface Identity {
  issuer: string
  subject: string
  /** As Google calls it today; it identifies nobody. */
  email: string
}

const is = ({ issuer, subject }: Identity) => and(eq(identities.issuer, issuer), eq(identities.subject, subject))

/** The account that this identity belongs to. */
export const accountBehind = (db: Database, identity: Identity) =>
  db
    .select(
      shape({
        id: identities.account_id,
        suspended_at: nullable(accounts.suspended_at),
        totp_enabled_at: nullable(accounts.totp_enabled_at),
      }),
    )
    .from(identities)
    .innerJoin(accounts, eq(accounts.id, identities.account_id))
    .where(is(identity))

export const accountWithAddress = (db: Database, email_key: string) =>
  db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email_key, email_key))

/** What decides about linking: the address, whether it was ever proven, and what proves the person. */
export const accountToLink = (db: Database, account_id: SQL | string) =>
  db
    .select({
      id: accounts.id,
      email_key: accounts.email_key,
      email_verified_at: accounts.email_verified_at,
      password_hash: accounts.password_hash,
      totp_enabled_at: accounts.totp_enabled_at,
    })
    .from(accounts)
    .where(eq(accounts.id, account_id))

export const identityOf = (db: Database, account_id: SQL | string) =>
  db.select().from(identities).where(eq(identities.account_id, account_id))

/** The address is still the one that Google vouches for, and the account may be entered. */
export const isStill = (account_id: string, email_key: string): SQL =>
  sql`exists (select 1 from accounts where id = ${account_id} and email_key = ${email_key} and suspended_at is null)`

export const belongsTo = (account_id: string, { issuer, subject }: Identity): SQL =>
  sql`exists (select 1 from identities
    where issuer = ${issuer} and subject = ${subject} and account_id = ${account_id})`

/** It came to this account just now. */
const isNew = (account_id: string, identity: Identity, now: Date): SQL =>
  sql`${belongsTo(account_id, identity)} and exists (
    select 1 from identities where account_id = ${account_id} and linked_at = ${now.getTime()})`

interface Linking {
  account_id: string
  identity: Identity
  now: Date
}

/** One identity an account: an earlier one gives way. What belongs to somebody else already stays theirs. */
export function linkIdentity(db: Database, { account_id, identity, now }: Linking, when: SQL): Statement[] {
  const { issuer, subject, email } = identity
  const cause = `google_linked:${subject}:${now.getTime()}`
  return [
    db.run(sql`delete from identities where account_id = ${account_id} and ${isGone(identity)} and ${when}`),
    db.run(sql`insert into identities (issuer, subject, account_id, email, linked_at)
      select ${issuer}, ${subject}, ${account_id}, ${email}, ${now.getTime()} where ${when} on conflict do nothing`),
    ...notify(
      db,
      { person: account_id, kind: 'google_linked', cause, data: { google_email: email } },
      now,
      isNew(account_id, identity, now),
    ),
  ]
}

/**
 * Somebody opened this account and never proved its address; now its owner is here and their identity is linked. Whoever
 * was here before finds no way back: what was mailed or begun dies, every session ends, and where it was not the password
 * that proved the owner, it goes as well, with the second step.
 */
export function clearWhatCameBefore(db: Database, joining: Linking & { knows_password: boolean }): Statement[] {
  const { account_id, identity, now, knows_password } = joining
  const when = isNew(account_id, identity, now)
  const forgotten = {
    password_hash: null,
    totp_secret: null,
    totp_pending: null,
    totp_enabled_at: null,
    totp_step: null,
  }
  return [
    db
      .update(accounts)
      .set({ email_verified_at: now, ...(knows_password ? {} : forgotten) })
      .where(and(eq(accounts.id, account_id), when)),
    ...(knows_password ? [] : [db.delete(recovery_codes).where(and(eq(recovery_codes.account_id, account_id), when))]),
    endSessions(db, account_id, { when }),
    post(db, { topic: 'session_over', payload: { account_id, session_id: null } }, now, when),
    ...endProofs(db, account_id, when),
  ]
}

/** The first identity of an account that this batch makes; a known one aborts the batch. */
export const addIdentity = (db: Database, row: typeof identities.$inferInsert): Statement =>
  db.insert(identities).values(row)

export const rememberAddress = (db: Database, identity: Identity): Statement =>
  db.update(identities).set({ email: identity.email }).where(is(identity))

/** Only where a password is left to come in by. Answers what was removed. */
export const unlinkIdentity = (db: Database, account_id: string) =>
  db
    .delete(identities)
    .where(
      sql`${identities.account_id} = ${account_id} and exists (
        select 1 from accounts where id = ${account_id} and password_hash is not null)`,
    )
    .returning({ email: identities.email })

export const isGone = ({ issuer, subject }: Pick<Identity, 'issuer' | 'subject'>): SQL =>
  sql`not exists (select 1 from identities where issuer = ${issuer} and subject = ${subject})`

/** Whom a link is mailed to; nobody where the account has another address by now. */
export const accountToMail = (db: Database, account_id: string, email_key: string) =>
  db
    .select({ name: accounts.name, email: accounts.email, time_zone: accounts.time_zone })
    .from(accounts)
    .where(and(eq(accounts.id, account_id), isStill(account_id, email_key)))

export const keepLink = (db: Database, link: typeof google_links.$inferInsert): Statement =>
  db.insert(google_links).values(link)

/** The mailed links of an account that still work, with what decides about it. */
export const linksOf = (db: Database, account_id: string, now: Date) =>
  db
    .select(
      shape({
        token_hash: google_links.token_hash,
        account_id: google_links.account_id,
        email_key: google_links.email_key,
        issuer: google_links.issuer,
        subject: google_links.subject,
        google_email: google_links.google_email,
        email_verified_at: nullable(accounts.email_verified_at),
      }),
    )
    .from(google_links)
    .innerJoin(accounts, and(eq(accounts.id, google_links.account_id), eq(accounts.email_key, google_links.email_key)))
    .where(and(eq(google_links.account_id, account_id), gt(google_links.expires_at, now)))

/** Holds until the link is used or dies, and only for the address it was mailed to. */
export const linkIs = ({
  token_hash,
  account_id,
  email_key,
}: {
  token_hash: string
  account_id: string
  email_key: string
}) => sql`exists (select 1 from google_links where token_hash = ${token_hash}) and ${isStill(account_id, email_key)}`

/** Answers its row where the identity came to the account. */
export const spendLink = (db: Database, token_hash: string, when: SQL) =>
  db
    .delete(google_links)
    .where(and(eq(google_links.token_hash, token_hash), when))
    .returning({ account_id: google_links.account_id })

/** Links that ran out. */
export const forgetLinks = (db: Database, now: Date) =>
  db.delete(google_links).where(lte(google_links.expires_at, now)).returning({ account_id: google_links.account_id })
