import { graphemeCount } from '../contract/common'
import {
  LEAST_MENTOR_BIO,
  MENTOR_STEPS,
  STUDENT_STEPS,
  type MentorStep,
  type StudentStep,
} from '../contract/completeness.constants'

type Links = Record<'linkedin_url' | 'github_url' | 'portfolio_url', string | null>

export interface StudentSide extends Links {
  bio: string | null
  college: string | null
  degree: string | null
  field_of_study: string | null
  date_of_birth: string | null
  picture_url: string | null
  skills: readonly string[]
  interests: readonly string[]
  has_cv: boolean
}

export interface MentorSide extends Links {
  headline: string | null
  promise: string | null
  bio: string | null
  designation: string | null
  years_of_experience: number | null
  picture_url: string | null
  skills: readonly string[]
  languages: readonly string[]
}

const hasLink = ({ linkedin_url, github_url, portfolio_url }: Links): boolean =>
  [linkedin_url, github_url, portfolio_url].some((link) => link !== null)

const isThere = (text: string | null): boolean => text !== null && text.trim() !== ''

function measured<S extends string>(steps: Record<S, number>, done: Record<S, boolean>) {
  const open = (Object.entries(steps) as [S, number][]).filter(([step]) => !done[step])
  const missing = open.toSorted(([, a], [, b]) => b - a).map(([step]) => step)
  const [step] = missing
  return {
    percent: 100 - open.reduce((sum, [, gain]) => sum + gain, 0),
    next: step === undefined ? null : { step, gain: steps[step] },
    missing,
  }
}

export const studentCompleteness = (own: StudentSide) =>
  measured<StudentStep>(STUDENT_STEPS, {
    interests: own.interests.length > 0,
    bio: isThere(own.bio),
    skills: own.skills.length > 0,
    picture: own.picture_url !== null,
    field_of_study: isThere(own.field_of_study),
    college: isThere(own.college),
    degree: isThere(own.degree),
    date_of_birth: own.date_of_birth !== null,
    cv: own.has_cv,
    link: hasLink(own),
  })

export const mentorCompleteness = (own: MentorSide) =>
  measured<MentorStep>(MENTOR_STEPS, {
    expertise: own.skills.length > 0,
    bio: graphemeCount((own.bio ?? '').trim()) >= LEAST_MENTOR_BIO,
    headline: isThere(own.headline),
    picture: own.picture_url !== null,
    languages: own.languages.length > 0,
    promise: isThere(own.promise),
    designation: isThere(own.designation),
    years_of_experience: own.years_of_experience !== null,
    link: hasLink(own),
  })
