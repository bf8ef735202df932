import { beforeAll, expect, inject, it } from 'vitest'
import { clientOf, overlapsAmong, randomFrom, type Person } from './client.ts'

const RUNS = Number(process.env.PROOF_RUNS ?? 1)
const api = clientOf(() => inject('baseUrl'))
const random = randomFrom(inject('seed'))
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

let admin: Person
beforeAll(async () => {
  admin = await api.admin()
})

/** People of this proof alone, whose own time is free. */
const racers = async (count: number): Promise<Person[]> => {
  const people = []
  for (let i = 0; i < count; i++) people.push(await api.student(`Racer ${i}`))
  return people
}

it('many parallel requests for each of many slots give each to exactly one', async () => {
  const [requests, count] = RUNS > 1 ? [200, 20] : [40, 4]
  const students = await racers(8)
  const teacher = await api.mentor(admin)
  const { id } = await api.offer(teacher)
  const all = await api.slots(teacher, id)
  for (let nth = 0; nth < count; nth++) {
    const { start_time } = all[nth * 2]!
    const answers = await Promise.all(
      Array.from({ length: requests }, () => api.hold(oneOf(students), teacher, id, start_time)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, body.code]).toEqual([409, 'slot_taken'])
      expect(body.alternatives).toHaveLength(3)
    }
  }
  expect(await api.bookings(teacher)).toHaveLength(count)
})

it('sessions of different lengths at any time never overlap, and whoever was told yes has it', async () => {
  const students = await racers(8)
  const teacher = await api.mentor(admin)
  const offers: { id: string }[] = []
  for (const minutes of [30, 60, 90])
    offers.push(await api.offer(teacher, { minutes, buffer_after_minutes: minutes === 60 ? 15 : 0 }))
  const times = (await api.slots(teacher, offers[0]!.id, 2)).map(({ start_time }) => start_time)
  const answers = await Promise.all(
    Array.from({ length: 120 * RUNS }, () => api.hold(oneOf(students), teacher, oneOf(offers).id, oneOf(times))),
  )
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  const bookings = await api.bookings(teacher)
  expect(overlapsAmong(bookings)).toEqual([])
  const told = answers.filter(({ status }) => status === 201).map(({ body }) => body.booking.id)
  expect(bookings.map(({ id }) => id).toSorted()).toEqual(told.toSorted())
})

it('a time that is cancelled is free at once, for one', async () => {
  const students = await racers(6)
  const teacher = await api.mentor(admin)
  const { id } = await api.offer(teacher, { kind: 'intro', amount_minor: 0, most_per_student: 5 })
  const [{ start_time } = { start_time: '' }] = await api.slots(teacher, id)
  let holder = students[0]!
  let { body } = await api.hold(holder, teacher, id, start_time)
  for (let round = 0; round < 5 * RUNS; round++) {
    await api.must(200, 'POST', `/api/bookings/${body.booking.id}/cancel/`, { as: holder, body: {} })
    const others = students.filter((one) => one !== holder)
    const answers = await Promise.all(others.map((one) => api.hold(one, teacher, id, start_time)))
    const won = answers.findIndex(({ status }) => status === 201)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    holder = others[won]!
    body = answers[won]!.body
  }
  expect((await api.bookings(teacher)).filter(({ state }) => state === 'confirmed')).toHaveLength(1)
})

it('fifty parallel uses of one key are one booking and one answer', async () => {
  const [student] = (await racers(1)) as [Person]
  const teacher = await api.mentor(admin)
  const { id } = await api.offer(teacher)
  for (let round = 0; round < RUNS; round++) {
    const { start_time } = (await api.slots(teacher, id))[round * 3]!
    const key = `proof-${inject('seed')}-${round}`
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.hold(student, teacher, id, start_time, key)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]!.status).toBe(201)
    const other = await api.hold(student, teacher, id, (await api.slots(teacher, id))[9]!.start_time, key)
    expect(other.body.code).toBe('idempotency_key_reused')
  }
  expect(await api.bookings(teacher)).toHaveLength(RUNS)
})

it("a group's seats go to as many as there are, the last one to one", async () => {
  const teacher = await api.mentor(admin)
  const seats = 5
  const { id } = await api.offer(teacher, { kind: 'group', seats, seat_prices: [{ taken: 3, amount_minor: 150_000 }] })
  const [{ start_time } = { start_time: '' }] = await api.slots(teacher, id)
  const students = await racers(seats + 6)
  const answers = await Promise.all(students.map((one) => api.hold(one, teacher, id, start_time)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: seats }, () => 201),
    ...Array.from({ length: students.length - seats }, () => 409),
  ])
  const prices = answers.filter(({ status }) => status === 201).map(({ body }) => body.order.amount_minor)
  expect(prices.toSorted((a, b) => a - b)).toEqual([100_000, 100_000, 100_000, 150_000, 150_000])
})
