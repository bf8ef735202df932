import { expect, it } from 'vitest'
import { articlesFor } from './search'

const first = async (query: string) => (await articlesFor(query))[0]?.slug

it.each([
  ['refund', 'cancel-and-refunds'],
  ['refun', 'cancel-and-refunds'],
  ['REFUNDS', 'cancel-and-refunds'],
  ['time zone', 'time-zones'],
  ['guardian', 'under-18'],
  ['withdraw', 'earnings-and-payouts'],
  ['delete account', 'your-data'],
  ['block', 'block-and-report'],
  ['google calendar', 'calendar-feeds'],
  ['waiting list', 'events'],
  ['accepted answer', 'community'],
])('“%s” leads to %s first', async (query, slug) => {
  expect(await first(query)).toBe(slug)
})

it.each([
  ['I cancelled my session two days ago and my refund has not arrived', 'cancel-and-refunds'],
  ['I forgot my password and the mail does not come', 'sign-in'],
  ['my mentor did not come to the session room, what now', 'session-room'],
])('a whole sentence leads to what it is about: %s', async (query, slug) => {
  expect((await articlesFor(query)).slice(0, 3).map((found) => found.slug)).toContain(slug)
})

it('finds nothing for nothing, and for words that nobody wrote', async () => {
  expect(await articlesFor('')).toEqual([])
  expect(await articlesFor('   ')).toEqual([])
  expect(await articlesFor('xylophone')).toEqual([])
})

it.each(['(', '.*', '"quoted', '\\', '%', '<script>', '田中', '\u0000'])('takes %s as text', async (query) => {
  expect(await articlesFor(query)).toEqual(expect.any(Array))
})

it('says of each what a list shows', async () => {
  const [found] = await articlesFor('refund')
  expect(found).toMatchObject({ title: expect.any(String), summary: expect.any(String), category: 'money' })
})
