import { or, sql, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn, AnySQLiteTable } from 'drizzle-orm/sqlite-core'
import { offers, weekly_rules } from '../availability/availability.schema'
import { busy_calendars, busy_times } from '../availability/busy-calendars.schema'
import { away_periods, date_overrides, zone_periods } from '../availability/exceptions.schema'
import { booking_notes, waits } from '../bookings/moves.schema'
import { calendar_feeds } from '../calendars/calendars.schema'
import { sightings } from '../chat/chat.schema'
import { favourites } from '../favourites/favourites.schema'
import { file_reads, files } from '../files/files.schema'
import { guardian_consents, guardian_links, guardians } from '../guardians/guardians.schema'
import { attempts, dead_letters, idempotency } from '../lib/spine.schema'
import * as applications from '../mentors/applications.schema'
import { mentor_languages, mentor_skills, mentors } from '../mentors/mentors.schema'
import { listings } from '../mentors/openings.schema'
import { mail_suspensions, mailbox, message_digests, notifications } from '../notifications/notifications.schema'
import { badges, ratings } from '../reviews/reviews.schema'
import { payout_profiles } from '../payouts/payouts.schema'
import { saved_searches } from '../searches/searches.schema'
import { skill_proposals } from '../skills/skills.schema'
import { profile_view_counts, profile_views } from '../mentors/views.schema'
import { learned_skills, mentor_notes } from '../students/learned.schema'
import { students } from '../students/students.schema'
import { wishes } from '../wishes/wishes.schema'
import { account_roles, accounts, email_verifications, sessions, socket_tickets } from './accounts.schema'
import { belonging, by, type Belonging, type Person } from './belongings'
import { COMMENT_BELONGINGS } from './belongings.comments.data'
import { EVENT_BELONGINGS } from './belongings.events.data'
import { POST_BELONGINGS } from './belongings.posts.data'
import { SHARED_BELONGINGS } from './belongings.shared.data'
import { SUPPORT_BELONGINGS } from './belongings.support.data'
import { account_closings } from './closing.schema'
import { email_changes, email_undos } from './emails.schema'
import { account_exports } from './exports.schema'
import { google_links, identities } from './google.schema'
import { password_resets } from './passwords.schema'
import { preferences } from './preferences.schema'
import { login_tickets, recovery_codes } from './totp.schema'

/** Whoever had an account once, to everybody who still sees a trace of it. */
export const FORMER_MEMBER = 'Former member'

const mentions =
  (column: AnySQLiteColumn, ...what: (keyof Person)[]) =>
  (person: Person): SQL =>
    or(...what.map((one) => sql`instr(${column}, ${person[one]}) > 0`)) as SQL

type AccountTable = AnySQLiteTable & { account_id: AnySQLiteColumn }
/** Rows of one person that leave with them. */
const own = (table: AccountTable, ...but: string[]): Belonging => ({
  table,
  mine: by(table.account_id),
  taken: { but },
  left: 'nothing',
})
type MentorTable = AnySQLiteTable & { mentor_account_id: AnySQLiteColumn }
/** Rows of a mentor that leave with them. */
const taught = (table: MentorTable, ...but: string[]): Belonging => ({
  table,
  mine: by(table.mentor_account_id),
  taken: { but },
  left: 'nothing',
})
/** Hashes of what was mailed or shown once. */
const proof = (table: AccountTable): Belonging => ({
  table,
  mine: by(table.account_id),
  taken: { nothing: 'Hashes of secrets, worth nothing to read' },
  left: 'nothing',
})
/**
 * Every table that knows people. A new one is one line here; a test names what is missing. Order matters where `mine`
 * looks into a table that is emptied further down: the account itself is the last.
 */
