import { expect, it } from 'vitest'
import { freeMentor, session, told } from '../reviews/desk'
import { answer, api, eventually, student, type Person } from '../test/world'
import { booked } from './desk'

const WORDS = { takeaways: ['Start with the why', 'Fewer slides'], next_steps: 'Rehearse aloud, twice.' }
const keep = (as: Person, { id }: { id: string }, body: object = WORDS) =>
  api('PUT', `/bookings/${id}/takeaways/`, { as, body })
const read = (as: Person, { id }: { id: string }) => answer(api('GET', `/bookings/${id}/takeaways/`, { as }), 200)

it('keeps what each of the two takes along, for both to read', async () => {
  const [ila, mira] = [await student(), await freeMentor()]
  const booking = await session(ila, mira)
  expect(await read(ila, booking)).toEqual({ mine: null, theirs: null, may_write: true })
  expect(await answer(keep(ila, booking), 200)).toMatchObject({ mine: WORDS, theirs: null })
  expect(await read(mira, booking)).toMatchObject({ mine: null, theirs: WORDS })
  const other = { takeaways: ['Came prepared'], next_steps: '' }
  expect(await answer(keep(mira, booking, other), 200)).toMatchObject({ mine: other, theirs: WORDS })
  expect(await read(ila, booking)).toMatchObject({ mine: WORDS, theirs: other })
  await answer(keep(ila, booking, { takeaways: [], next_steps: ' ' }), 200)
  expect(await read(mira, booking)).toMatchObject({ theirs: null })
})

it('takes them from the two alone, at most three, and once the session has begun', async () => {
  const [ila, stranger, mira] = [await student(), await student(), await freeMentor()]
  const ahead = await booked(ila, mira)
  expect(await read(ila, ahead)).toMatchObject({ may_write: false })
  expect(await answer(keep(ila, ahead), 409)).toMatchObject({ code: 'state_conflict' })
  await answer(keep(ila, await session(ila, mira, 'mentor_absent')), 409)
  await answer(keep(ila, await session(ila, mira, 'in_progress', 0)), 200)
  const booking = await session(ila, mira)
  await answer(keep(stranger, booking), 404)
  await answer(api('GET', `/bookings/${booking.id}/takeaways/`, { as: stranger }), 404)
  await answer(keep(ila, booking, { takeaways: ['1', '2', '3', '4'], next_steps: '' }), 422)
  await answer(keep(ila, booking, { takeaways: ['x'.repeat(301)], next_steps: '' }), 422)
})

it('tells the other side of the first words, and of no later ones', async () => {
  const [ila, mira] = [await student(), await freeMentor()]
  const booking = await session(ila, mira)
  await answer(keep(ila, booking), 200)
  await answer(keep(ila, booking, { ...WORDS, next_steps: 'Rehearse once.' }), 200)
  const kinds = await eventually(async () => {
    const all = await told(mira)
    return all.includes('takeaways_written') && all
  })
  expect(kinds.filter((kind) => kind === 'takeaways_written')).toHaveLength(1)
  expect(await told(ila)).not.toContain('takeaways_written')
})
