import * as z from 'zod'
import {
  AmountMinor,
  Currency,
  line,
  Link,
  MentorId,
  Name,
  PageQuery,
  pageOf,
  StudentId,
  text,
  TimeZone,
} from './common'
import { Offer } from './availability'
import { APPLICATION_STATES, MENTOR_SORTS } from './mentors.constants'

const skill = line(1, 60)
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/, 'A language code such as en or hi')

/** The seed's MentorDetail fields. Only the keys present change; null clears. */
const details = {
  phone: line(3, 32).nullable().optional(),
  headline: line(1, 120).nullable().optional(),
  promise: line(1, 200)
    .nullable()
    .optional()
    .meta({ description: "What a session with them is like, in the mentor's own words" }),
  bio: text(0, 4000).nullable().optional(),
  company: line(1, 120).nullable().optional(),
  designation: line(1, 120).nullable().optional(),
  years_of_experience: z.int().min(0).max(80).nullable().optional(),
  expertise: z.array(skill).max(40).nullable().optional(),
  languages: z.array(language).max(20).nullable().optional(),
  hourly_rate_minor: AmountMinor.nullable().optional(),
  hourly_rate_currency: Currency.nullable().optional(),
  linkedin_url: Link.nullable().optional(),
  github_url: Link.nullable().optional(),
  portfolio_url: Link.nullable().optional(),
}
export const MentorDetail = z.strictObject(details).meta({ id: 'MentorDetail' })
export const MentorChange = z
  .strictObject({ name: Name.optional(), time_zone: TimeZone.optional(), ...details })
  .meta({ id: 'MentorChange' })

const listed = {
  mentor_id: MentorId,
  name: z.string(),
  headline: z.string().nullable(),
  picture_url: z.string().nullable(),
  time_zone: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  total_sessions: z.int(),
  rating: z.number().nullable().meta({ description: 'Null until there are reviews' }),
  rating_count: z.int(),
  soonest_free: z.iso.datetime().nullable(),
}
export const ListedMentor = z
  .object({
    ...listed,
    from_offer: Offer.nullable().meta({ description: 'The offer that soonest_free and the price belong to' }),
  })
  .meta({ id: 'ListedMentor' })
export const MentorPage = pageOf(ListedMentor).meta({ id: 'MentorPage' })

export const Mentor = z
  .object({
    ...listed,
    promise: z.string().nullable(),
    bio: z.string().nullable(),
    company: z.string().nullable(),
    designation: z.string().nullable(),
    years_of_experience: z.int().nullable(),
    linkedin_url: z.string().nullable(),
    github_url: z.string().nullable(),
    portfolio_url: z.string().nullable(),
    offers: z.array(Offer),
  })
  .meta({ id: 'Mentor' })

/** What a mentor sees of themselves. */
export const OwnMentor = Mentor.omit({ soonest_free: true })
  .extend({
    email: z.string(),
    phone: z.string().nullable(),
    expertise: z.array(z.string()),
    hourly_rate_minor: z.int().nullable(),
    hourly_rate_currency: z.string().nullable(),
    application_state: z.enum(APPLICATION_STATES),
    decision_reason: z.string().nullable(),
    date_joined: z.iso.datetime(),
  })
  .meta({ id: 'OwnMentor' })

export const MentorQuery = PageQuery.extend({
  q: z.string().max(200).optional().meta({ description: 'Name, headline or skill' }),
  skill: z.union([z.string().max(60), z.array(z.string().max(60)).max(10)]).optional(),
  language: z.union([language, z.array(language).max(10)]).optional(),
  currency: Currency.default('INR').meta({ description: 'Of price_max_minor and of sort=price' }),
  price_max_minor: z.coerce.number().int().min(0).optional(),
  sort: z.enum(MENTOR_SORTS).default('sessions'),
})
export const MentorPath = z.strictObject({ mentor_id: MentorId })

export const ConnectedStudent = z
  .object({
    student_id: StudentId,
    name: z.string(),
    picture_url: z.string().nullable(),
    time_zone: z.string(),
    since: z.iso.datetime(),
  })
  .meta({ id: 'ConnectedStudent' })
export const ConnectedStudents = pageOf(ConnectedStudent).meta({ id: 'ConnectedStudents' })

export const Decision = z
  .strictObject({ decision: z.enum(['approve', 'refuse']), reason: text(1, 500) })
  .meta({ id: 'Decision' })
export const Decided = z
  .object({
    mentor_id: MentorId,
    application_state: z.enum(APPLICATION_STATES),
    decision_reason: z.string().nullable(),
  })
  .meta({ id: 'Decided' })
