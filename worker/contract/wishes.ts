import * as z from 'zod'
import { AmountMinor, Currency, text, TimeZone } from './common'
import { ListedMentor } from './mentors'
import { SkillNames } from './skills'
import { MATCH_REASONS, MATCHES_MOST } from './wishes.constants'

/** Only the keys present change; null clears. */
export const WishChange = z
  .strictObject({
    goal: text(0, 500).nullable().optional(),
    skills: SkillNames.nullable().optional(),
    budget_minor: AmountMinor.nullable().optional().meta({ description: 'For one session' }),
    currency: Currency.nullable().optional(),
    time_zone: TimeZone.optional(),
  })
  .meta({ id: 'WishChange' })
export const Wish = z
  .object({
    goal: z.string().nullable(),
    skills: z.array(z.string()),
    budget_minor: z.int().nullable(),
    currency: z.string().nullable(),
    time_zone: z.string(),
  })
  .meta({ id: 'Wish' })

export const MatchReason = z
  .object({
    kind: z.enum(MATCH_REASONS),
    words: z.array(z.string()).meta({ description: 'The skills or languages that it speaks of' }),
  })
  .meta({ id: 'MatchReason' })
export const Match = z.object({ mentor: ListedMentor, reasons: z.array(MatchReason) }).meta({ id: 'Match' })
export const Matches = z
  .object({ items: z.array(Match).max(MATCHES_MOST), next_cursor: z.null() })
  .meta({ id: 'Matches' })
