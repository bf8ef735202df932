import * as z from 'zod'
import {
  AmountMinor,
  Currency,
  line,
  Link,
  LinkTo,
  MentorId,
  Name,
  PageQuery,
  pageOf,
  Phone,
  text,
  TimeZone,
} from './common'
import { Offer } from './availability'
import { NEW_STUDENTS } from './availability.constants'
import { BADGES } from './badges.constants'
import { ANSWERS_IN } from './chat.constants'
import { Check } from './checks'
import { SkillNames } from './skills'
import { APPLICATION_STATES, DAY_PARTS, MENTOR_SORTS, MOST_SKILLS_SOUGHT } from './mentors.constants'

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/, 'A language code such as en or hi')

/** The seed's MentorDetail fields. Only the keys present change; null clears. */
const details = {
  phone: Phone.nullable().optional(),
  headline: line(1, 120).nullable().optional(),
  promise: line(1, 200)
    .nullable()
    .optional()
    .meta({ description: "What a session with them is like, in the mentor's own words" }),
  bio: text(0, 4000).nullable().optional(),
  company: line(1, 120).nullable().optional(),
  designation: line(1, 120).nullable().optional(),
  years_of_experience: z.int().min(0).max(80).nullable().optional(),
  expertise: SkillNames.nullable().optional(),
  languages: z.array(language).max(20).nullable().optional(),
  hourly_rate_minor: AmountMinor.nullable().optional(),
  hourly_rate_currency: Currency.nullable().optional(),
  linkedin_url: LinkTo('linkedin.com').nullable().optional(),
  github_url: LinkTo('github.com').nullable().optional(),
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
  rating: z.number().nullable().meta({ description: 'A Bayesian mean with one decimal; null under three reviews' }),
  rating_count: z.int(),
  badges: z.array(z.enum(BADGES)).meta({ description: 'Held by the published rules' }),
  soonest_free: z.iso.datetime().nullable(),
  new_students: z.enum(NEW_STUDENTS).meta({ description: 'Whether somebody new may book, may ask, or neither' }),
}
export const ListedMentor = z
  .object({
    ...listed,
    from_offer: Offer.nullable().meta({ description: 'The cheapest in the asked currency, else in another' }),
  })
  .meta({ id: 'ListedMentor' })
export const MentorPage = pageOf(ListedMentor)
  .extend({
    total: z.int().meta({ description: 'Of all pages; counting stops at 1,000' }),
    total_is_more: z.boolean().meta({ description: 'There are, or may be, more than total' }),
  })
  .meta({
    id: 'MentorPage',
    description:
      'Of a rare combination a page may hold fewer than limit, even none: the end is where next_cursor is null',
  })

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
    checks: z.array(Check).meta({ description: 'What was checked, when and by whom; nothing else was' }),
    offers: z.array(Offer),
    answers_in: z
      .enum(ANSWERS_IN)
      .nullable()
      .optional()
      .meta({ description: 'How soon a student is usually answered; null under 5 answers in 90 days' }),
    searchable: z.boolean().meta({ description: 'Search engines may show the page' }),
  })
  .meta({ id: 'Mentor' })

/** What a mentor sees of themselves. */
export const OwnMentor = Mentor.omit({ soonest_free: true, searchable: true, answers_in: true })
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

const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).max(MOST_SKILLS_SOUGHT)]).optional()
const price = z.coerce.number().int().min(0).optional()
export const MentorQuery = PageQuery.extend({
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Beginnings of words of name, headline, bio, skills, company' }),
  skill: several(z.string().max(60)).meta({ description: 'Ids or names, any of them; what lies below a skill counts' }),
  language: several(language).meta({ description: 'Any of them' }),
  currency: Currency.optional().meta({ description: 'Of the prices and of sort=price; by default the first in use' }),
  price_min_minor: price,
  price_max_minor: price.meta({
    description: 'Of the cheapest offer in that currency; a free intro counts only where there is nothing else',
  }),
  experience_min: z.coerce.number().int().min(0).max(80).optional().meta({ description: 'Years' }),
  rating_min: z.coerce
    .number()
    .min(1)
    .max(5)
    .multipleOf(0.1)
    .optional()
    .meta({ description: 'As the rating is shown; who is new has none' }),
  free_intro: z.enum(['true', 'false']).optional().meta({ description: 'true: has a free intro' }),
  available: z.enum(['true', 'false']).optional().meta({ description: 'true: a free time in the next 7 days' }),
  available_part: several(z.enum(DAY_PARTS)).meta({
    description:
      'A free time in the next 7 days that begins in the morning (6 to 12), afternoon (to 17), evening (to 22) or night',
  }),
  time_zone: TimeZone.default('UTC').meta({ description: 'Whose clock available_part is read by' }),
  sort: z.enum(MENTOR_SORTS).default('relevance').meta({
    description: 'relevance without words, or with words that thousands share, is the most sessions first',
  }),
})
export const MentorPath = z.strictObject({ mentor_id: MentorId })
