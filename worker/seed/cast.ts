import { TERMS_VERSION } from '../contract/accounts.constants'
import type { account_roles, accounts } from '../accounts/accounts.schema'
import type { students } from '../students/students.schema'
import { APPLICANTS } from './applicants'
import { fixedId, numbersFor } from './fixed'
import { MENTORS, type SeedMentor } from './people'
import { ADMIN, STUDENTS, type SeedStudent } from './students'

const DAY = 86_400_000

export interface Person {
  key: string
  name: string
  zone: string
  account_id: string
  joined_at: Date
  picture_url: string | null
  verified: boolean
  birth_year: number
  /** The details that a student row holds beside its ids. */
  details: Partial<SeedStudent>
}

export const accountId = (key: string): string => fixedId(`account:${key}`)

const portrait = (key: string): string => `/avatars/${key}.png`

function studentPerson(seed: SeedStudent, now: number): Person {
  const next = numbersFor(`joined:${seed.key}`)
  const days = seed.is_new ? 1 + next() * 11 : 150 + next() * 180
  return {
    ...seed,
    account_id: accountId(seed.key),
    joined_at: new Date(now - days * DAY),
    picture_url: seed.portrait ? portrait(seed.key) : null,
    verified: !seed.is_new || next() < 0.5,
    birth_year: 2001 + Math.floor(next() * 5),
    details: seed,
  }
}

const mentorPerson = (seed: SeedMentor, now: number): Person => ({
  ...seed,
  account_id: accountId(seed.key),
  joined_at: new Date(now - seed.joined_days_ago * DAY),
  picture_url: portrait(seed.key),
  verified: true,
  birth_year: 2002 - seed.years,
  details: {},
})

const adminPerson = (now: number): Person => ({
  ...ADMIN,
  account_id: accountId(ADMIN.key),
  joined_at: new Date(now - 420 * DAY),
  picture_url: null,
  verified: true,
  birth_year: 1984,
  details: {},
})

/** Everybody by key, in the order of their student ids: Asha is S000001. */
export function castAt(now: number): Map<string, Person> {
  const people = [
    ...STUDENTS.map((seed) => studentPerson(seed, now)),
    ...MENTORS.map((seed) => mentorPerson(seed, now)),
    adminPerson(now),
    // Without a portrait: most people who have just come have none.
    ...APPLICANTS.map((seed) => ({ ...mentorPerson(seed, now), picture_url: null })),
  ]
  return new Map(people.map((person) => [person.key, person]))
}

export const displayId = (letter: 'S' | 'M' | 'N' | 'T' | 'G', number: number): string =>
  `${letter}${String(number).padStart(6, '0')}`

/** What proves who they are, as it is stored. */
export interface SeedSecrets {
  password_hash: string
  /** Of the admin alone. */
  totp_secret: string
}

export const accountRow = (person: Person, secrets: SeedSecrets): typeof accounts.$inferInsert => ({
  id: person.account_id,
  name: person.name,
  email: `${person.key}@example.com`,
  email_key: `${person.key}@example.com`,
  email_verified_at: person.verified ? person.joined_at : null,
  password_hash: secrets.password_hash,
  totp_secret: person.key === ADMIN.key ? secrets.totp_secret : null,
  totp_enabled_at: person.key === ADMIN.key ? person.joined_at : null,
  accepted_terms_at: person.joined_at,
  terms_version: TERMS_VERSION,
  date_of_birth: `${person.birth_year}-0${1 + (person.name.length % 9)}-1${person.key.length % 10}`,
  time_zone: person.zone,
  picture_url: person.picture_url,
  created_at: person.joined_at,
})

export const studentRow = ({ account_id, details }: Person, number: number): typeof students.$inferInsert => ({
  account_id,
  student_id: displayId('S', number),
  college: details.college ?? null,
  degree: details.degree ?? null,
  field_of_study: details.field ?? null,
  year_of_study: details.year ?? null,
  skills: details.skills ?? [],
  interests: details.interests ?? [],
  bio: details.bio ?? null,
})

export const adminGrant = (now: number): typeof account_roles.$inferInsert => ({
  account_id: accountId(ADMIN.key),
  role: 'admin',
  granted_at: adminPerson(now).joined_at,
})
