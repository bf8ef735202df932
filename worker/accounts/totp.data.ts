import { and, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { accounts, sessions } from './accounts.schema'
import { DAILY_TRIES, TICKET_MINUTES, TICKET_TRIES } from './totp.rules'
import { login_tickets, recovery_codes } from './totp.schema'

/** What protects an account; the secrets are sealed. */
export const protectionOf = (db: Database, account_id: SQL<string> | string) =>
  db
    .select({
      id: accounts.id,
      email: accounts.email,
      password_hash: accounts.password_hash,
      totp_secret: accounts.totp_secret,
      totp_pending: accounts.totp_pending,
      totp_enabled_at: accounts.totp_enabled_at,
    })
    .from(accounts)
    .where(eq(accounts.id, account_id))
export type Protection = Awaited<ReturnType<typeof protectionOf>>[number]

/** A right code: what holds until it is used, and the statements that use it. Put those last in their batch. */
export interface CodeProof {
  holds: SQL
  spend: (when: SQL) => Statement[]
}
/** Where no code is asked for. */
export const NO_CODE_NEEDED: CodeProof = { holds: sql`true`, spend: () => [] }

/** The step only moves forward, so that no code works twice. */
export const provenByStep = (db: Database, account_id: string, step: number): CodeProof => {
  const isNew = sql`coalesce(totp_step, 0) < ${step}`
  return {
    holds: sql`exists (select 1 from accounts where id = ${account_id} and ${isNew})`,
    spend: (when) => [
      db
        .update(accounts)
        .set({ totp_step: step })
        .where(and(eq(accounts.id, account_id), isNew, when)),
    ],
  }
}

export const provenByRecovery = (db: Database, account_id: string, code_hash: string): CodeProof => ({
  holds: sql`exists (select 1 from recovery_codes where account_id = ${account_id} and code_hash = ${code_hash})`,
  spend: (when) => [
    db
      .delete(recovery_codes)
      .where(and(eq(recovery_codes.account_id, account_id), eq(recovery_codes.code_hash, code_hash), when)),
  ],
})

const isEnabled = (account_id: string): SQL =>
  sql`exists (select 1 from accounts where id = ${account_id} and totp_enabled_at is not null)`
export const pendingIs = (account_id: string, box: string): SQL =>
  sql`exists (select 1 from accounts where id = ${account_id} and totp_pending = ${box})`

/** Keeps a secret that nobody has typed a code of; answers the row where `when` held. */
export const proposeSecret = (db: Database, { id, totp_enabled_at }: Protection, box: string, when: SQL) =>
  db
    .update(accounts)
    .set({ totp_pending: box })
    .where(
      and(eq(accounts.id, id), sql`(${accounts.totp_enabled_at} is null) = ${totp_enabled_at === null ? 1 : 0}`, when),
    )
    .returning({ id: accounts.id })

/** The proposed secret is the secret from now on. */
export const enableTotp = (db: Database, account_id: string, box: string, step: number, now: Date) =>
  db
    .update(accounts)
    .set({ totp_secret: box, totp_pending: null, totp_enabled_at: now, totp_step: step })
    .where(and(eq(accounts.id, account_id), eq(accounts.totp_pending, box)))
    .returning({ id: accounts.id })

export const showSecondFactor = (db: Database, session_id: string, now: Date, when: SQL): Statement =>
  db
    .update(sessions)
    .set({ second_factor_at: now })
    .where(and(eq(sessions.id, session_id), when))

/** All that belongs to it, the used code included; answers the row first, where the proof held. */
export const disableTotp = (db: Database, account_id: string, proof: CodeProof) => {
  const isOff = sql`not ${isEnabled(account_id)}`
  return [
    db
      .update(accounts)
      .set({ totp_secret: null, totp_pending: null, totp_enabled_at: null })
      .where(and(eq(accounts.id, account_id), isEnabled(account_id), proof.holds))
      .returning({ id: accounts.id }),
    ...proof.spend(isOff),
    db
      .update(sessions)
      .set({ second_factor_at: null })
      .where(and(eq(sessions.account_id, account_id), isOff)),
    db.delete(recovery_codes).where(and(eq(recovery_codes.account_id, account_id), isOff)),
    db.delete(login_tickets).where(and(eq(login_tickets.account_id, account_id), isOff)),
  ]
}

/** New ones in the place of all before, where `when` holds; `areThere` tells the statements after it. */
export function replaceCodes(db: Database, account_id: string, hashes: string[], when: SQL) {
  const list = JSON.stringify(hashes)
  const areThere = sql`exists (select 1 from recovery_codes where account_id = ${account_id} and code_hash = ${hashes[0]})`
  const statements = [
    db.all<{ code_hash: string }>(sql`insert into recovery_codes (account_id, code_hash)
      select ${account_id}, value from json_each(${list}) where ${when} returning code_hash`),
    db.run(sql`delete from recovery_codes where account_id = ${account_id} and ${areThere}
      and code_hash not in (select value from json_each(${list}))`),
  ]
  return { statements, areThere }
}
export const whereEnabled = (account_id: string, when: SQL): SQL => sql`(${isEnabled(account_id)} and ${when})`

/** The first factor was right. */
export const openLogin = (
  db: Database,
  { ticket_hash, account_id, now }: { ticket_hash: string; account_id: string; now: Date },
  when: SQL = sql`true`,
): Statement =>
  db.run(sql`insert into login_tickets (ticket_hash, account_id, tries, created_at, expires_at)
    select ${ticket_hash}, ${account_id}, 0, ${now.getTime()}, ${now.getTime() + TICKET_MINUTES * 60_000} where ${when}`)

/** Counted before it is looked at, in one batch; answers nothing where the ticket is dead. */
export const countLoginTry = (db: Database, ticket_hash: string, account_id: string, now: Date) =>
  db
    .update(login_tickets)
    .set({ tries: sql`${login_tickets.tries} + 1` })
    .where(
      and(
        eq(login_tickets.ticket_hash, ticket_hash),
        eq(login_tickets.account_id, account_id),
        gt(login_tickets.expires_at, now),
      ),
    )
    .returning({ tries: login_tickets.tries })

const dayBefore = (now: Date): number => now.getTime() - 86_400_000

export const triesOf = (db: Database, account_id: string, now: Date) =>
  db
    .select({ tries: sql<number>`coalesce(sum(${login_tickets.tries}), 0)`.as('sum_of_tries') })
    .from(login_tickets)
    .where(and(eq(login_tickets.account_id, account_id), sql`${login_tickets.created_at} > ${dayBefore(now)}`))

/** With a right code and a ticket that is alive, while neither its tries nor those of the day are used up. */
export const mayEnter = (ticket_hash: string, account_id: string, proof: CodeProof | undefined, now: Date): SQL =>
  sql`(${proof?.holds ?? sql`false`} and exists (select 1 from login_tickets where ticket_hash = ${ticket_hash} and account_id = ${account_id}
      and expires_at > ${now.getTime()} and tries <= ${TICKET_TRIES})
    and (select sum(tries) from login_tickets where account_id = ${account_id}
      and created_at > ${dayBefore(now)}) <= ${DAILY_TRIES})`

export const endLogin = (db: Database, ticket_hash: string, when: SQL): Statement =>
  db.delete(login_tickets).where(and(eq(login_tickets.ticket_hash, ticket_hash), when))

export const sessionIsOpen = (session_id: string): SQL => sql`exists (select 1 from sessions where id = ${session_id})`
