import type { goal_steps, goals, shared_goals, takeaways } from '../goals/goals.schema'
import { accountId } from './cast'
import { fixedId } from './fixed'
import type { Told } from './notices'
import type { Session } from './sessions'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface SeedGoal {
  title: string
  note: string | null
  /** Days ago. */
  set: number
  /** Steps, and how many days ago they were done. */
  steps: { title: string; done?: number; by?: string }[]
}

/** What Asha works towards. The first is shared with her next session with Mira. */
const ASHAS: SeedGoal[] = [
  {
    title: 'Pass a system design round by the end of the term',
    note: 'The campus interviews begin in the last week, and this round is the one I fear.',
    set: 42,
    steps: [
      { title: 'Draw the bus timetable as it is today', done: 24 },
      { title: 'One practice round with a timer', done: 20 },
      { title: 'Say the numbers before drawing, three times over', done: 9 },
      { title: 'Explain the diagram to somebody who has not seen it' },
      { title: 'A mock round with questions I do not know' },
      { title: 'Write down what breaks first when ten hostels use it', by: 'mira' },
    ],
  },
  {
    title: 'Choose an internship I will learn from',
    note: null,
    set: 8,
    steps: [
      { title: 'Ask both teams who reads my code', done: 5 },
      { title: 'Ask what the last intern shipped', done: 4 },
      { title: 'Decide' },
    ],
  },
]

function rowsOf({ title, note, set, steps }: SeedGoal, position: number, now: number) {
  const id = fixedId(`goal:${title}`)
  const created_at = new Date(now - set * DAY)
  const student_account_id = accountId('asha')
  const goal = { id, student_account_id, title, note, position, created_at, updated_at: created_at }
  const rows = steps.map((step, i) => ({
    id: fixedId(`step:${step.title}`),
    goal_id: id,
    title: step.title,
    done_at: step.done === undefined ? null : new Date(now - step.done * DAY),
    position: i + 1,
    proposed_by: step.by ? accountId(step.by) : null,
    created_at: step.by ? new Date(now - 5 * HOUR) : created_at,
  }))
  return { goal, rows }
}

const isOfTheTwo = ({ mentor, student }: Session): boolean => mentor.key === 'mira' && student.key === 'asha'

/** What the two took along from their session before the last, which was about the same goal. */
function takenFrom({ booking, mentor, student }: Session): (typeof takeaways.$inferInsert)[] {
  const after = (hours: number) => new Date(booking.end_time.getTime() + hours * HOUR)
  return [
    {
      booking_id: booking.id,
      author_account_id: student.account_id,
      lines: [
        'Numbers first, the drawing follows',
        'One box for each thing that can break',
        'Say what I leave out, and why',
      ],
      next_steps: 'Draw the timetable again without looking, and time it.',
      written_at: after(1),
      updated_at: after(1),
    },
    {
      booking_id: booking.id,
      author_account_id: mentor.account_id,
      lines: ['You ask before you draw: keep that', 'Estimate aloud, even when unsure'],
      next_steps: 'Bring a diagram with ten times the traffic to the next session.',
      written_at: after(3),
      updated_at: after(3),
    },
  ]
}

/** What each of the two was told that the other had written. */
const toldOf = ({ booking, mentor, student }: Session, row: typeof takeaways.$inferInsert): Told => {
  const reader = row.author_account_id === mentor.account_id ? ('student' as const) : ('mentor' as const)
  return {
    person: (reader === 'student' ? student : mentor).account_id,
    kind: 'takeaways_written',
    cause: `booking:${booking.id}:takeaways:${row.author_account_id}`,
    data: noticeOf({ booking, mentor, student }, reader),
    at: row.written_at,
  }
}
const noticeOf = (
  { booking, mentor, student }: Pick<Session, 'booking' | 'mentor' | 'student'>,
  reader: 'student' | 'mentor',
) => ({
  reader,
  booking_id: booking.id,
  offer_title: booking.offer_title,
  mentor_name: mentor.name,
  student_name: student.name,
})

/** Asha's goals, whom they are shared with, and what was taken along. */
export function goalsAt(sessions: Session[], now: number) {
  const made = ASHAS.map((seed, i) => rowsOf(seed, i + 1, now))
  const next = sessions.find((one) => isOfTheTwo(one) && one.booking.state === 'confirmed')
  const [, before] = sessions
    .filter((one) => isOfTheTwo(one) && one.booking.state === 'completed')
    .toSorted((one, other) => other.booking.start_time.getTime() - one.booking.start_time.getTime())
  const taken = before ? takenFrom(before) : []
  const proposed: Told[] = next
    ? [
        {
          person: next.student.account_id,
          kind: 'step_proposed',
          cause: `booking:${next.booking.id}:step_proposed`,
          data: noticeOf(next, 'student'),
          at: new Date(now - 5 * HOUR),
        },
      ]
    : []
  return {
    goals: made.map(({ goal }): typeof goals.$inferInsert => goal),
    goal_steps: made.flatMap(({ rows }): (typeof goal_steps.$inferInsert)[] => rows),
    shared_goals: (next && made[0]
      ? [{ booking_id: next.booking.id, goal_id: made[0].goal.id, shared_at: new Date(now - 6 * HOUR) }]
      : []) satisfies (typeof shared_goals.$inferInsert)[],
    takeaways: taken,
    told: [...proposed, ...(before ? taken.map((row) => toldOf(before, row)) : [])],
  }
}
