import * as contract from '../contract/my-students'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { mentorNumbered } from '../reviews/reviews.data'
import { addedAmong } from '../skills/skills.data'
import { settle, unknownWords, type AddedWord } from '../skills/skills.rules'
import * as data from './learned.data'
import { studentNumbered } from './pages.data'
import { bondOf } from './pairs.data'

const A_DAY = 86_400

const propose = route('mentor', {
  method: 'post',
  path: '/mentor/students/:student_id/learned/',
  operationId: 'proposeLearned',
  summary: 'Propose a skill that my student learned; again it is the same one, and it counts once the student confirms',
  params: contract.MyStudentPath,
  body: contract.ProposedLearned,
  needs: TO_REACH_OTHERS,
  returns: { 201: contract.LearnedSkill, 200: contract.LearnedSkill },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'invalid_input', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('propose_learned', me), most: 100, seconds: A_DAY }],
  facts: (db, { me, params, body }) => ({
    bond: bondOf(db, me, studentNumbered(params.student_id)),
    added: addedAmong(db, unknownWords([body.skill])),
  }),
})

const takeBack = route('mentor', {
  method: 'delete',
  path: '/mentor/students/:student_id/learned/:id/',
  operationId: 'takeBackLearned',
  summary: 'Take back a skill that I proposed',
  params: contract.ProposedLearnedPath,
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({
    learned: data.learnedOf(db, params.id, { student: studentNumbered(params.student_id), mentor: me }),
  }),
})

const mark = route('student', {
  method: 'post',
  path: '/student/learned/',
  operationId: 'markLearned',
  summary: 'Mark a skill as learned with a mentor; what the mentor proposed is confirmed by it',
  body: contract.MarkedLearned,
  needs: TO_REACH_OTHERS,
  returns: { 201: contract.LearnedSkill, 200: contract.LearnedSkill },
  fails: ['not_found', 'state_conflict', 'limit_reached', 'invalid_input', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('mark_learned', me), most: 100, seconds: A_DAY }],
  facts: (db, { me, body }) => ({
    bond: bondOf(db, mentorNumbered(body.mentor_id), me),
    added: addedAmong(db, unknownWords([body.skill])),
  }),
})

const confirm = route('student', {
  method: 'post',
  path: '/student/learned/:id/confirm/',
  operationId: 'confirmLearned',
  summary: 'Agree that I learned what a mentor proposed; again changes nothing',
  params: contract.LearnedPath,
  returns: { 200: contract.LearnedSkill },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ learned: data.learnedOf(db, params.id, { student: me }) }),
})

const drop = route('student', {
  method: 'delete',
  path: '/student/learned/:id/',
  operationId: 'dropLearned',
  summary: 'Remove a skill from what I learned, or decline what was proposed',
  params: contract.LearnedPath,
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ learned: data.learnedOf(db, params.id, { student: me }) }),
})

type Bond = Awaited<ReturnType<typeof bondOf>>[number]

/** Two who have met, and the skill by its own name. */
function learning([bond]: Bond[], word: string, added: AddedWord[]) {
  if (!bond) fail('not_found')
  if (bond.has_met === 0) fail('state_conflict', { detail: 'This opens after your first session together.' })
  const skill = settle([word], added)[0] ?? fail('invalid_input')
  return { mentor: bond.mentor_account_id, student: bond.student_account_id, skill }
}

/** The skill as it is now, which may have been there before. */
const stored = (db: Database, { mentor, student, skill }: ReturnType<typeof learning>) =>
  data.learnedSkill(db, mentor, student, skill.key)
type Row = Awaited<ReturnType<typeof stored>>[number]

const view = ({ id, skill, proposed_by, proposed_at, confirmed_at }: Row) => ({
  id,
  skill,
  proposed_by,
  proposed_at,
  confirmed_at,
})

export const learnedRoutes = slice()
  .on(propose, async (c) => {
    const { db, body, facts, account, now } = c.var
    const two = learning(facts.bond, body.skill, facts.added)
    const one = { ...two, id: newId(now), by: 'mentor' as const, now }
    const results = await write(db, [
      data.addLearned(db, one),
      ...data.tellProposed(db, { ...one, mentor_name: account.name }),
      stored(db, two),
    ])
    const [row] = results.at(-1) as Row[]
    return c.json(view(row ?? fail('limit_reached')), row?.id === one.id ? 201 : 200)
  })
  .on(mark, async (c) => {
    const { db, body, facts, account, now } = c.var
    const two = learning(facts.bond, body.skill, facts.added)
    const one = { ...two, id: newId(now), by: 'student' as const, now }
    const results = await write(db, [
      data.addLearned(db, one),
      ...data.tellConfirmed(db, { ...two, student: account, now }),
      stored(db, two),
    ])
    const [row] = results.at(-1) as Row[]
    return c.json(view(row ?? fail('limit_reached')), row?.id === one.id ? 201 : 200)
  })
  .on(confirm, async (c) => {
    const { db, facts, account, now } = c.var
    const row = facts.learned[0] ?? fail('not_found')
    const skill = { key: row.skill_key, name: row.skill }
    const results = await write(db, [
      data.confirmLearned(db, row.id, account.id, now),
      ...data.tellConfirmed(db, { mentor: row.mentor_account_id, student: account, skill, now }),
      data.learnedSkill(db, row.mentor_account_id, account.id, skill.key),
    ])
    const [after] = results.at(-1) as Row[]
    return c.json(view(after ?? fail('not_found')))
  })
  .on(takeBack, async (c) => {
    const row = c.var.facts.learned[0] ?? fail('not_found')
    await write(c.var.db, [data.dropLearned(c.var.db, row.id)])
    return c.body(null, 204)
  })
  .on(drop, async (c) => {
    const row = c.var.facts.learned[0] ?? fail('not_found')
    await write(c.var.db, [data.dropLearned(c.var.db, row.id)])
    return c.body(null, 204)
  })
