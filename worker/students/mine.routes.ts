import type { SQL } from 'drizzle-orm'
import * as contract from '../contract/my-students'
import { sharedGoalsWith } from '../goals/goals.data'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { learnedWith } from './learned.data'
import * as data from './mine.data'
import { studentNumbered } from './pages.data'
import { bondOf, pairsOf, pairView } from './pairs.data'

const list = route('mentor', {
  method: 'get',
  path: '/mentor/students/',
  operationId: 'myStudents',
  summary: 'People with a booking or a conversation, newest first',
  query: contract.MyStudentsQuery,
  returns: { 200: contract.MyStudents },
  fails: ['invalid_input'],
  rows: 4000,
  facts: (db, { me, query: { cursor, limit, q }, now }) => ({
    people: pairsOf(db, 'mentor', me, { now, limit, after: positionOf(cursor), q: q?.trim() }),
  }),
})

/** Everything about one of my students, each part asked for the same two. */
function factsOf(db: Database, me: SQL, student_id: string, now: Date) {
  const student = studentNumbered(student_id)
  return {
    people: pairsOf(db, 'mentor', me, { now, limit: 1, only: student }),
    history: data.sessionsOfPair(db, me, student),
    goals: sharedGoalsWith(db, me, student),
    skills: learnedWith(db, me, student),
    note: data.noteAbout(db, me, student),
  }
}

const detail = route('mentor', {
  method: 'get',
  path: '/mentor/students/:student_id/',
  operationId: 'myStudent',
  summary: 'What I have done with one of my students, and my private note',
  params: contract.MyStudentPath,
  returns: { 200: contract.MyStudentDetail },
  fails: ['not_found'],
  rows: 2000,
  facts: (db, { me, params, now }) => factsOf(db, me, params.student_id, now),
})

const note = route('mentor', {
  method: 'put',
  path: '/mentor/students/:student_id/note/',
  operationId: 'noteAboutStudent',
  summary: 'My private note about a student; empty text removes it',
  params: contract.MyStudentPath,
  body: contract.MentorNote,
  returns: { 200: contract.MentorNote },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, params }) => ({ bond: bondOf(db, me, studentNumbered(params.student_id)) }),
})

const rowView = (row: Parameters<typeof pairView>[0]) => ({
  student_id: row.display_id,
  ...pairView(row),
  has_note: row.has_note === 1,
})

export const mineRoutes = slice()
  .on(list, (c) => {
    const rows = c.var.facts.people.map(rowView)
    return c.json(pageFrom(rows, c.var.query.limit, (last) => [last.since.getTime(), last.student_id]))
  })
  .on(detail, (c) => {
    const { people, history, goals, skills, note } = c.var.facts
    const [person] = people
    if (!person) fail('not_found')
    return c.json({
      ...rowView(person),
      history: history.map((one) => ({
        ...one,
        start_time: new Date(one.start_time),
        end_time: new Date(one.end_time),
      })),
      goals,
      skills,
      note: note[0]?.text ?? '',
    })
  })
  .on(note, async (c) => {
    const { db, body, facts, now } = c.var
    const bond = facts.bond[0] ?? fail('not_found')
    const about = { mentor: bond.mentor_account_id, student: bond.student_account_id }
    await write(db, [data.writeNote(db, { ...about, text: body.text, now })])
    return c.json(body)
  })
