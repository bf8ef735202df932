import type { learned_skills, mentor_notes } from '../students/learned.schema'
import { settle } from '../skills/skills.rules'
import { displayId } from './cast'
import { fixedId } from './fixed'
import type { Told } from './notices'
import type { Session } from './sessions'
import { STUDENTS } from './students'

const HOUR = 3_600_000

type Row = typeof learned_skills.$inferInsert & { confirmed_at: Date | null }

/** What Mira says that Asha learned in their last session; Asha agreed to the first and has not answered the second. */
const LEARNED = [
  { word: 'System design', hours: 5, confirmed: true },
  { word: 'Go', hours: 6, confirmed: false },
]
const NOTE = `Draws before she talks, which helps both of us.
Has her last exam in December: nothing longer than an hour until then.`

export function learnedAt(sessions: Session[]) {
  const [last] = sessions
    .filter(
      ({ booking, mentor, student }) =>
        booking.state === 'completed' && mentor.key === 'mira' && student.key === 'asha',
    )
    .toSorted((one, other) => other.booking.start_time.getTime() - one.booking.start_time.getTime())
  if (!last) return { rows: [], notes: [], told: [] }
  const rows = LEARNED.map((seed) => rowOf(last, seed))
  return { rows, notes: [noteOf(last)], told: rows.flatMap((row) => toldOf(last, row)) }
}

function rowOf({ booking, mentor, student }: Session, { word, hours, confirmed }: (typeof LEARNED)[number]): Row {
  const [skill] = settle([word], [])
  const at = booking.end_time.getTime() + hours * HOUR
  return {
    id: fixedId(`learned:${word}`),
    student_account_id: student.account_id,
    mentor_account_id: mentor.account_id,
    skill_key: skill?.key ?? word,
    skill: skill?.name ?? word,
    proposed_by: 'mentor',
    proposed_at: new Date(at),
    confirmed_at: confirmed ? new Date(at + 3 * HOUR) : null,
  }
}

const noteOf = ({ booking, mentor, student }: Session): typeof mentor_notes.$inferInsert => ({
  mentor_account_id: mentor.account_id,
  student_account_id: student.account_id,
  text: NOTE,
  updated_at: new Date(booking.end_time.getTime() + HOUR),
})

function toldOf({ mentor, student }: Session, row: Row): Told[] {
  const { skill, skill_key, proposed_at, confirmed_at } = row
  const asked: Told = {
    person: student.account_id,
    kind: 'skill_learned_proposed',
    cause: `learned:${row.id}:proposed`,
    data: { mentor_name: mentor.name, skill },
    at: proposed_at,
  }
  if (!confirmed_at) return [asked]
  const data = {
    student_id: displayId('S', 1 + STUDENTS.findIndex(({ key }) => key === student.key)),
    student_name: student.name,
    skill,
  }
  const cause = `learned:${student.account_id}:${skill_key}`
  return [asked, { person: mentor.account_id, kind: 'skill_learned', cause, data, at: confirmed_at }]
}
