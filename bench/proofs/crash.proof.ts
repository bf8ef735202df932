import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { clientOf, overlapsAmong, randomFrom, until, type Person, type Teacher } from './client.ts'
import { startServer, type Server } from './server.ts'

const RUNS = Number(process.env.PROOF_RUNS ?? 1)
const random = randomFrom(inject('seed') + 2)
let stateDir: string
let server: Server
const api = clientOf(() => server.url)

let admin: Person
let teacher: Teacher
let student: Person
let offer: { id: string }

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'aspirex-crash-'))
  server = await startServer(stateDir)
  admin = await api.admin()
  teacher = await api.mentor(admin)
  offer = await api.offer(teacher)
  student = await api.student()
})
afterAll(async () => {
  await server.kill()
  await rm(stateDir, { recursive: true, force: true })
})

/** Ends the server while this is under way, and begins it again over the same state. */
async function crashDuring(work: () => Promise<unknown>): Promise<void> {
  const port = Number(new URL(server.url).port)
  const under = work().catch(() => undefined)
  await new Promise((done) => setTimeout(done, random() * 40))
  await server.kill()
  await under
  server = await startServer(stateDir, port)
  await api.must(200, 'POST', '/sandbox/limits/', { body: { scale: 100_000 } })
}

const bookingOf = (id: string) => api.must(200, 'GET', `/api/bookings/${id}/`, { as: student })

it('a server that is killed at any step loses nothing and doubles nothing', async () => {
  for (let round = 0; round < RUNS; round++) {
    const { start_time } = (await api.slots(teacher, offer.id))[round * 3]!
    const key = `crash-${inject('seed')}-${round}`
    const hold = () => api.hold(student, teacher, offer.id, start_time, key)
    await crashDuring(hold)
    const held = await hold()
    expect(held.status).toBe(201)
    const booking_id = held.body.booking.id

    const open = () =>
      api.ask('POST', '/api/mentor/create-order/', { as: student, body: { booking_id }, key: `${key}-order` })
    await crashDuring(open)
    const { body } = await open()
    const order = body.order.razorpay_order_id
    expect(order).toMatch(/^order_/)

    await crashDuring(() => api.pay(order))
    const isCaptured = async () => (await bookingOf(booking_id)).order.state === 'captured'
    // What was not carried when the server died is carried by cron; where even the payment was not made, it is made now.
    for (let minute = 0; minute < 3 && !(await isCaptured()); minute++) await api.advance(60)
    if (!(await isCaptured())) await api.pay(order)
    await crashDuring(() => api.advance(60))

    const booking = await until(async () => {
      await api.advance(20)
      const seen = await bookingOf(booking_id)
      return seen.state === 'confirmed' && seen
    }, 10)
    expect(booking.order.state).toBe('captured')
    const mine = (await api.bookings(student)).filter((one) => one.start_time === start_time)
    expect(mine.map(({ id }) => id)).toEqual([booking_id])
    const { items } = await api.must(200, 'GET', '/api/notifications/?limit=100', { as: student })
    const kinds = items.filter((item: any) => item.link === `/sessions/${booking_id}`).map(({ kind }: any) => kind)
    expect(kinds.filter((kind: string) => kind === 'payment_received')).toHaveLength(1)
    expect(kinds.filter((kind: string) => kind === 'booking_confirmed')).toHaveLength(1)
  }
  expect(overlapsAmong(await api.bookings(teacher))).toEqual([])
})
