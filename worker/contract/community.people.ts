import * as z from 'zod'
import { DisplayId } from './common'

/** Who speaks in the community: AspireX itself has no display id; nobody (null) is a former member. */
export const CommunityPerson = z
  .object({
    display_id: DisplayId.nullable(),
    name: z.string(),
    picture_url: z.string().nullable(),
    role: z.enum(['student', 'mentor', 'staff']),
  })
  .meta({ id: 'CommunityPerson' })
/** The text holds `@` and the display id; who it is now stands beside it. */
export const Mentioned = z.object({ display_id: DisplayId, name: z.string() }).meta({ id: 'Mentioned' })
