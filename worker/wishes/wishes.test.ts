import { expect, it } from 'vitest'
import { zones } from '../lib/zones'
import { answer, api, eventually, mentor, student, type Person } from '../test/world'
import { reasonsFor, worthOf } from './matches.rules'

const wish = (as: Person, body: object) => api('PUT', '/student/wish/', { as, body })
const matches = async (as: Person) => (await answer(api('GET', '/student/matches/', { as }), 200)).items

it('three mentors are matched to what a student said, with the reasons, and never the student', async () => {
  const teach = async (expertise: string[], offer = {}) => {
    const person = await mentor(undefined, offer)
    await answer(api('POST', '/mentor/detail/', { as: person, body: { expertise } }), 200)
    return person
  }
  const [django, cheap] = [await teach(['Django', 'Python']), await teach(['Python'], { amount_minor: 10_000 })]
  const ila = await teach(['Python'])
  await answer(
    wish(ila, { goal: 'A first job', skills: ['python', 'Django'], budget_minor: 50_000, currency: 'INR' }),
    200,
  )
  const found = await eventually(async () => {
    const items = await matches(ila)
    return items.length >= 2 && items
  })
  expect(found.length).toBeLessThanOrEqual(3)
  expect(found[0]).toMatchObject({
    mentor: { mentor_id: django.mentor_id },
    reasons: expect.arrayContaining([{ kind: 'skills', words: ['Django', 'Python'] }]),
  })
  const second = found.find((one: any) => one.mentor.mentor_id === cheap.mentor_id)
  expect(second.reasons.map(({ kind }: any) => kind)).toContain('budget')
  expect(found.map((one: any) => one.mentor.mentor_id)).not.toContain(ila.mentor_id)
})

it('changes only what is named, clears with null, and refuses a currency that is not in use', async () => {
  const ila = await student()
  await answer(wish(ila, { goal: 'Switch', skills: ['Go'], budget_minor: 100_000, currency: 'INR' }), 200)
  expect(await answer(wish(ila, { time_zone: 'Europe/Berlin', goal: null }), 200)).toEqual({
    goal: null,
    skills: ['Go'],
    budget_minor: 100_000,
    currency: 'INR',
    time_zone: 'Europe/Berlin',
  })
  expect(await answer(wish(ila, { currency: 'XAU' }), 422)).toMatchObject({
    errors: { currency: [expect.any(String)] },
  })
  expect(await answer(wish(ila, { time_zone: 'Mars/Base' }), 422)).toMatchObject({
    errors: { time_zone: expect.anything() },
  })
})

it('gives only reasons that are facts, and proposes nobody who cannot be booked', () => {
  const now = Date.parse('2026-11-22T06:00:00Z')
  const asked = { skills: ['Django'], budget_minor: 100, currency: 'INR' }
  const flask = {
    skills: ['Flask'],
    total_sessions: 3,
    price: { amount_minor: 101, currency: 'INR' },
    soonest_start: now,
  }
  const zone = zones.zone('Asia/Kolkata')
  expect(reasonsFor(asked, flask, zone, now).map(({ kind }) => kind)).toEqual(['related', 'soon', 'hours'])
  const full = { ...flask, soonest_start: undefined }
  expect(worthOf(reasonsFor(asked, full, zone, now), full)).toBe(0)
  const night = { ...flask, soonest_start: Date.parse('2026-11-27T20:00:00Z') }
  expect(reasonsFor(asked, night, zone, now).map(({ kind }) => kind)).toEqual(['related'])
})
