import { m } from '../lib/messages'
import type { Mentor } from './mentors.calls'

const WORDS: Record<NonNullable<Mentor['answers_in']>, () => string> = {
  an_hour: m.mentor_answers_an_hour,
  a_few_hours: m.mentor_answers_a_few_hours,
  a_day: m.mentor_answers_a_day,
  a_few_days: m.mentor_answers_a_few_days,
}

/** How soon a mentor usually answers; undefined where it cannot be said. */
export const answersWords = (answers_in: Mentor['answers_in']): string | undefined =>
  answers_in ? WORDS[answers_in]() : undefined
