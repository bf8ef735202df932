/// <reference types="vite/types/importMeta.d.ts" />
import { env } from 'cloudflare:test'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { DAY_PARTS, MENTOR_SORTS } from '../contract/mentors.constants'
import { now } from '../lib/clock'
import { readAll, unmetered } from '../lib/database'
import { crowdOf, CURRENCIES, plant, writingTimes } from '../test/crowd'
import { expected, knownBy, searchFor, type Known, type Wish } from '../test/directory.oracle'
import { faultsOf, overheard } from '../test/plans'
import { findMentors, measuresOf } from './directory.data'
import type { MentorSearch } from './filters.data'

const RUNS = Number(import.meta.env.RANDOM_RUNS || 60)
const SIZE = 300
const SEED = Date.now()

let known: Known
let at: number
beforeAll(async () => {
  const crowd = crowdOf(SIZE, `crowd ${SEED}`, now().getTime())
  await plant(crowd, now().getTime())
  const written = await writingTimes()
  known = knownBy(crowd, ({ number }) => written.get(number)!)
  at = Math.max(...written.values())
}, 60_000)

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const wishes: fc.Arbitrary<Wish> = fc.record(
  {
    q: maybe(
      fc.constantFrom(
        'a',
        'an',
        'ana',
        'go',
        'tomas',
        'ME',
        'design sys',
        'cafe',
        'शिक्ष',
        'हिमांशु',
        'data bank',
        'python',
        '"',
        'zo-e',
        'x',
      ),
    ),
    skill: maybe(fc.subarray(['backend', 'go', 'python', 'figma'], { minLength: 1 })),
    language: maybe(fc.subarray(['en', 'ta', 'ja'], { minLength: 1 })),
    price_min_minor: maybe(fc.nat(100_000)),
    price_max_minor: maybe(fc.nat(200_000)),
    experience_min: maybe(fc.nat(12)),
    rating_min: maybe(fc.constantFrom(3.7, 4, 4.5, 4.8)),
    free_intro: maybe(fc.boolean()),
    available: maybe(fc.boolean()),
    available_part: maybe(fc.subarray([...DAY_PARTS], { minLength: 1 })),
    currency: fc.constantFrom(...CURRENCIES),
    time_zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia'),
    sort: fc.constantFrom(...MENTOR_SORTS),
  },
  { requiredKeys: ['currency', 'time_zone', 'sort'] },
) as fc.Arbitrary<Wish>

const searchOf = (wish: Wish, limit: number, most: number): MentorSearch =>
  searchFor(wish, { at, limit, most, after: undefined })

/** The numbers on all pages, one page after another, and what was counted on each. */
async function allPages(search: MentorSearch) {
  const db = unmetered(env)
  const numbers: number[] = []
  const totals: { total: number; total_is_more: boolean }[] = []
  const orders = new Set<string>()
  let after: MentorSearch['after']
  for (let pages = 0; ; pages++) {
    if (pages > 2 * SIZE) throw new Error('the pages do not end')
    const asked = { ...search, after }
    const measured = await readAll(db, measuresOf(db, asked))
    const span = { now: new Date(at), until: new Date(at) }
    const { rows, next, total, total_is_more } = await findMentors(db, asked, measured, span)
    numbers.push(...rows.map(({ number }) => number))
    totals.push({ total, total_is_more })
    if (!next) return { numbers, totals, orders }
    const [sort, value, number] = next
    orders.add(sort)
    after = { sort, value, number }
  }
}

const run = (property: fc.IAsyncProperty<any>, numRuns: number) =>
  fc.assert(property, { numRuns, seed: SEED, endOnFailure: false, verbose: 1 })

describe(`of ${SIZE} mentors (seed ${SEED})`, () => {
  const filters: [string, Partial<Wish>][] = [
    ['nothing', {}],
    ['words', { q: 'go' }],
    ['a skill and those below it', { skill: ['backend'] }],
    ['languages', { language: ['ta', 'ja'] }],
    ['a lowest price', { price_min_minor: 50_000 }],
    ['a range of prices', { price_min_minor: 20_000, price_max_minor: 90_000 }],
    ['years', { experience_min: 5 }],
    ['a rating', { rating_min: 4.5 }],
    ['free intros', { free_intro: true }],
    ['free times', { available: true }],
    ['mornings', { available_part: ['morning'], time_zone: 'Asia/Kolkata' }],
  ]
  const each = filters.flatMap(([name, filter]) => MENTOR_SORTS.map((sort) => [name, sort, filter] as const))

  it.each(each)('filtered by %s and sorted by %s, every page holds whom it should', async (_, sort, filter) => {
    const wish = { currency: 'INR', time_zone: 'UTC', ...filter, sort }
    const { numbers } = await allPages(searchOf(wish, 40, SIZE * 10))
    expect(numbers).toEqual(expected(known, wish, at))
    expect(numbers.length).toBeGreaterThan(5)
  })

  it('asks by keys and along indexes alone, whatever is filtered and in whatever order', async () => {
    const heard: Parameters<typeof overheard>[0] = []
    const db = overheard(heard)
    const everything = Object.assign({}, ...filters.map(([, filter]) => filter))
    for (const sort of MENTOR_SORTS) {
      for (const [filter, most] of [
        ...filters.map(([, one]) => [one, 20] as const),
        [everything, 20],
        [everything, SIZE],
      ]) {
        const wish = { currency: 'INR', time_zone: 'UTC', ...filter, sort }
        const after = { sort: sort === 'relevance' ? 'sessions' : sort, value: 5, number: 5 } as const
        for (const search of [searchOf(wish, 5, most), { ...searchOf(wish, 5, most), after }]) {
          const measured = await readAll(db, measuresOf(db, search))
          await findMentors(db, search, measured, { now: new Date(at), until: new Date(at) })
        }
      }
    }
    expect(heard.length).toBeGreaterThan(300)
    expect(await faultsOf(heard)).toEqual([])
  })

  it('finds by any combination the same as looking at everybody, in the same order', () =>
    run(
      fc.asyncProperty(wishes, fc.integer({ min: 7, max: 100 }), async (wish, limit) => {
        const { numbers, totals } = await allPages(searchOf(wish, limit, SIZE * 300))
        const all = expected(known, wish, at)
        expect(numbers).toEqual(all)
        for (const said of totals) expect(said).toEqual({ total: all.length, total_is_more: false })
      }),
      RUNS,
    ))

  it('neither repeats nor leaves out anybody where only a few may be looked at for a page', () =>
    run(
      fc.asyncProperty(
        wishes,
        fc.integer({ min: 3, max: 30 }),
        fc.integer({ min: 5, max: 60 }),
        async (wish, limit, most) => {
          const { numbers, totals, orders } = await allPages(searchOf(wish, limit, most))
          const sort =
            wish.sort === 'relevance' && !orders.has('relevance') && numbers.length > limit ? 'sessions' : wish.sort
          const all = expected(known, { ...wish, sort }, at)
          if (wish.sort === 'relevance') expect(numbers.toSorted()).toEqual(all.toSorted())
          else expect(numbers).toEqual(all)
          for (const { total, total_is_more } of totals) {
            expect(total).toBeLessThanOrEqual(all.length)
            if (!total_is_more) expect(total).toBe(all.length)
          }
        },
      ),
      Math.ceil(RUNS / 5),
    ))
})
