import * as z from 'zod'
import { PASSWORD_LENGTH } from './accounts.constants'
import { BOOKING_STATES } from './bookings.constants'
import { Id, Instant, text } from './common'

const Amount = z.object({ amount_minor: z.int(), currency: z.string() })

const SessionAhead = z.object({
  booking_id: Id,
  state: z.enum(BOOKING_STATES),
  side: z.enum(['student', 'mentor']).meta({ description: 'Which of the two I am in it' }),
  other_name: z.string(),
  offer_title: z.string(),
  start_time: Instant,
  time_zone: z.string(),
  amount_minor: z.int(),
  currency: z.string(),
  refund_minor: z.int().meta({ description: 'What goes back to the student when it is cancelled at this moment' }),
})

/** What closing does, before it is done and while it can be taken back. */
export const Closing = z
  .object({
    closing_at: Instant.nullable().meta({ description: 'When closing was asked for; null while the account is open' }),
    until: Instant.meta({ description: 'Until when it can be taken back: erasure follows' }),
    proof: z
      .enum(['password', 'recent_sign_in'])
      .meta({ description: 'What POST asks for; without a password, a sign-in of the last minutes' }),
    sessions: z.array(SessionAhead).meta({ description: 'Sessions ahead, which are cancelled, soonest first' }),
    refunds_to_me: z.array(Amount).meta({ description: 'What comes back to me as a student' }),
    refunds_by_me: z.array(Amount).meta({ description: 'What goes back to my students' }),
    earnings: z.array(Amount).meta({ description: 'What is held for me as a mentor and stays mine' }),
  })
  .meta({ id: 'Closing' })

export const ClosingWish = z
  .strictObject({
    password: z.string().min(1).max(PASSWORD_LENGTH.most).optional(),
    reason: text(0, 500).optional().meta({ description: 'Why; erased with the account' }),
  })
  .meta({ id: 'ClosingWish' })
