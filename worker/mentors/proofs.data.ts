import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm'
import { accounts } from '../accounts/accounts.schema'
import type { LinkProofState } from '../contract/applications.constants'
import { shape, type Database, type Statement } from '../lib/database'
import { company_email_proofs, link_proofs } from './applications.schema'
import { mentors } from './mentors.schema'

/** The row lives as long as its link works, and so counts the letters of a day. */
const LETTERS_A_DAY = { of_person: 5, to_address: 3 }
export const PROOF_HOURS = 24

export interface Letter {
  id: string
  account_id: string
  email: string
  email_key: string
  company: string
  now: Date
}

/** A letter to be sent; no row where there were enough of them, or where the company is another by now. */
export const askCompany = (db: Database, { id, account_id, email, email_key, company, now }: Letter) => {
  const at = now.getTime()
  const earlier = (column: string, value: string) =>
    sql`(select count(*) from company_email_proofs where ${sql.raw(column)} = ${value} and expires_at > ${at})`
  return db.all<{ id: string }>(sql`insert into company_email_proofs
      (id, account_id, email, email_key, company, created_at, expires_at)
    select ${id}, account_id, ${email}, ${email_key}, company, ${at}, ${at + PROOF_HOURS * 3_600_000}
    from mentors where account_id = ${account_id} and company = ${company}
      and ${earlier('account_id', account_id)} < ${LETTERS_A_DAY.of_person}
      and ${earlier('email_key', email_key)} < ${LETTERS_A_DAY.to_address}
    returning id`)
}

/** Guards the task that belongs to a letter. */
export const isAsked = (id: string): SQL => sql`exists (select 1 from company_email_proofs where id = ${id})`

/** A letter that still makes sense, with whom it speaks of. */
export const letterOf = (db: Database, id: string, now: Date) =>
  db
    .select(
      shape({
        email: company_email_proofs.email,
        company: company_email_proofs.company,
        name: accounts.name,
        time_zone: accounts.time_zone,
      }),
    )
    .from(company_email_proofs)
    .innerJoin(accounts, eq(accounts.id, company_email_proofs.account_id))
    .where(and(eq(company_email_proofs.id, id), gt(company_email_proofs.expires_at, now)))

export const keepToken = (db: Database, id: string, token_hash: string): Statement =>
  db.update(company_email_proofs).set({ token_hash }).where(eq(company_email_proofs.id, id))

/** Where a link of mine waits to be opened, the newest first. */
export const openLetters = (db: Database, me: SQL | string, now: Date) =>
  db
    .select({ email: company_email_proofs.email })
    .from(company_email_proofs)
    .where(and(eq(company_email_proofs.account_id, me), gt(company_email_proofs.expires_at, now)))
    .orderBy(sql`${company_email_proofs.created_at} desc`)
    .limit(1)

/** Through the link of a letter, by the person who asked for it: whoever opens a stranger's letter proves nothing. */
const opened = ({ account_id, token_hash, now }: Opening): SQL =>
  sql`token_hash = ${token_hash} and account_id = ${account_id} and expires_at > ${now.getTime()}`
export interface Opening {
  account_id: string
  token_hash: string
  now: Date
}

export const isOpened = (opening: Opening, company: string): SQL =>
  sql`exists (select 1 from company_email_proofs where ${opened(opening)} and company = ${company})`

export const domainOfLetter = (opening: Opening): SQL =>
  sql`(select substr(email_key, instr(email_key, '@') + 1) from company_email_proofs where ${opened(opening)})`

/** A link works once. */
export const spendLetter = (db: Database, opening: Opening): Statement =>
  db.delete(company_email_proofs).where(opened(opening))

/** What of a profile can be proven. */
export const provable = (db: Database, me: SQL) =>
  db
    .select({
      mentor_id: mentors.mentor_id,
      company: mentors.company,
      linkedin_url: mentors.linkedin_url,
      github_url: mentors.github_url,
      portfolio_url: mentors.portfolio_url,
    })
    .from(mentors)
    .where(eq(mentors.account_id, me))

export const forgetLetters = (db: Database, now: Date) =>
  db
    .delete(company_email_proofs)
    .where(lte(company_email_proofs.expires_at, now))
    .returning({ id: company_email_proofs.id })

const PATIENCE_SECONDS = 30

/** A page to be read; no row where it is not of the profile, or was read a moment ago. */
export const askLink = (db: Database, { account_id, url, now }: { account_id: string; url: string; now: Date }) =>
  db.all<{ url: string }>(sql`insert into link_proofs (account_id, url, state, asked_at)
    select account_id, ${url}, 'waiting', ${now.getTime()} from mentors
    where account_id = ${account_id} and ${url} in (linkedin_url, github_url, portfolio_url)
    on conflict (account_id, url) do update set state = 'waiting', asked_at = excluded.asked_at
      where asked_at <= ${now.getTime() - PATIENCE_SECONDS * 1000}
    returning url`)

/** Guards the task that belongs to this asking. */
export const isReadDue = (account_id: string, url: string, now: Date): SQL =>
  sql`exists (select 1 from link_proofs where account_id = ${account_id} and url = ${url} and asked_at = ${now.getTime()})`

/** A page that waits to be read, with the page it must link to. */
export const linkToRead = (db: Database, account_id: string, url: string) =>
  db
    .select(shape({ mentor_id: mentors.mentor_id }))
    .from(link_proofs)
    .innerJoin(mentors, eq(mentors.account_id, link_proofs.account_id))
    .where(and(eq(link_proofs.account_id, account_id), eq(link_proofs.url, url), eq(link_proofs.state, 'waiting')))

export const linksOf = (db: Database, me: SQL | string) =>
  db
    .select({ url: link_proofs.url, state: link_proofs.state, asked_at: link_proofs.asked_at })
    .from(link_proofs)
    .where(eq(link_proofs.account_id, me))
    .orderBy(link_proofs.url)

export const setLinkState = (db: Database, account_id: string, url: string, state: LinkProofState): Statement =>
  db
    .update(link_proofs)
    .set({ state })
    .where(and(eq(link_proofs.account_id, account_id), eq(link_proofs.url, url)))

export const forgetLink = (db: Database, account_id: string, url: string): Statement =>
  db.delete(link_proofs).where(and(eq(link_proofs.account_id, account_id), eq(link_proofs.url, url)))
