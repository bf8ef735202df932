import * as z from 'zod'
import { BADGE_MEASURES, BADGES } from './badges.constants'
import { Instant } from './common'

export const BadgeStanding = z
  .object({
    badge: z.enum(BADGES),
    held_since: Instant.nullable(),
    conditions: z.array(
      z.object({
        measure: z.enum(BADGE_MEASURES),
        at_least: z.number().nullable(),
        at_most: z.number().nullable(),
        have: z.number().nullable().meta({ description: 'As of now; null while there is no score' }),
        is_met: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BadgeStanding' })
export const BadgeStandings = z
  .object({ items: z.array(BadgeStanding), next_cursor: z.null() })
  .meta({ id: 'BadgeStandings' })
