import type { offers, weekly_rules } from '../availability/availability.schema'
import type { mentor_languages, mentor_skills, mentors } from '../mentors/mentors.schema'
import { keyOf } from '../skills/skills.rules'
import { APPLICANTS } from './applicants'
import { accountId, displayId } from './cast'
import { fixedId } from './fixed'
import { MENTORS, type SeedMentor, type SeedOffer } from './people'
import { ADMIN } from './students'

const DAY = 86_400_000

type OfferRow = typeof offers.$inferSelect
type RuleRow = typeof weekly_rules.$inferSelect

const joinedAt = (seed: SeedMentor, now: number): Date => new Date(now - seed.joined_days_ago * DAY)

/** Two days after they came. */
export const approvedAt = (seed: SeedMentor, now: number): Date => new Date(joinedAt(seed, now).getTime() + 2 * DAY)

const hourlyRate = ([{ amount_minor, currency, minutes }]: [SeedOffer, ...SeedOffer[]]) => ({
  hourly_rate_minor: Math.round((amount_minor * 60) / minutes),
  hourly_rate_currency: currency,
})

type MentorRow = typeof mentors.$inferInsert
type Standing = Required<
  Pick<MentorRow, 'application_state' | 'submitted_at' | 'answer_by' | 'decision_reason' | 'decided_at' | 'decided_by'>
>

export const profileRow = (seed: SeedMentor, number: number, now: number, standing: Standing): MentorRow => ({
  account_id: accountId(seed.key),
  mentor_id: displayId('M', number),
  headline: seed.headline,
  promise: seed.promise,
  bio: seed.bio,
  company: seed.company,
  designation: seed.designation,
  years_of_experience: seed.years,
  ...hourlyRate(seed.offers),
  availability_zone: seed.zone,
  ...standing,
  created_at: joinedAt(seed, now),
})

/** Mira is M000001. */
export const mentorRows = (now: number): MentorRow[] =>
  MENTORS.map((seed, i) =>
    profileRow(seed, i + 1, now, {
      application_state: 'approved',
      submitted_at: null,
      answer_by: null,
      decision_reason: 'The evidence of work was read and agrees with the profile.',
      decided_at: approvedAt(seed, now),
      decided_by: accountId(ADMIN.key),
    }),
  )

/** Everybody who teaches or wants to. */
const TEACHERS: SeedMentor[] = [...MENTORS, ...APPLICANTS]

export const skillRows = (): (typeof mentor_skills.$inferInsert)[] =>
  TEACHERS.flatMap(({ key, skills }) =>
    skills.map((skill, position) => ({ account_id: accountId(key), skill_key: keyOf(skill), skill, position })),
  )

export const languageRows = (): (typeof mentor_languages.$inferInsert)[] =>
  TEACHERS.flatMap(({ key, languages }) =>
    languages.map((language, position) => ({ account_id: accountId(key), language, position })),
  )

export const offersOf = (seed: SeedMentor, now: number): OfferRow[] =>
  seed.offers.map((offer, i) => ({
    id: fixedId(`offer:${seed.key}:${i}`),
    mentor_account_id: accountId(seed.key),
    title: offer.title,
    description: offer.description,
    minutes: offer.minutes,
    amount_minor: offer.amount_minor,
    currency: offer.currency,
    buffer_before_minutes: 0,
    buffer_after_minutes: offer.buffer_after_minutes ?? 0,
    minimum_notice_minutes: offer.minimum_notice_minutes ?? 60,
    horizon_days: 60,
    most_per_day: offer.most_per_day ?? null,
    kind: offer.kind ?? 'one_to_one',
    seats: offer.seats ?? null,
    seat_prices: offer.seat_prices ?? [],
    most_per_student: offer.kind === 'intro' ? 1 : null,
    most_per_week: offer.most_per_week ?? null,
    needs_confirmation: offer.needs_confirmation ?? false,
    adults_only: false,
    refund_policy: offer.refund_policy ?? 'flexible',
    reschedule_notice_minutes: 0,
    cancel_notice_minutes: 0,
    questions: (offer.questions ?? []).map((text, nth) => ({
      id: fixedId(`question:${seed.key}:${i}:${nth}`),
      text,
      required: nth === 0,
    })),
    created_at: joinedAt(seed, now),
    archived_at: null,
  }))

export const rulesOf = (seed: SeedMentor): RuleRow[] =>
  Object.entries(seed.week).flatMap(([weekday, hours = []]) =>
    hours.map((range) => ({
      id: fixedId(`rule:${seed.key}:${weekday}:${range}`),
      mentor_account_id: accountId(seed.key),
      weekday: Number(weekday),
      start: range.slice(0, 5),
      end: range.slice(6),
    })),
  )
