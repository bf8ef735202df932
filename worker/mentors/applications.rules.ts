import { isMinor } from '../accounts/age.rules'
import {
  ANSWER_WORKING_DAYS,
  LEAST,
  MISSING,
  REAPPLY_DAYS,
  type ApplicationAct,
  type Missing,
} from '../contract/applications.constants'
import { graphemeCount } from '../contract/common'
import { APPLICATION_STATES } from '../contract/mentors.constants'

export type ApplicationState = (typeof APPLICATION_STATES)[number]
export type Move = Exclude<ApplicationAct, 'check' | 'uncheck'>

const DAY = 86_400_000
export const REAPPLY_MS = REAPPLY_DAYS * DAY

/** Every way from state to state there is. Staff decide from anywhere, also again. */
export const MOVES: Record<Move, { from: readonly ApplicationState[]; to: ApplicationState }> = {
  submit: { from: ['draft', 'refused'], to: 'submitted' },
  withdraw: { from: ['submitted', 'in_review'], to: 'draft' },
  review: { from: ['submitted'], to: 'in_review' },
  approve: { from: APPLICATION_STATES, to: 'approved' },
  refuse: { from: APPLICATION_STATES, to: 'refused' },
}
/** What is with staff stays as it was sent. */
export const EDITABLE: readonly ApplicationState[] = ['draft', 'refused']

export interface Applicant {
  headline: string | null
  bio: string | null
  skills: string[]
  experience: string | null
  motivation: string | null
  email_verified_at: Date | null
  date_of_birth: string | null
  time_zone: string
}

const isShort = (text: string | null, least: number): boolean => graphemeCount((text ?? '').trim()) < least

/** What a submission still needs, in the order in which it is told. */
export function missingOf(applicant: Applicant, now: Date): Missing[] {
  const lacks: Record<Missing, boolean> = {
    headline: isShort(applicant.headline, 1),
    bio: isShort(applicant.bio, LEAST.bio),
    skills: applicant.skills.length === 0,
    experience: isShort(applicant.experience, LEAST.experience),
    motivation: isShort(applicant.motivation, LEAST.motivation),
    email: applicant.email_verified_at === null,
    birth_date: applicant.date_of_birth === null,
    age: applicant.date_of_birth !== null && isMinor(applicant, now),
  }
  return MISSING.filter((one) => lacks[one])
}

const WORDS: Record<Missing, string> = {
  headline: 'One line about you is missing',
  bio: `At least ${LEAST.bio} characters about you`,
  skills: 'Name at least one skill you teach',
  experience: `At least ${LEAST.experience} characters`,
  motivation: `At least ${LEAST.motivation} characters`,
  email: 'Confirm your e-mail address first',
  birth_date: 'Tell us your date of birth first',
  age: 'Mentors are 18 or older',
}

export const wordsFor = (missing: Missing[]): Record<string, string[]> =>
  Object.fromEntries(missing.map((one) => [one, [WORDS[one]]]))

const isWorkingDay = (at: Date): boolean => at.getUTCDay() % 6 !== 0

/** The target: the same time of day after three days from Monday to Friday. */
export function answerBy(submitted: Date): Date {
  let at = submitted
  for (let days = 0; days < ANSWER_WORKING_DAYS;) {
    at = new Date(at.getTime() + DAY)
    if (isWorkingDay(at)) days++
  }
  return at
}

/** After a refusal there is a week to improve; null in any other state. */
export const mayReapplyAt = (state: ApplicationState, decided_at: Date | null): Date | null =>
  state === 'refused' && decided_at ? new Date(decided_at.getTime() + REAPPLY_MS) : null

interface Progress {
  mentor_id: string
  state: ApplicationState
  submitted_at: Date | null
  answer_by: Date | null
  decided_at: Date | null
  decision_reason: string | null
}
/** Where it stands, as both sides read it. */
export const progressOf = ({ mentor_id, state, submitted_at, answer_by, decided_at, decision_reason }: Progress) => {
  return { mentor_id, state, submitted_at, answer_by, decided_at, decision_reason }
}

interface Words<E> {
  experience: string | null
  motivation: string | null
  links: string[] | null
  evidence: E[]
}
/** What was handed in. A file's address answers its owner, and staff who say why. */
export const handedIn = <E extends { id: string }>({ experience, motivation, links, evidence }: Words<E>) => {
  const files = evidence.map((file) => ({ ...file, url: `/api/files/${file.id}/` }))
  return { experience, motivation, links: links ?? [], evidence: files }
}

/** The addresses on a profile, each of which can be proven. */
export const profileLinksOf = (profile: {
  portfolio_url: string | null
  linkedin_url: string | null
  github_url: string | null
}): string[] => {
  const links = [profile.portfolio_url, profile.linkedin_url, profile.github_url]
  return [...new Set(links.filter((link) => link !== null))]
}
