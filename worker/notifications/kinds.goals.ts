import type { Kind } from './kind'
import { named } from './wording'

interface SessionData {
  reader: 'student' | 'mentor'
  booking_id: string
  offer_title: string
  mentor_name: string
  student_name: string
}

export interface GoalKinds {
  takeaways_written: SessionData
  step_proposed: SessionData
}

const writerOf = (data: SessionData): string => named(data.reader === 'mentor' ? data.student_name : data.mentor_name)
const titleOf = ({ offer_title }: SessionData): string => `“${named(offer_title)}”`
const session = ({ booking_id }: SessionData): string => `/sessions/${booking_id}`

export const GOAL_KINDS: { [K in keyof GoalKinds]: Kind<GoalKinds[K]> } = {
  takeaways_written: {
    type: 'info',
    text: (data) => `${writerOf(data)} wrote down what to take along from ${titleOf(data)}.`,
    link: session,
  },
  step_proposed: {
    type: 'info',
    text: (data) => `${writerOf(data)} proposed a step towards one of your goals.`,
    link: session,
  },
}
