import * as z from 'zod'
import { Id, Instant, PageQuery, pageOf } from './common'
import { NOTIFICATION_KINDS, NOTIFICATION_TYPES } from './notifications.constants'

export const Notification = z
  .object({
    id: Id,
    formal_id: z.string().regex(/^N\d{6,}$/),
    kind: z.enum(NOTIFICATION_KINDS),
    notification_type: z.enum(NOTIFICATION_TYPES),
    message: z.string(),
    link: z.string().meta({ description: 'Path inside the product' }),
    important: z.boolean().meta({ description: 'Worth a toast' }),
    group: z
      .string()
      .nullable()
      .meta({ description: 'What it is about, so that lists can put it together: booking:ID, conversation:ID' }),
    is_read: z.boolean(),
    created_at: Instant,
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>
export const NotificationPage = pageOf(Notification).extend({ unread: z.int() }).meta({ id: 'NotificationPage' })
export const NotificationQuery = PageQuery.extend({
  unread: z.enum(['true', 'false']).optional().meta({ description: 'true: only what is not read yet' }),
})
export const ReadNotifications = z
  .strictObject({ ids: z.array(Id).min(1).max(90).optional().meta({ description: 'All of them where it is missing' }) })
  .meta({ id: 'ReadNotifications' })
export const Unread = z.object({ unread: z.int() }).meta({ id: 'Unread' })

/** Frames of a client into the inbox. */
export const InboxClientFrame = z.strictObject({ type: z.literal('ping') })

/** Frames of the inbox to a client. */
export type InboxFrame =
  | { type: 'hello'; v: 1; now: string; unread: number }
  | { type: 'notification'; item: Notification; quiet?: true }
  | { type: 'unread'; total: number }
  | { type: 'error'; code: string }
  | { type: 'pong' }
