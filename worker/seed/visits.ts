import { Calendar } from './calendar'
import type { Person } from './cast'
import { numbersFor, pick } from './fixed'
import { MENTORS, type SeedMentor } from './people'
import { sessionFrom, type Session } from './sessions'
import { STORY, type SeedSession } from './story'
import { STUDENTS, type SeedStudent } from './students'

/** How many days of past sessions there are at most. */
const PAST_DAYS = 120

/** Asha's own sessions are all in the story. */
const REGULARS = STUDENTS.filter(({ key, is_new }) => key !== 'asha' && !is_new)

const shares = (student: SeedStudent, mentor: SeedMentor): boolean =>
  student.key !== 'asha' && student.interests.some((interest) => mentor.skills.includes(interest))

/** Sessions around the story: those who come are mostly those whose interests fit. */
function visits(
  mentor: SeedMentor,
  count: number,
  sessionAt: (i: number, next: () => number) => Pick<SeedSession, 'days' | 'state'>,
): SeedSession[] {
  const next = numbersFor(`visits:${mentor.key}:${count}`)
  const fitting = REGULARS.filter((student) => shares(student, mentor))
  return Array.from({ length: count }, (_, i) => ({
    mentor: mentor.key,
    student: pick(fitting.length > 1 && next() < 0.8 ? fitting : REGULARS, next).key,
    offer: next() < 0.65 ? 0 : Math.floor(next() * mentor.offers.length),
    ...sessionAt(i, next),
  }))
}

const past = (mentor: SeedMentor): SeedSession[] => {
  const span = Math.min(PAST_DAYS, mentor.joined_days_ago - 7)
  return visits(mentor, mentor.sessions, (i, next) => ({
    state: 'completed',
    days: -2 - ((i + next()) * (span - 2)) / mentor.sessions,
  }))
}

/** Mira's and Tomás's weeks are told by the story. */
const ahead = (mentor: SeedMentor): SeedSession[] =>
  visits(mentor, mentor.key === 'mira' || mentor.key === 'tomas' ? 0 : 1 + (mentor.sessions % 2), (_, next) => ({
    state: 'confirmed',
    days: 1 + next() * 8,
  }))

/** Every session of the world on this day: the story first, because others find their time around it. */
export function sessionsAt(cast: Map<string, Person>, now: number): Session[] {
  const setting = { calendar: new Calendar(now), cast, now }
  const told = [...STORY, ...MENTORS.flatMap(ahead), ...MENTORS.flatMap(past)]
  return told.map((seed, i) => sessionFrom(seed, `${seed.mentor}:${seed.student}:${i}`, setting))
}
