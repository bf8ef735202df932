import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { hashPassword } from '../accounts/passwords'
import { sealed } from '../accounts/secrets'
import { account_roles, accounts } from '../accounts/accounts.schema'
import { offers, weekly_rules } from '../availability/availability.schema'
import { away_periods, date_overrides, zone_periods } from '../availability/exceptions.schema'
import { booking_history, bookings } from '../bookings/bookings.schema'
import { conversation_members, conversations } from '../chat/chat.schema'
import { conversationOf } from '../chat/conversation'
import { comment_likes, comments, community_mentions } from '../community/comments.schema'
import { follows_people, follows_tags } from '../community/follows.schema'
import { post_bookmarks, post_likes } from '../community/marks.schema'
import { rankPosts } from '../community/posts.jobs'
import { post_tags, post_versions, posts } from '../community/posts.schema'
import { event_follow_ups, event_rsvps, events } from '../events/events.schema'
import { goal_steps, goals, shared_goals, takeaways } from '../goals/goals.schema'
import { now } from '../lib/clock'
import { unmetered, read, write, type Database, type Statement } from '../lib/database'
import { isDevelopment, type Environment } from '../lib/environment'
import type { Jobs } from '../lib/jobs'
import { meetingOf } from '../meetings/meeting'
import { presences } from '../meetings/meetings.schema'
import { application_history, mentor_applications, mentor_checks } from '../mentors/applications.schema'
import { mentor_languages, mentor_skills, mentors } from '../mentors/mentors.schema'
import { openingsChanged } from '../mentors/openings.data'
import { rewriteOpenings } from '../mentors/openings.topics'
import { newsletter_issues } from '../newsletter/newsletter.schema'
import { notifications } from '../notifications/notifications.schema'
import { issue } from '../payments/invoices.data'
import { postRefund, postSettlement } from '../payments/ledger.data'
import { ledger_lines, orders, payments, refunds } from '../payments/payments.schema'
import { payout_profiles } from '../payouts/payouts.schema'
import { sealDetails } from '../payouts/profiles.box'
import { judgeBadges } from '../reviews/badges.topics'
import { review_replies, reviews } from '../reviews/reviews.schema'
import { SANDBOX_TOTP_SECRET } from '../sandbox/keys'
import { sandbox_orders, sandbox_payments, sandbox_refunds } from '../sandbox/sandbox.schema'
import { learned_skills, mentor_notes } from '../students/learned.schema'
import { students } from '../students/students.schema'
import { grievances } from '../support/grievances.schema'
import { support_messages, support_tickets } from '../support/support.schema'
import { MIRAS_ACCOUNT, profileRow, releasesOf, withdrawalsOf } from './payouts'
import { papersOf } from './invoices'
import { worldAt, type World } from './world'

/** Of everybody in the seed world; it opens nothing anywhere else. */
const PASSWORD = 'aspirex-demo'

export const seedJobs: Jobs = { plant_seed_world: plantSeedWorld }

/** Fills an empty development database with people who have a past; answers how many. */
export async function plantSeedWorld(env: Environment): Promise<number> {
  if (!isDevelopment(env)) throw new Error('The seed world is planted in development only')
  const db = unmetered(env)
  if ((await read(db, db.select({ id: accounts.id }).from(accounts).limit(1))).length > 0) return 0
  const at = now().getTime()
  const world = worldAt(at, await secretsOf(env))
  const account = await sealDetails(env, MIRAS_ACCOUNT)
  // The database comes last: as long as it is empty, planting may be tried again.
  await Promise.all(
    world.notes.map(({ entrance, text, at }) => meetingOf(env, entrance.room_id).plantNotes(entrance, text, at)),
  )
  await Promise.all(
    world.conversations.map(({ row, entrance, messages, read }) =>
      conversationOf(env, row.id).plant(entrance, messages, read),
    ),
  )
  await write(db, [
    ...rowsOf(db, world),
    ...refundsOf(db, world),
    ...papersOf(world).map(({ id, draft }) => issue(db, draft, id)),
    ...payoutsOf(db, world, account, at),
    ...timesFreedLater(db, world),
    ...countersOf(db),
  ])
  await Promise.all(world.conversations.map(({ row }) => conversationOf(env, row.id).register()))
  await rewriteOpenings(
    env,
    world.mentors.map(({ account_id }) => account_id),
  )
  await judgeBadges(env, 0)
  await rankPosts(env)
  return world.accounts.length
}

/** Where a hold of this world ends unpaid its time is free again, as for any other. */
const timesFreedLater = (db: Database, { bookings: rows }: World): Statement[] =>
  rows.flatMap(({ state, mentor_account_id, student_account_id, hold_expires_at }) =>
    state === 'held' && hold_expires_at
      ? openingsChanged(db, [mentor_account_id, student_account_id], hold_expires_at, { due_at: hold_expires_at })
      : [],
  )

