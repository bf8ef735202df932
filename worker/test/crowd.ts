import { env } from 'cloudflare:test'
import { rewriteOpenings } from '../mentors/openings.topics'
import { numbersFor, pick } from '../seed/fixed'
import { skillOf } from '../skills/skills.rules'

// A made-up crowd of mentors for the directory, the same for the same seed.

const DAY = 86_400_000
const NAMES = ['Asha', 'Tomás', 'Zoë', 'हिमांशु', 'Ólafur', 'Wei', 'Noor', 'Ines', 'Ravi', 'Mẹ', 'Ana', 'Anand', 'Goran']
const WORDS = [
  'Go',
  'design',
  'Systems',
  'café',
  'payments',
  'शिक्षक',
  'data',
  'Datenbank',
  'portfolio',
  'bank',
  'golang',
]
const SKILLS = ['go', 'python', 'django', 'kubernetes', 'figma', 'backend', 'system-design', 'sql'].filter(skillOf)
const LANGUAGES = ['en', 'hi', 'ta', 'pt', 'ja']
export const CURRENCIES = ['INR', 'USD', 'EUR', 'GBP', 'JPY', 'KWD']
const ZONES = ['Asia/Kolkata', 'Europe/Lisbon', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Auckland']
const STATES = ['approved', 'approved', 'approved', 'approved', 'approved', 'refused', 'draft'] as const

export interface Planted {
  number: number
  mentor_id: string
  account_id: string
  state: (typeof STATES)[number]
  suspended: boolean
  name: string
  headline: string | null
  bio: string | null
  company: string | null
  skills: string[]
  languages: string[]
  years: number | null
  sessions: number
  joined_at: number
  zone: string
  /** Of the reviews that can be read. */
  stars: number[]
  offers: { id: string; minutes: number; amount_minor: number; currency: string; notice: number; is_intro: boolean }[]
  rules: { weekday: number; start: string; end: string }[]
}

const few = <T>(from: readonly T[], most: number, next: () => number): T[] => [
  ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => pick(from, next))),
]

function offersOf(id: string, next: () => number): Planted['offers'] {
  return Array.from({ length: Math.floor(next() * 3) }, (_, i) => {
    const is_intro = next() < 0.15
    return {
      id: `offer-${id}-${i}`,
      minutes: pick([20, 30, 60], next),
      amount_minor: is_intro ? 0 : Math.floor(next() * 40) * 5000,
      currency: next() < 0.7 ? 'INR' : pick(CURRENCIES, next),
      notice: pick([60, 720, 60 * 24 * 9], next),
      is_intro,
    }
  })
}

export function crowdOf(size: number, seed: string, now: number, first = 1): Planted[] {
  const next = numbersFor(seed)
  return Array.from({ length: size }, (_, i) => {
    const number = first + i
    const says = <T>(value: T): T | null => (next() < 0.8 ? value : null)
    const id = String(number)
    return {
      number,
      mentor_id: `M${id.padStart(6, '0')}`,
      account_id: `account-${id}`,
      state: pick(STATES, next),
      suspended: next() < 0.03,
      name: `${pick(NAMES, next)} ${pick(NAMES, next)}`,
      headline: says(`${pick(WORDS, next)} ${pick(WORDS, next)}`),
      bio: says(`${pick(WORDS, next)}, ${pick(WORDS, next)}. ${pick(WORDS, next)}!`),
      company: says(`${pick(WORDS, next)} Example`),
      skills: few(SKILLS, 4, next),
      languages: few(LANGUAGES, 3, next),
      years: says(Math.floor(next() * 12)),
      sessions: Math.floor(next() * 6),
      joined_at: now - Math.floor(next() * 20) * DAY,
      zone: pick(ZONES, next),
      stars: Array.from({ length: Math.floor(next() * 8) }, () => pick([1, 3, 4, 5, 5, 5, 5], next)),
      offers: offersOf(id, next),
      rules: few([1, 2, 3, 4, 5, 6, 7], 3, next).map((weekday) => ({
        weekday,
        start: pick(['00:00', '05:30', '06:00', '09:15', '16:30'], next),
        end: pick(['06:00', '17:00', '21:45', '24:00'], next),
      })),
    }
  })
}

/** Columns and rows of each table, in the order of their references. */
const tables: [table: string, columns: string, rows: (one: Planted, now: number) => unknown[][]][] = [
  [
    'accounts',
    'id name email email_key accepted_terms_at terms_version time_zone created_at suspended_at',
    (one, now) => {
      const email = `${one.number}@example.com`
      return [[one.account_id, one.name, email, email, now, '1', one.zone, one.joined_at, one.suspended ? now : null]]
    },
  ],
  [
    'mentors',
    'account_id mentor_id headline bio company years_of_experience availability_zone application_state total_sessions created_at',
    ({ account_id, mentor_id, headline, bio, company, years, zone, state, sessions, joined_at }) => [
      [account_id, mentor_id, headline, bio, company, years, zone, state, sessions, joined_at],
    ],
  ],
  [
    'mentor_skills',
    'account_id skill_key skill position',
    (one) => one.skills.map((key, position) => [one.account_id, key, skillOf(key)!.name, position]),
  ],
  [
    'mentor_languages',
    'account_id language position',
    (one) => one.languages.map((language, position) => [one.account_id, language, position]),
  ],
  [
    'offers',
    'id mentor_account_id title minutes amount_minor currency minimum_notice_minutes buffer_before_minutes buffer_after_minutes horizon_days created_at kind',
    (one, now) =>
      one.offers.map(({ id, minutes, amount_minor, currency, notice, is_intro }) => [
        id,
        one.account_id,
        'Talk',
        minutes,
        amount_minor,
        currency,
        notice,
        0,
        0,
        60,
        now,
        is_intro ? 'intro' : 'one_to_one',
      ]),
  ],
  [
    'ratings',
    'mentor_account_id count sum',
    ({ account_id, stars }) => [[account_id, stars.length, stars.reduce((sum, one) => sum + one, 0)]],
  ],
  [
    'weekly_rules',
    'id mentor_account_id weekday start end',
    (one) =>
      one.rules.map(({ weekday, start, end }, i) => [`rule-${one.number}-${i}`, one.account_id, weekday, start, end]),
  ],
]

/** Writes the crowd and works out what is derived from it. */
export async function plant(crowd: Planted[], now: number): Promise<void> {
  for (let i = 0; i < crowd.length; i += 500) {
    const some = crowd.slice(i, i + 500)
    await env.DB.batch(
      tables.map(([table, columns, rows]) =>
        insert(
          table,
          columns,
          some.flatMap((one) => rows(one, now)),
        ),
      ),
    )
    for (let j = 0; j < some.length; j += 50)
      await rewriteOpenings(
        env,
        some.slice(j, j + 50).map(({ account_id }) => account_id),
      )
  }
}

function insert(table: string, columns: string, rows: unknown[][]): D1PreparedStatement {
  const names = columns.split(' ')
  const values = names.map((_, i) => `value ->> ${i}`)
  const into = `${table} (${names.map((name) => `"${name}"`).join(', ')})`
  return env.DB.prepare(`insert into ${into} select ${values.join(', ')} from json_each(?)`).bind(JSON.stringify(rows))
}

/** When the free times of each number were worked out. */
export async function writingTimes(): Promise<Map<number, number>> {
  const query = env.DB.prepare('select number, written_at from listings')
  const { results } = await query.all<{ number: number; written_at: number }>()
  return new Map(results.map(({ number, written_at }) => [number, written_at]))
}
