import { expect, it } from 'vitest'
import { MENTOR_STEPS, STUDENT_STEPS } from '../contract/completeness.constants'
import { answer, api, mentor, student } from '../test/world'
import { mentorCompleteness, studentCompleteness, type MentorSide, type StudentSide } from './completeness.rules'

const links = { linkedin_url: null, github_url: null, portfolio_url: null }
const nobody: StudentSide = {
  ...links,
  bio: null,
  college: null,
  degree: null,
  field_of_study: null,
  date_of_birth: null,
  picture_url: null,
  skills: [],
  interests: [],
  has_cv: false,
}
const learner: StudentSide = {
  linkedin_url: null,
  github_url: 'https://github.com/ila',
  portfolio_url: null,
  bio: 'Hello',
  college: 'COEP',
  degree: 'B.Tech',
  field_of_study: 'Computing',
  date_of_birth: '2001-02-03',
  picture_url: '/p',
  skills: ['Go'],
  interests: ['CV'],
  has_cv: true,
}
const teacher: MentorSide = {
  ...links,
  linkedin_url: 'https://www.linkedin.com/in/ravi',
  headline: 'Writes Go',
  promise: 'We draw it.',
  bio: 'x'.repeat(100),
  designation: 'Engineer',
  years_of_experience: 0,
  picture_url: '/p',
  skills: ['Go'],
  languages: ['en'],
}

it('counts up to exactly a hundred on each side', () => {
  const sum = (steps: Record<string, number>) => Object.values(steps).reduce((total, gain) => total + gain, 0)
  expect([sum(STUDENT_STEPS), sum(MENTOR_STEPS)]).toEqual([100, 100])
  expect(studentCompleteness(learner)).toEqual({ percent: 100, next: null, missing: [] })
  expect(mentorCompleteness(teacher)).toEqual({ percent: 100, next: null, missing: [] })
  expect(studentCompleteness(nobody)).toMatchObject({ percent: 0, next: { step: 'interests', gain: 20 } })
})

it('names what helps most first, and any one link is enough', () => {
  const half = studentCompleteness({ ...nobody, interests: ['CV'], portfolio_url: 'https://ila.example.com' })
  expect(half).toMatchObject({ percent: 25, next: { step: 'bio', gain: 15 } })
  expect(half.missing).not.toContain('link')
})

it.each([
  ['99 characters about oneself', { bio: 'x'.repeat(99) }, 'bio'],
  ['a text of spaces', { headline: '   ' }, 'headline'],
  ['no languages', { languages: [] }, 'languages'],
])('does not count %s', (_, change, step) => {
  expect(mentorCompleteness({ ...teacher, ...change }).missing).toEqual([step])
})

it('grows with what a person says, on the side where it is said', async () => {
  const ila = await student()
  const ask = (as = ila) => answer(api('GET', '/account/completeness/', { as }), 200)
  const before = await ask()
  expect(before).toMatchObject({ mentor: null, student: { next: { step: 'interests' } } })
  await answer(api('POST', '/student/detail/', { as: ila, body: { interests: ['CV'], bio: 'Hello' } }), 200)
  const after = await ask()
  expect(after.student.percent).toBe(before.student.percent + 35)
  expect(after.student.next).toEqual({ step: 'skills', gain: 15 })

  const ravi = await mentor()
  await answer(api('POST', '/mentor/detail/', { as: ravi, body: { expertise: ['Go'] } }), 200)
  expect(await ask(ravi)).toMatchObject({ mentor: { percent: 20, next: { step: 'bio', gain: 20 } } })
})