const secretsOf = async (env: Environment) => ({
  password_hash: await hashPassword(PASSWORD),
  totp_secret: await sealed(env, 'totp', SANDBOX_TOTP_SECRET),
})

/** In the order of their references. */
const rowsOf = (db: Database, world: World): Statement[] => [
  into(db, accounts, world.accounts),
  into(db, account_roles, world.account_roles),
  into(db, students, world.students),
  into(db, mentors, world.mentors),
  into(db, mentor_applications, world.mentor_applications),
  into(db, application_history, world.application_history),
  into(db, mentor_checks, world.mentor_checks),
  into(db, mentor_skills, world.mentor_skills),
  into(db, mentor_languages, world.mentor_languages),
  into(db, offers, world.offers),
  into(db, weekly_rules, world.weekly_rules),
  into(db, date_overrides, world.date_overrides),
  into(db, away_periods, world.away_periods),
  into(db, zone_periods, world.zone_periods),
  into(db, bookings, world.bookings),
  into(db, booking_history, world.booking_history),
  into(db, presences, world.presences),
  into(db, reviews, world.reviews),
  into(db, review_replies, world.review_replies),
  into(db, learned_skills, world.learned_skills),
  into(db, mentor_notes, world.mentor_notes),
  into(db, goals, world.goals),
  into(db, goal_steps, world.goal_steps),
  into(db, shared_goals, world.shared_goals),
  into(db, takeaways, world.takeaways),
  into(db, posts, world.posts),
  into(db, post_tags, world.post_tags),
  into(db, post_versions, world.post_versions),
  into(db, community_mentions, world.post_mentions),
  into(db, post_likes, world.post_likes),
  into(db, post_bookmarks, world.post_bookmarks),
  into(db, events, world.events),
  into(db, event_rsvps, world.event_rsvps),
  into(db, event_follow_ups, world.event_follow_ups),
  into(db, comments, world.comments),
  into(db, comment_likes, world.comment_likes),
  into(db, follows_people, world.follows_people),
  into(db, follows_tags, world.follows_tags),
  ...world.accepted.map(({ post_id, comment_id }) =>
    db.update(posts).set({ accepted_comment_id: comment_id }).where(eq(posts.id, post_id)),
  ),
  into(db, orders, world.orders),
  into(db, payments, world.payments),
  into(db, refunds, world.refunds),
  into(db, ledger_lines, world.ledger_lines),
  into(db, sandbox_orders, world.sandbox_orders),
  into(db, sandbox_payments, world.sandbox_payments),
  into(db, sandbox_refunds, world.sandbox_refunds),
  into(
    db,
    conversations,
    world.conversations.map(({ row }) => row),
  ),
  into(
    db,
    conversation_members,
    world.conversations.flatMap(({ members }) => members),
  ),
  into(db, support_tickets, world.support_tickets),
  into(db, support_messages, world.support_messages),
  into(db, grievances, world.grievances),
  into(db, newsletter_issues, world.newsletter_issues),
  into(db, notifications, world.notifications),
]

/** All rows in one statement with one parameter; they have the same keys. */
function into<T extends SQLiteTable>(db: Database, table: T, rows: T['$inferInsert'][]): Statement {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => rows[0] && key in rows[0])
  const stored = rows.map((row) =>
    columns.map(([key, column]) => (row[key as never] === null ? null : column.mapToDriverValue(row[key as never]))),
  )
  const names = columns.map(([, column]) => sql.identifier(column.name))
  const values = columns.map((_, i) => sql`value ->> ${sql.raw(String(i))}`)
  return db.run(
    sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} from json_each(${JSON.stringify(stored)})`,
  )
}

/** The ledger's own rules post what went back. */
const refundsOf = (db: Database, { refunds }: World): Statement[] =>
  refunds.flatMap(({ id, created_at, processed_at }) => [
    postRefund(db, id, created_at),
    ...(processed_at ? [postSettlement(db, id, processed_at)] : []),
  ])

/** Released, withdrawn and paid by the ledger's own rules as well. */
const payoutsOf = (db: Database, { orders }: World, account: string, at: number): Statement[] => [
  into(db, payout_profiles, [profileRow(account, at)]),
  ...releasesOf(db, orders, at),
  ...withdrawalsOf(db, account, at),
]

/** Where the display ids continue. */
const countersOf = (db: Database): Statement[] =>
  Object.entries({
    student: students,
    mentor: mentors,
    notification: notifications,
    ticket: support_tickets,
    grievance: grievances,
  }).map(([name, table]) =>
    db.run(sql`update counters set value = (select count(*) from ${table}) where name = ${name}`),
  )
