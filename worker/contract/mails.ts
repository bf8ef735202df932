import * as z from 'zod'
import { Instant, PageQuery, pageOf } from './common'

export const DeadMail = z
  .object({
    id: z.string(),
    topic: z.string().meta({ description: 'What was to be sent' }),
    attempts: z.int(),
    last_error: z.string().nullable(),
    created_at: Instant,
    buried_at: Instant,
  })
  .meta({ id: 'DeadMail' })
export const DeadMailPage = pageOf(DeadMail).meta({ id: 'DeadMailPage' })
export const DeadMailQuery = PageQuery
export const DeadMailPath = z.strictObject({ id: z.string().min(1).max(200) })

/** As Resend reports it. */
export const Bounce = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  data: z.object({
    to: z.array(z.string()).optional(),
    bounce: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
  }),
})
export const BounceReceived = z.object({ received: z.boolean() }).meta({ id: 'BounceReceived' })
