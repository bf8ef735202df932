import type { ANSWERS_IN } from '../contract/chat.constants'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The longest typical wait of each class; who takes longer is said nothing of. */
export const ANSWER_CLASSES: [most_ms: number, answers_in: (typeof ANSWERS_IN)[number]][] = [
  [HOUR, 'an_hour'],
  [6 * HOUR, 'a_few_hours'],
  [DAY, 'a_day'],
  [5 * DAY, 'a_few_days'],
]
