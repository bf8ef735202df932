import { and, eq, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { emailKey } from '../accounts/emails.rules'
import { accounts } from '../accounts/accounts.schema'
import { shape, type Database, type Statement } from '../lib/database'
import { countTry, isWithin, type Limit } from '../lib/limits'
import { post } from '../lib/outbox'
import { newsletter_links, newsletter_subscribers, newsletter_suppressions } from './newsletter.schema'

/** Of the words beside the form, which say what comes, how often, and how it ends. */
const WORDS_VERSION = '2026-11'
const LINK_DAYS = 7
const DAY = 86_400_000

interface Wish {
  email: string
  address_hash: string
  /** A hash of the network. */
  from: string
}

const rowOf = ({ email, address_hash, from }: Wish, now: Date) => ({
  address_hash,
  email,
  email_key: emailKey(email),
  asked_at: now,
  asked_from: from,
  words_version: WORDS_VERSION,
})

/** An address gets so many mails that ask back in a day, whoever types it. */
const lettersTo = (address_hash: string): Limit => ({ subject: `newsletter:${address_hash}`, most: 3, seconds: 86_400 })

/** Whoever has it already is left alone; everybody else is asked back by mail. */
export function askForIt(db: Database, wish: Wish, now: Date): Statement[] {
  const row = rowOf(wish, now)
  const { address_hash, email, asked_at, asked_from, words_version } = row
  const limit = lettersTo(address_hash)
  const isOpen = sql`exists (select 1 from newsletter_subscribers
    where address_hash = ${address_hash} and confirmed_at is null)`
  return [
    db
      .insert(newsletter_subscribers)
      .values(row)
      .onConflictDoUpdate({
        target: newsletter_subscribers.address_hash,
        set: { email, asked_at, asked_from, words_version },
        setWhere: sql`confirmed_at is null`,
      }),
    countTry(db, limit, now),
    post(
      db,
      { topic: 'newsletter_confirm', payload: { address_hash } },
      now,
      sql`${isOpen} and ${isWithin(limit, now)}`,
    ),
  ]
}

export const subscriberWith = (db: Database, address_hash: string) =>
  db.select().from(newsletter_subscribers).where(eq(newsletter_subscribers.address_hash, address_hash))

export const keepLink = (db: Database, token_hash: string, address_hash: string, now: Date): Statement =>
  db.run(sql`insert into newsletter_links (token_hash, address_hash, expires_at)
    select ${token_hash}, address_hash, ${now.getTime() + LINK_DAYS * DAY} from newsletter_subscribers
    where address_hash = ${address_hash} and confirmed_at is null`)

/** Answers the address where the link was good; nothing that was mailed before works after that. */
export function confirmByLink(db: Database, token_hash: string, from: string, now: Date): Statement[] {
  const linked = sql`(select address_hash from newsletter_links
    where token_hash = ${token_hash} and expires_at > ${now.getTime()})`
  return [
    db
      .update(newsletter_subscribers)
      .set({ confirmed_at: now, confirmed_from: from })
      .where(and(eq(newsletter_subscribers.address_hash, linked), isNull(newsletter_subscribers.confirmed_at)))
      .returning({ address_hash: newsletter_subscribers.address_hash }),
    db.delete(newsletter_suppressions).where(eq(newsletter_suppressions.address_hash, linked)),
    db.run(sql`insert into outbox (id, topic, payload, due_at, created_at)
      select ${`newsletter_welcome:${token_hash}`}, 'newsletter_welcome', json_object('address_hash', address_hash),
        ${now.getTime()}, ${now.getTime()} from newsletter_links where token_hash = ${token_hash} and address_hash = ${linked}`),
    db.delete(newsletter_links).where(eq(newsletter_links.address_hash, linked)),
  ]
}

/** Of somebody whose address is proven: nothing asks back. */
export const takeIt = (db: Database, wish: Wish, now: Date): Statement[] => [
  db
    .insert(newsletter_subscribers)
    .values({ ...rowOf(wish, now), confirmed_at: now, confirmed_from: wish.from })
    .onConflictDoUpdate({
      target: newsletter_subscribers.address_hash,
      set: { confirmed_at: now, confirmed_from: wish.from, words_version: WORDS_VERSION },
      setWhere: sql`confirmed_at is null`,
    }),
  db.delete(newsletter_suppressions).where(eq(newsletter_suppressions.address_hash, wish.address_hash)),
  db.delete(newsletter_links).where(eq(newsletter_links.address_hash, wish.address_hash)),
]

/** The address goes; that it is not wanted stays, as a hash. Answers it at the end, now or from before. */
export const leaveIt = (db: Database, address_hash: string, now: Date): Statement[] => [
  db.run(sql`insert into newsletter_suppressions (address_hash, at)
    select address_hash, ${now.getTime()} from newsletter_subscribers where address_hash = ${address_hash}
    on conflict (address_hash) do update set at = excluded.at`),
  db.delete(newsletter_links).where(eq(newsletter_links.address_hash, address_hash)),
  db.delete(newsletter_subscribers).where(eq(newsletter_subscribers.address_hash, address_hash)),
  db.select().from(newsletter_suppressions).where(eq(newsletter_suppressions.address_hash, address_hash)),
]

/** Mine, where my address is proven to be mine. */
export const subscriptionOf = (db: Database, me: SQL | string) =>
  db
    .select(shape({ since: newsletter_subscribers.confirmed_at }))
    .from(accounts)
    .innerJoin(newsletter_subscribers, eq(newsletter_subscribers.email_key, accounts.email_key))
    .where(
      and(eq(accounts.id, me), isNotNull(accounts.email_verified_at), isNotNull(newsletter_subscribers.confirmed_at)),
    )

/** Whoever did not confirm in time is not remembered. */
export function forgetUnconfirmed(db: Database, now: Date): Statement[] {
  const before = new Date(now.getTime() - LINK_DAYS * DAY)
  const late = sql`select address_hash from newsletter_subscribers
    where confirmed_at is null and asked_at <= ${before.getTime()}`
  const dead = lte(newsletter_links.expires_at, now)
  return [
    db.delete(newsletter_links).where(sql`${dead} or address_hash in (${late})`),
    db
      .delete(newsletter_subscribers)
      .where(sql`address_hash in (${late})`)
      .returning({ address_hash: newsletter_subscribers.address_hash }),
  ]
}
