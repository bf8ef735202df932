import * as z from 'zod'
import { Id, Instant, PageQuery, pageOf, text } from './common'
import { TASK_KINDS } from './tasks.constants'

export const Task = z
  .object({
    id: Id,
    kind: z.enum(TASK_KINDS),
    booking_id: Id.nullable(),
    facts: z.record(z.string(), z.string()).meta({ description: 'What is to be known to settle it' }),
    created_at: Instant,
    done_at: Instant.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'AdminTask' })
export const TaskPage = pageOf(Task).meta({ id: 'AdminTaskPage' })
export const TaskQuery = PageQuery.extend({ state: z.enum(['open', 'done']).default('open') })
export const TaskPath = z.strictObject({ id: Id })
export const TaskDone = z
  .strictObject({ note: text(1, 1000).meta({ description: 'What was done about it' }) })
  .meta({ id: 'AdminTaskDone' })
