import * as z from 'zod'

export const Health = z.object({ ok: z.literal(true) }).meta({ id: 'Health' })
export const SiteStatus = z
  .object({ maintenance_mode: z.boolean(), message: z.string().nullable(), until: z.iso.datetime().nullable() })
  .meta({ id: 'SiteStatus' })
export const Currencies = z
  .object({
    items: z.array(z.string()).meta({ description: 'ISO 4217 codes; the first is the usual one' }),
    next_cursor: z.null(),
  })
  .meta({ id: 'Currencies' })
export const PlatformStats = z
  .object({ total_students: z.int(), total_mentors: z.int(), total_sessions: z.int() })
  .meta({ id: 'PlatformStats' })
