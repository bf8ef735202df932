import * as z from 'zod'
import { BOOKING_STATES } from './bookings.constants'
import { Day, Id, Instant, MentorId, PageQuery, pageOf, StudentId, text } from './common'
import { SharedGoal } from './goals'
import { MENTOR_NOTE_LENGTH, PROPOSERS } from './my-students.constants'
import { SkillName } from './skills'

const Meeting = z
  .object({ booking_id: Id, start_time: Instant, end_time: Instant, offer_title: z.string() })
  .meta({ id: 'MeetingOfTwo' })

/** What a mentor and a student have done together: the same for both of them. */
const numbers = {
  last_session: Meeting.nullable().meta({ description: 'The latest that took place' }),
  next_session: Meeting.nullable().meta({ description: 'Agreed and not over' }),
  sessions: z.int().meta({ description: 'That took place' }),
  minutes: z.int().meta({ description: 'Of the sessions that took place' }),
  shared_goals: z.int().meta({ description: 'Goals that the student shares with the mentor' }),
  shared_goals_done: z.int(),
  steps: z.int().meta({ description: "Of the shared goals; the student's own, not what waits for their yes" }),
  steps_done: z.int(),
  learned: z.int().meta({ description: 'Skills learned together that the student confirmed' }),
  conversation_id: Id.nullable(),
}
const person = { name: z.string(), picture_url: z.string().nullable(), time_zone: z.string(), since: Instant }

export const MyStudentsQuery = PageQuery.extend({
  q: z.string().max(100).optional().meta({ description: 'A part of the name' }),
})
export const MyStudent = z
  .object({
    student_id: StudentId,
    ...person,
    ...numbers,
    has_note: z.boolean().meta({ description: 'I have a private note about this student' }),
  })
  .meta({ id: 'MyStudent' })
export const MyStudents = pageOf(MyStudent).meta({ id: 'MyStudents' })

export const LearnedSkill = z
  .object({
    id: Id,
    skill: z.string(),
    proposed_by: z.enum(PROPOSERS),
    proposed_at: Instant,
    confirmed_at: Instant.nullable().meta({ description: 'By the student; it counts from then on' }),
  })
  .meta({ id: 'LearnedSkill' })

export const MyStudentPath = z.strictObject({ student_id: StudentId })
export const MyStudentDetail = MyStudent.extend({
  history: z
    .array(Meeting.extend({ state: z.enum(BOOKING_STATES), minutes: z.int() }))
    .meta({ description: 'The latest sessions, whatever became of them' }),
  goals: z.array(SharedGoal),
  skills: z.array(LearnedSkill),
  note: z.string().meta({ description: 'Mine alone' }),
}).meta({ id: 'MyStudentDetail' })

export const MentorNote = z.strictObject({ text: text(0, MENTOR_NOTE_LENGTH) }).meta({ id: 'MentorNote' })
export const ProposedLearned = z.strictObject({ skill: SkillName }).meta({ id: 'ProposedLearned' })
export const LearnedPath = z.strictObject({ id: Id })
export const ProposedLearnedPath = z.strictObject({ student_id: StudentId, id: Id })
export const MarkedLearned = z.strictObject({ mentor_id: MentorId, skill: SkillName }).meta({ id: 'MarkedLearned' })

export const LearnedWith = LearnedSkill.extend({ mentor: z.object({ mentor_id: MentorId, name: z.string() }) }).meta({
  id: 'LearnedWith',
})
const MyMentor = z
  .object({ mentor_id: MentorId, ...person, ...numbers, may_mark: z.boolean() })
  .meta({ id: 'MyMentor', description: '`may_mark`: what was learned with them can be written down' })
export const Progress = z
  .object({
    totals: z.object({
      sessions: z.int(),
      minutes: z.int(),
      mentors: z.int().meta({ description: 'With a session that took place' }),
      goals_open: z.int(),
      goals_done: z.int(),
      steps_done: z.int(),
      learned: z.int(),
      proposed: z.int().meta({ description: 'Skills that wait for my yes' }),
    }),
    mentors: z.array(MyMentor).meta({ description: 'The newest first' }),
    skills: z.array(LearnedWith).meta({ description: 'What waits for my yes first, then the latest' }),
    weeks: z
      .array(z.object({ from: Day, sessions: z.int(), minutes: z.int() }))
      .meta({ description: 'The last twelve from Monday to Sunday of my zone, this one included' }),
  })
  .meta({ id: 'Progress' })
