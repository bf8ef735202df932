import * as z from 'zod'
import { Instant } from './common'

export const CalendarFeed = z
  .object({ created_at: Instant.nullable().meta({ description: 'Null where there is no feed' }) })
  .meta({ id: 'CalendarFeed' })
export const NewCalendarFeed = z
  .object({
    url: z.url().meta({ description: 'Said once; whoever knows it can read when my sessions are' }),
    created_at: Instant,
  })
  .meta({ id: 'NewCalendarFeed' })
export const FeedPath = z.strictObject({ file: z.string().regex(/^[\w-]{43}\.ics$/) })
