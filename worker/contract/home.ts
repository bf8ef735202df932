import * as z from 'zod'
import { BOOKING_STATES } from './bookings.constants'
import { Currency, Id, Instant } from './common'
import { Release } from './payouts'
import { ReceivedReview } from './reviews'

const Amounts = z.object({
  currency: Currency,
  available_minor: z.int(),
  held_minor: z.int(),
  on_its_way_minor: z.int(),
})

/** A session of today; the seats of a group are one. */
export const TodaysSession = z
  .object({
    booking_id: Id,
    state: z.enum(BOOKING_STATES),
    start_time: Instant,
    end_time: Instant,
    offer_title: z.string(),
    students: z.array(z.object({ name: z.string(), picture_url: z.string().nullable() })),
  })
  .meta({ id: 'TodaysSession' })

const TeachingSide = z.object({
  today: z.array(TodaysSession).meta({ description: 'On the calendar of my zone, from midnight to midnight' }),
  requests: z.int().meta({ description: 'That wait for my answer' }),
  money: z.array(Amounts).meta({ description: 'By currency; empty before the first payment' }),
  next_release: Release.nullable().meta({ description: 'Of the currency with most sessions' }),
  reviews: z.object({
    rating: z.number().nullable(),
    rating_count: z.int(),
    unanswered: z.int(),
    latest: z.array(ReceivedReview).meta({ description: 'Of those that have no reply of mine' }),
  }),
  views: z
    .object({ week: z.int(), week_before: z.int() })
    .meta({ description: 'People who were signed in and looked at my page, counted once a day' }),
})
const LearningSide = z.object({
  to_review: z.array(z.object({ booking_id: Id, mentor_name: z.string(), write_until: Instant })),
  proposed_steps: z.int().meta({ description: 'Steps that mentors propose for my goals' }),
  proposed_skills: z.int().meta({ description: 'Skills that mentors say I learned' }),
})

/** What the first page shows beside the sessions ahead; `teaching` is null for who is no mentor. */
export const Home = z
  .object({
    teaching: TeachingSide.nullable(),
    learning: LearningSide,
    moves: z
      .array(
        z.object({ booking_id: Id, name: z.string(), start_time: Instant, asked_time: Instant, answer_by: Instant }),
      )
      .meta({ description: 'Other times that wait for my yes or no, and who asks for them' }),
  })
  .meta({ id: 'Home' })
