import type { application_history, mentor_applications, mentor_checks } from '../mentors/applications.schema'
import { answerBy, type ApplicationState } from '../mentors/applications.rules'
import { APPLICANTS, type SeedApplicant } from './applicants'
import { accountId } from './cast'
import { fixedId } from './fixed'
import type { Told } from './notices'
import { MENTORS, type SeedMentor } from './people'
import { ADMIN } from './students'
import { approvedAt, profileRow } from './teaching'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ago = (now: number, hours: number): Date => new Date(now - hours * HOUR)
const submittedAt = (seed: SeedApplicant, now: number): Date => ago(now, seed.submitted_hours_ago)
const reviewedAt = (seed: SeedApplicant, now: number): Date | null =>
  seed.reviewed_hours_ago === undefined ? null : ago(now, seed.reviewed_hours_ago)
const refusedAt = (seed: SeedApplicant, now: number): Date | null =>
  seed.refused_hours_ago === undefined ? null : ago(now, seed.refused_hours_ago)

/** They come after everybody who is listed. */
export const applicantRows = (now: number) =>
  APPLICANTS.map((seed, i) => {
    const submitted_at = submittedAt(seed, now)
    const decided_at = refusedAt(seed, now)
    return profileRow(seed, MENTORS.length + i + 1, now, {
      application_state: seed.state,
      submitted_at,
      answer_by: decided_at ? null : answerBy(submitted_at),
      decision_reason: seed.refusal ?? null,
      decided_at,
      decided_by: decided_at ? accountId(ADMIN.key) : null,
    })
  })

export const applicationRows = (now: number): (typeof mentor_applications.$inferInsert)[] =>
  APPLICANTS.map((seed) => ({
    account_id: accountId(seed.key),
    experience: seed.experience,
    motivation: seed.motivation,
    links: seed.links,
    evidence_file_ids: [],
    changed_at: submittedAt(seed, now),
  }))

/** Whose passport our staff looked at, and who opened a link at their company. Of the others nothing was checked. */
const IDENTITY = ['mira', 'tomas', 'meera', 'haruka', 'gurpreet', 'sana', 'eleanor', 'lukas', 'kabir']
const COMPANY: Record<string, string> = {
  mira: 'sahyadri-mobility',
  tomas: 'bancofarol',
  meera: 'nandibank',
  elif: 'sifa-digital',
  nikhil: 'backwater-software',
  oluwaseun: 'imole-energy',
  eleanor: 'airevalley-university',
  james: 'harbor-pension',
  seoyeon: 'moonjar-games',
}

type CheckRow = typeof mentor_checks.$inferInsert

const identityCheck = (seed: SeedMentor, now: number): CheckRow => ({
  id: fixedId(`check:identity:${seed.key}`),
  account_id: accountId(seed.key),
  kind: 'identity',
  subject: seed.name,
  via: null,
  checked_by: 'staff',
  staff_account_id: accountId(ADMIN.key),
  note: 'A document with picture and name, shown in a call.',
  checked_at: new Date(approvedAt(seed, now).getTime() - HOUR),
})

const companyCheck = (seed: SeedMentor, domain: string, now: number): CheckRow => ({
  id: fixedId(`check:company:${seed.key}`),
  account_id: accountId(seed.key),
  kind: 'company_email',
  subject: seed.company,
  via: `${domain}.example.com`,
  checked_by: 'system',
  staff_account_id: null,
  note: null,
  checked_at: new Date(approvedAt(seed, now).getTime() + 5 * DAY),
})

export const checkRows = (now: number): CheckRow[] =>
  MENTORS.flatMap((seed) => {
    const domain = COMPANY[seed.key]
    return [
      ...(IDENTITY.includes(seed.key) ? [identityCheck(seed, now)] : []),
      ...(domain ? [companyCheck(seed, domain, now)] : []),
    ]
  })

type HistoryRow = typeof application_history.$inferInsert
const line = (
  seed: SeedMentor,
  act: HistoryRow['act'],
  [from_state, to_state]: [ApplicationState, ApplicationState],
  at: Date,
  reason: string | null = null,
): HistoryRow => ({
  id: fixedId(`history:${seed.key}:${act}`),
  account_id: accountId(seed.key),
  act,
  from_state,
  to_state,
  by_account_id: accountId(act === 'submit' ? seed.key : ADMIN.key),
  reason,
  at,
})

function pastOf(seed: SeedApplicant, now: number): HistoryRow[] {
  const [reviewed, refused] = [reviewedAt(seed, now), refusedAt(seed, now)]
  return [
    line(seed, 'submit', ['draft', 'submitted'], submittedAt(seed, now)),
    ...(reviewed ? [line(seed, 'review', ['submitted', 'in_review'], reviewed)] : []),
    ...(refused ? [line(seed, 'refuse', ['submitted', 'refused'], refused, seed.refusal)] : []),
  ]
}

/** The first mentors were invited: staff approved them without an application. */
export const historyRows = (now: number): HistoryRow[] => [
  ...MENTORS.map((seed) => line(seed, 'approve', ['draft', 'approved'], approvedAt(seed, now))),
  ...APPLICANTS.flatMap((seed) => pastOf(seed, now)),
]

/** What applicants were told. */
export const applicationNotices = (now: number): Told[] =>
  APPLICANTS.flatMap((seed): Told[] => {
    const person = accountId(seed.key)
    const cause = (act: string) => `application:${fixedId(`history:${seed.key}:${act}`)}`
    const [submitted, reviewed, refused] = [submittedAt(seed, now), reviewedAt(seed, now), refusedAt(seed, now)]
    const answer_by = answerBy(submitted).toISOString()
    return [
      { person, kind: 'application_submitted', cause: cause('submit'), data: { answer_by }, at: submitted },
      ...(reviewed
        ? [{ person, kind: 'application_in_review' as const, cause: cause('review'), data: {}, at: reviewed }]
        : []),
      ...(refused && seed.refusal
        ? [
            {
              person,
              kind: 'mentor_refused' as const,
              cause: cause('refuse'),
              data: { reason: seed.refusal },
              at: refused,
            },
          ]
        : []),
    ]
  })
