import { Progress } from '../contract/my-students'
import { MOST_MENTORS_SHOWN } from '../contract/my-students.constants'
import { route, slice } from '../lib/route'
import { learnedBy } from './learned.data'
import { pairsOf, pairView } from './pairs.data'
import { lately, totalsOf } from './progress.data'
import { weeksOf } from './progress.rules'

const progress = route('student', {
  method: 'get',
  path: '/student/progress/',
  operationId: 'myProgress',
  summary: 'What I have done and learned, in all, with each mentor and week by week',
  returns: { 200: Progress },
  rows: 8000,
  facts: (db, { me, now }) => ({
    totals: totalsOf(db, me),
    mentors: pairsOf(db, 'student', me, { now, limit: MOST_MENTORS_SHOWN }),
    skills: learnedBy(db, me),
    sessions: lately(db, me, now),
  }),
})

export const progressRoutes = slice().on(progress, (c) => {
  const { facts, account, now } = c.var
  const mentors = facts.mentors
    .slice(0, MOST_MENTORS_SHOWN)
    .map((row) => ({ mentor_id: row.display_id, ...pairView(row) }))
  return c.json({
    totals: facts.totals[0],
    mentors: mentors.map((one) => ({ ...one, may_mark: one.sessions > 0 })),
    skills: facts.skills.map(({ mentor_id, mentor_name, ...skill }) => ({
      ...skill,
      mentor: { mentor_id, name: mentor_name },
    })),
    weeks: weeksOf(facts.sessions, account.time_zone, now),
  })
})
