import { m, regionalLocale } from '../lib/messages'
import type { Match, MatchReason } from './welcome.queries'

const listed = (words: string[]): string =>
  new Intl.ListFormat(regionalLocale(), { style: 'long', type: 'conjunction' }).format(words)

const WORDS: Record<MatchReason['kind'], (words: string[], mentor: Match['mentor']) => string> = {
  skills: (words) => m.welcome_why_skills({ skills: listed(words) }),
  related: (words) => m.welcome_why_related({ skills: listed(words) }),
  budget: () => m.welcome_why_budget(),
  soon: () => m.welcome_why_soon(),
  hours: () => m.welcome_why_hours(),
  sessions: (_, mentor) => m.welcome_why_sessions({ count: mentor.total_sessions }),
}

/** Why a mentor is proposed, as one says it. */
export const reasonWords = ({ kind, words }: MatchReason, mentor: Match['mentor']): string => WORDS[kind](words, mentor)
