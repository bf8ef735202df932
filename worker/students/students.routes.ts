import type * as z from 'zod'
import { changeAccount } from '../accounts/accounts.data'
import { ageOn, isTooYoung } from '../accounts/accounts.rules'
import { isMinor } from '../accounts/age.rules'
import { StudentChange, StudentDetail, Student } from '../contract/students'
import { wallTimeOf } from '../contract/zone'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import { isZone, zones } from '../lib/zones'
import { addedAmong } from '../skills/skills.data'
import { namesOf, unknownWords, type AddedWord } from '../skills/skills.rules'
import { changeStudent, ownStudent } from './students.data'

const profile = route('student', {
  method: 'get',
  path: '/student/profile/',
  operationId: 'studentProfile',
  summary: 'My account and details as a student',
  returns: { 200: Student },
  facts: (db, { me }) => ({ own: ownStudent(db, me) }),
})

type Lists = { skills?: string[] | null | undefined; interests?: string[] | null | undefined }
/** What staff have made of the words that the taxonomy's file does not know. */
const wordsOf = (db: Database, { body }: { body: Lists }) => ({
  added: addedAmong(db, unknownWords([...(body.skills ?? []), ...(body.interests ?? [])])),
})

const changeProfile = route('student', {
  method: 'put',
  path: '/student/profile/',
  operationId: 'changeStudentProfile',
  summary: 'Change what is named; null clears',
  body: StudentChange,
  returns: { 200: Student },
  fails: ['invalid_input'],
  facts: wordsOf,
})

const detail = route('student', {
  method: 'post',
  path: '/student/detail/',
  operationId: 'saveStudentDetail',
  summary: 'Create or change my details',
  body: StudentDetail,
  returns: { 200: Student },
  fails: ['invalid_input'],
  facts: wordsOf,
})

const MOST_AGE = 120
function judgeBirthDate(today: string, date_of_birth: string): void {
  const refuse = (words: string): never => fail('invalid_input', { errors: { date_of_birth: [words] } })
  if (isTooYoung(today, date_of_birth)) refuse('AspireX is for people of 13 and older')
  if (ageOn(today, date_of_birth) > MOST_AGE) refuse('This is too long ago')
}

type Born = { date_of_birth: string | null; time_zone: string }
/** Who said to be under 18 does not come of age by a form: what protects a minor would end with it (A7). */
function judgeGrowth(before: Born, after: Born, now: Date): void {
  const saidMinor = before.date_of_birth !== null && isMinor(before, now)
  if (saidMinor && (after.date_of_birth === null || !isMinor(after, now)))
    fail('invalid_input', {
      errors: { date_of_birth: ['You said that you are under 18. Write to us to correct that'] },
    })
}

/** Splits a change into the account and the student row, and reads the new state back. */
async function change(
  db: Database,
  account: { id: string; time_zone: string; date_of_birth: string | null },
  wish: z.output<typeof StudentChange>,
  added: AddedWord[],
  now: Date,
) {
  const { name, time_zone, date_of_birth, skills, interests, ...rest } = wish
  const zone = time_zone ?? account.time_zone
  if (!isZone(zone)) fail('invalid_input', { errors: { time_zone: ['Unknown time zone'] } })
  if (date_of_birth) judgeBirthDate(wallTimeOf(zones.zone(zone), now.getTime()).date, date_of_birth)
  if (date_of_birth !== undefined) judgeGrowth(account, { date_of_birth, time_zone: zone }, now)
  const person = {
    ...(name !== undefined && { name }),
    ...(time_zone !== undefined && { time_zone }),
    ...(date_of_birth !== undefined && { date_of_birth }),
  }
  const lists = {
    ...(skills !== undefined && { skills: namesOf(skills ?? [], added) }),
    ...(interests !== undefined && { interests: namesOf(interests ?? [], added) }),
  }
  const results = await write(db, [
    ...changeAccount(db, account.id, person),
    ...changeStudent(db, account.id, { ...rest, ...lists }),
    ownStudent(db, account.id),
  ])
  return (results.at(-1) as unknown[])[0]
}

export const studentRoutes = slice()
  .on(profile, (c) => c.json(c.var.facts.own[0]))
  .on(changeProfile, async (c) =>
    c.json(await change(c.var.db, c.var.account, c.var.body, c.var.facts.added, c.var.now)),
  )
  .on(detail, async (c) => c.json(await change(c.var.db, c.var.account, c.var.body, c.var.facts.added, c.var.now)))
