import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { MENTOR_SORTS } from '../contract/mentors.constants'
import { now } from '../lib/clock'
import { readAll, type Database } from '../lib/database'
import { crowdOf, plant, writingTimes, type Planted } from '../test/crowd'
import { expected, knownBy, searchFor, type Known, type Wish } from '../test/directory.oracle'
import { faultsOf, overheard } from '../test/plans'
import { findMentors, measuresOf } from './directory.data'
import { MOST_CANDIDATES } from './directory.rules'

// At the size that the directory is made for. Planting takes minutes, so only the run with RANDOM_RUNS looks at this file.
const SIZE = 50_000
const CHUNK = 1250
const LIMIT = 20
/** Rows read by one statement: each candidate with its keys, price and hours, beside the list of those who have the words. */
const MOST_ROWS = 24 * MOST_CANDIDATES
/** How much longer a page may take than one row by its key, both measured here. */
const MOST_TIMES = 80

const FILTERS: Record<string, Partial<Wish>> = {
  'no filter': {},
  'a word of many': { q: 'go' },
  'a letter': { q: 'a' },
  'a word of few': { q: 'zithe' },
  'two words': { q: 'ana port' },
  'a skill of many and those below it': { skill: ['backend'] },
  'a skill of few': { skill: ['rust'] },
  'a language of many': { language: ['ta'] },
  'a language of few': { language: ['is'] },
  'a range of prices': { price_min_minor: 50_000, price_max_minor: 60_000 },
  'a rare price': { price_max_minor: 0 },
  'prices in a rare currency': { currency: 'KWD', price_max_minor: 20_000 },
  years: { experience_min: 5 },
  'many years': { experience_min: 30 },
  'a rating': { rating_min: 4 },
  'a high rating': { rating_min: 4.8 },
  'free intros': { free_intro: true },
  'free times': { available: true },
  'parts of the day': { available_part: ['morning', 'night'], time_zone: 'Asia/Kolkata' },
}
const COMBINATIONS: Record<string, Partial<Wish>> = {
  'words and a price': { q: 'ana', price_max_minor: 20_000 },
  'skill, language and years': { skill: ['python'], language: ['ja'], experience_min: 9 },
  'a rare skill and mornings': { skill: ['rust'], available_part: ['morning'], time_zone: 'Europe/Lisbon' },
  'everything at once': {
    q: 'go',
    skill: ['go'],
    language: ['en'],
    price_max_minor: 100_000,
    experience_min: 3,
    available: true,
    available_part: ['evening'],
    time_zone: 'Asia/Kolkata',
  },
  'what hardly anybody has': { language: ['is'], skill: ['rust'], q: 'zither' },
}

/** Beside what is common, some things that few have. */
const withRarities = (one: Planted): Planted => ({
  ...one,
  state: 'approved',
  suspended: false,
  skills: one.number % 400 === 0 ? [...one.skills, 'rust'] : one.skills,
  languages: one.number % 300 === 0 ? [...one.languages, 'is'] : one.languages,
  bio: one.number % 200 === 0 ? `${one.bio} Zither.` : one.bio,
  years: one.number % 250 === 0 ? 30 + (one.number % 7) : one.years,
})

let known: Known
let at: number

async function plantCrowd(): Promise<void> {
  // The words are written once at the end, instead of again with every skill.
  await env.DB.exec('drop trigger mentor_search_skill_added')
  const crowd: Planted[] = []
  for (let first = 1; first <= SIZE; first += CHUNK) {
    const some = crowdOf(CHUNK, `crowd ${first}`, now().getTime(), first).map(withRarities)
    await plant(some, now().getTime())
    crowd.push(...some)
  }
  await env.DB.exec('delete from mentor_search')
  await env.DB.exec(
    `insert into mentor_search (rowid, name, headline, skills, company, bio)
    select number, name, headline, skills, company, bio from mentor_words`.replaceAll('\n', ' '),
  )
  const written = await writingTimes()
  known = knownBy(crowd, ({ number }) => written.get(number)!)
  at = Math.max(...written.values())
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return median(times)
}

async function pageOf(db: Database, wish: Wish, after?: ReturnType<typeof searchFor>['after']) {
  const search = searchFor(wish, { at, limit: LIMIT, most: MOST_CANDIDATES, after })
  const measured = await readAll(db, measuresOf(db, search))
  return findMentors(db, search, measured, { now: new Date(at), until: new Date(at + 14 * 86_400_000) })
}

describe(`of ${SIZE} mentors`, () => {
  beforeAll(plantCrowd, 1_800_000)

  const oneRow = () =>
    env.DB.batch([env.DB.prepare('select * from mentors where account_id = ?').bind(known[99]!.one.account_id)])

  const cases = Object.entries({ ...FILTERS, ...COMBINATIONS }).flatMap(([name, filter]) =>
    MENTOR_SORTS.map((sort) => ({ name, sort, filter })),
  )
  it.each(cases)(
    'by $name, sorted by $sort: the right people, by indexes, in bounded time',
    async ({ name, sort, filter }) => {
      const wish = { currency: 'INR', time_zone: 'UTC', ...filter, sort }
      const heard: Parameters<typeof overheard>[0] = []
      const db = overheard(heard)
      const numbers: number[] = []
      let page = await pageOf(db, wish)
      numbers.push(...page.rows.map(({ number }) => number))
      for (let pages = 1; pages < 4 && page.next; pages++) {
        const [order, value, number] = page.next
        page = await pageOf(db, wish, { sort: order, value, number })
        numbers.push(...page.rows.map(({ number }) => number))
      }
      const all = expected(known, { ...wish, sort: page.next?.[0] ?? sort }, at)
      expect(numbers).toEqual(page.next ? all.slice(0, numbers.length) : all)
      expect(page.total).toBeLessThanOrEqual(all.length)
      if (!page.total_is_more) expect(page.total).toBe(all.length)
      expect(await faultsOf(heard)).toEqual([])
      const most = Math.max(...heard.map(({ rows }) => rows))
      const { q, currency, time_zone } = wish as Wish
      const worded = q === undefined ? 0 : expected(known, { q, currency, time_zone, sort: 'sessions' }, at).length
      expect(most).toBeLessThanOrEqual(MOST_ROWS + worded)
      const times = (await timeOf(() => pageOf(db, wish))) / (await timeOf(oneRow))
      console.log(`${name}, ${sort}: ${times.toFixed(1)} times one row; ${most} rows; ${all.length} people`)
      expect(times).toBeLessThan(MOST_TIMES)
    },
  )
})
