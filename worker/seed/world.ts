import { exceptionsOf } from './exceptions'
import { APPLICANTS } from './applicants'
import { applicantRows, applicationNotices, applicationRows, checkRows, historyRows } from './applications'
import { accountId, accountRow, adminGrant, castAt, studentRow, type SeedSecrets } from './cast'
import { conversationsAt } from './conversations'
import { eventsAt } from './events'
import { goalsAt } from './goals'
import { moneyOf } from './money'
import { issuesAt } from './newsletter'
import { noticeRows, noticesOf, type Told } from './notices'
import { MENTORS } from './people'
import { commentsAt } from './comments'
import { postsAt } from './posts'
import { notesOf, presencesOf } from './presences'
import { approvedAt, languageRows, mentorRows, offersOf, rulesOf, skillRows } from './teaching'
import { learnedAt } from './learned'
import { reviewsAt } from './reviews'
import { sessionsAt } from './visits'
import { supportAt } from './support'

export type World = ReturnType<typeof worldAt>

/** The rows of every table, by its name, as they are when this instant is now; the same each time but for the dates. */
export function worldAt(now: number, secrets: SeedSecrets) {
  const cast = castAt(now)
  const people = [...cast.values()]
  const sessions = sessionsAt(cast, now)
  const money = sessions.map(moneyOf)
  const conversations = conversationsAt(cast, now)
  const { reviews, replies, told } = reviewsAt(sessions, now)
  const learned = learnedAt(sessions)
  const { told: toldOfGoals, ...goals } = goalsAt(sessions, now)
  const { told: toldBySupport, ...support } = supportAt(sessions, now)
  const { told: toldOfEvents, ...events } = eventsAt(cast, now)
  return {
    accounts: people.map((person) => accountRow(person, secrets)),
    account_roles: [adminGrant(now)],
    students: people.map((person, i) => studentRow(person, i + 1)),
    mentors: [...mentorRows(now), ...applicantRows(now)],
    mentor_applications: applicationRows(now),
    application_history: historyRows(now),
    mentor_checks: checkRows(now),
    mentor_skills: skillRows(),
    mentor_languages: languageRows(),
    offers: [...MENTORS, ...APPLICANTS].flatMap((mentor) => offersOf(mentor, now)),
    weekly_rules: [...MENTORS, ...APPLICANTS].flatMap(rulesOf),
    ...exceptionsOf(now),
    bookings: sessions.map(({ booking }) => booking),
    presences: sessions.flatMap(presencesOf),
    notes: notesOf(sessions),
    booking_history: sessions.flatMap(({ history }) => history),
    reviews,
    review_replies: replies,
    learned_skills: learned.rows,
    mentor_notes: learned.notes,
    ...goals,
    ...postsAt(cast, now),
    ...support,
    newsletter_issues: issuesAt(now),
    ...events,
    ...commentsAt(cast, now),
    orders: money.flatMap(({ orders }) => orders),
    payments: money.flatMap(({ payments }) => payments),
    refunds: money.flatMap(({ refunds }) => refunds),
    ledger_lines: money.flatMap(({ captures }) => captures),
    sandbox_orders: money.flatMap(({ sandbox_orders }) => sandbox_orders),
    sandbox_payments: money.flatMap(({ sandbox_payments }) => sandbox_payments),
    sandbox_refunds: money.flatMap(({ sandbox_refunds }) => sandbox_refunds),
    conversations,
    notifications: noticeRows(
      [
        ...approvals(now),
        ...applicationNotices(now),
        ...sessions.flatMap(noticesOf),
        ...told,
        ...learned.told,
        ...toldOfGoals,
        ...toldBySupport,
        ...toldOfEvents,
        ...conversations.flatMap(({ notices }) => notices),
      ],
      now,
    ),
  }
}

const approvals = (now: number): Told[] =>
  MENTORS.map((seed) => ({
    person: accountId(seed.key),
    kind: 'mentor_approved',
    cause: `mentor:${accountId(seed.key)}:approved`,
    data: {},
    at: approvedAt(seed, now),
  }))