export const BELONGINGS: Belonging[] = [
  belonging(socket_tickets, {
    mine: ({ id }) => sql`session_id in (select id from sessions where account_id = ${id})`,
    taken: { nothing: 'Hashes of tickets that live for a minute' },
    left: 'nothing',
  }),
  own(sessions, 'token_hash'),
  own(account_roles),
  own(account_closings),
  own(account_exports, 'key'),
  own(calendar_feeds, 'token_hash'),
  own(preferences),
  own(message_digests),
  own(sightings),
  own(mail_suspensions),
  own(booking_notes),
  own(waits),
  own(identities),
  own(email_changes, 'token_hash'),
  own(email_undos, 'token_hash'),
  proof(email_verifications),
  proof(password_resets),
  proof(google_links),
  proof(login_tickets),
  proof(recovery_codes),
  belonging(idempotency, {
    mine: by(idempotency.account_id),
    taken: { nothing: 'Answers kept for a day to be repeated' },
    left: 'nothing',
  }),
  belonging(attempts, {
    mine: mentions(attempts.subject, 'id', 'email_key'),
    taken: { nothing: 'Counters of tries, kept for a day' },
    left: 'nothing',
  }),
  belonging(dead_letters, {
    mine: mentions(dead_letters.payload, 'id', 'email', 'email_key'),
    taken: { nothing: 'Work that failed, for those who look after the product' },
    left: 'nothing',
  }),
  belonging(guardian_links, {
    mine: ({ id }) => sql`consent_id in (select id from guardian_consents where account_id = ${id})`,
    traces: ({ id }) => sql`consent_id in (select id from guardian_consents where mentor_account_id = ${id})`,
    taken: { nothing: 'Hashes of secrets, worth nothing to read' },
    left: 'nothing',
  }),
  belonging(guardian_consents, {
    mine: by(guardian_consents.account_id),
    traces: by(guardian_consents.mentor_account_id),
    taken: { but: ['email', 'guardian_name'] },
    left: 'nothing',
  }),
  own(guardians, 'email'),
  belonging(favourites, {
    mine: by(favourites.account_id),
    traces: by(favourites.mentor_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  own(saved_searches),
  belonging(profile_views, {
    mine: by(profile_views.viewer_account_id),
    traces: by(profile_views.mentor_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(profile_view_counts, {
    mine: by(profile_view_counts.mentor_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(learned_skills, { mine: by(learned_skills.student_account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(mentor_notes, {
    mine: by(mentor_notes.mentor_account_id),
    traces: by(mentor_notes.student_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  own(wishes),
  own(payout_profiles, 'box'),
  own(skill_proposals, 'decided_by'),
  belonging(notifications, {
    mine: by(notifications.account_id),
    // What it says may quote others; what it is about does not.
    taken: { but: ['data'] },
    left: 'nothing',
  }),
  belonging(mailbox, {
    mine: (person) =>
      sql`kind <> 'account_erased' and (recipient = ${person.email} or ${mentions(mailbox.text, 'email')(person)})`,
    taken: { nothing: 'Development only: mails as they were sent' },
    left: 'nothing',
  }),
  belonging(files, {
    mine: by(files.owner_account_id),
    taken: { but: ['key', 'hash'] },
    // The sweep takes the objects, and then the row.
    left: {
      sets: (at) => ({ removed_at: sql`coalesce(removed_at, ${at.getTime()})`, name: '', caption: null, hash: '' }),
    },
  }),
  belonging(file_reads, {
    mine: by(file_reads.owner_account_id),
    taken: { but: ['reader_account_id'] },
    left: { everything: 'Who of the staff read a private file, and why, stays on record' },
  }),
  own(applications.mentor_applications),
  own(applications.mentor_checks, 'staff_account_id'),
  own(applications.company_email_proofs, 'token_hash'),
  own(applications.link_proofs),
  belonging(applications.application_history, {
    mine: by(applications.application_history.account_id),
    taken: { but: ['by_account_id'] },
    left: { sets: () => ({ reason: null }) },
  }),
  belonging(listings, {
    mine: by(listings.account_id),
    taken: { nothing: 'Derived from the profile, the offers and the week' },
    left: 'nothing',
  }),
  own(badges),
  belonging(ratings, {
    mine: by(ratings.mentor_account_id),
    taken: { nothing: 'Sums of the reviews that everybody reads' },
    left: { everything: 'Sums of what others gave, who keep their reviews' },
  }),
  own(mentor_skills),
  own(mentor_languages),
  taught(busy_times),
  taught(busy_calendars, 'address'),
  taught(date_overrides),
  taught(away_periods),
  taught(zone_periods),
  belonging(weekly_rules, { mine: by(weekly_rules.mentor_account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(offers, {
    mine: by(offers.mentor_account_id),
    taken: { but: [] },
    left: { sets: (at) => ({ title: 'Session', description: null, archived_at: at }) },
  }),
  ...COMMENT_BELONGINGS,
  ...SUPPORT_BELONGINGS,
  ...EVENT_BELONGINGS,
  ...POST_BELONGINGS,
  ...SHARED_BELONGINGS,
  belonging(students, {
    mine: by(students.account_id),
    taken: { but: [] },
    left: { keeps: ['account_id', 'student_id'] },
  }),
  belonging(mentors, {
    mine: by(mentors.account_id),
    taken: { but: ['decided_by'] },
    left: {
      keeps: ['account_id', 'mentor_id', 'total_sessions', 'created_at'],
      sets: () => ({ application_state: 'draft' as const, availability_zone: 'UTC' }),
    },
  }),
  belonging(accounts, {
    mine: by(accounts.id),
    taken: { but: ['password_hash', 'totp_secret', 'totp_step', 'email_key'] },
    left: {
      keeps: ['id', 'accepted_terms_at', 'terms_version', 'suspended_at', 'created_at'],
      sets: (at) => ({
        name: FORMER_MEMBER,
        email: '',
        email_key: sql`'erased:' || id`,
        time_zone: 'UTC',
        erased_at: at,
      }),
    },
  }),
]

/** Tables that know nobody, and why. */
export const IMPERSONAL: Record<string, string> = {
  counters: 'Numbers of display ids',
  outbox: 'Work on its way for seconds, by ids',
  session_reminders: 'Which reminders of a booking left, by ids, kept for days',
  event_reminders: 'Which reminders of an event left, by ids, kept for days',
  zone_editions: 'Editions of the time-zone data',
  development: 'The clock of a development world',
  platform_totals: 'Sums',
  site_status: 'One row about the site',
  openings: 'Hours of a listing, which leave with it',
  cheapest_prices: 'Prices of a listing, which leave with it',
  skills_added: 'Words for skills',
  skill_words: 'Words for skills',
  skill_counts: 'Sums',
  newsletter_suppressions: 'Hashes of addresses that want nothing, which nobody can try out without the secret',
  newsletter_issues: 'What was sent to everybody',
  tags: 'Sums',
  rankings: 'Which posts are useful, by their ids, kept for hours',
  sandbox_orders: "Development only: the pretended provider's own",
  sandbox_payments: "Development only: the pretended provider's own",
  sandbox_refunds: "Development only: the pretended provider's own",
  sandbox_faults: 'Development only: how the pretended provider lies',
}
