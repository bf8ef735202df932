import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Message } from '../../worker/contract/chat.ts'
import { brokenPromises, faultsOf } from './chat-checker.ts'
import { Device } from './chat-client.ts'
import { allHeard, conversationOf, logOf } from './chat-rooms.ts'
import { clientOf, randomFrom, type Person, type Teacher } from './client.ts'
import { startServer, type Server } from './server.ts'

const KILLS = Math.max(2, Number(process.env.PROOF_RUNS ?? 1))
const random = randomFrom(inject('seed') + 4)
let stateDir: string
let server: Server
/** Nobody comes back before the limits of the new server are as wide as those of the one before. */
let open: Promise<string>
const api = clientOf(() => server.url)

interface Room {
  id: string
  student: Person
  writers: Device[]
}
let rooms: Room[]

const begin = async (port?: number): Promise<string> => {
  server = await startServer(stateDir, port)
  await api.must(200, 'POST', '/sandbox/limits/', { body: { scale: 100_000 } })
  return server.url
}

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'aspirex-chat-crash-'))
  open = begin()
  await open
  const mentor = await api.mentor(await api.admin())
  rooms = await Promise.all([0, 1, 2, 3].map((nth) => roomOf(mentor, nth)))
})
afterAll(async () => {
  for (const { writers } of rooms) for (const device of writers) device.goOffline()
  await server.kill()
  await rm(stateDir, { recursive: true, force: true })
})

/** Ten devices of two people. */
async function roomOf(mentor: Teacher, nth: number): Promise<Room> {
  const student = await api.student(`Proof Writer ${nth}`)
  const id = await conversationOf(api, student, mentor)
  const writers = Array.from({ length: 10 }, (_, i) => new Device(api, i % 2 ? mentor : student, id, () => open))
  for (const device of writers) void device.comeOnline()
  return { id, student, writers }
}

/** Always a few under way, so that the end comes between the words and their receipt. */
async function write(device: Device, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    if (device.outbox.length < 3) device.say(`Word ${device.said.length}`)
    await sleep(50 + random() * 100)
  }
}

/** What was acknowledged is looked for before anybody comes back. */
async function crash(): Promise<void> {
  const port = Number(new URL(server.url).port)
  let came = (_url: string) => {}
  open = new Promise((resolve) => (came = resolve))
  await server.kill()
  const url = await begin(port)
  for (const room of rooms) expect(brokenPromises(room.writers, await logOf(api, room.student, room.id))).toEqual([])
  came(url)
}

it('a server that is killed under forty writers keeps what it acknowledged, once and in order', async () => {
  const writers = rooms.flatMap((room) => room.writers)
  let isOver = false
  const writing = Promise.all(writers.map((device) => write(device, () => isOver)))
  // Everybody is back before the next end, and after the last.
  const allBack = async (times: number) => {
    while (!writers.every(({ arrivals }) => arrivals > times)) await sleep(20)
  }
  for (let kill = 0; kill < KILLS; kill++) {
    await allBack(kill)
    await sleep(300 + random() * 1200)
    await crash()
  }
  await allBack(KILLS)
  isOver = true
  await writing
  let kept = 0
  for (const room of rooms) {
    const log = await allHeard(api, room.writers, room.id)
    expect(faultsOf(room.writers, log)).toEqual([])
    expectTheCheckerToFail(room.writers, log)
    kept += log.length
  }
  const receipts = writers.reduce((sum, { receipts }) => sum + receipts.size, 0)
  console.log(`${KILLS} kills, 40 writers, ${receipts} receipts, ${kept} messages kept`)
  expect(receipts).toBe(kept - rooms.length)
})

/** The control: a log that lost, doubled or swapped one message of these would have been noticed. */
function expectTheCheckerToFail(writers: Device[], log: Message[]): void {
  const one = Math.floor(log.length / 2)
  const others = log.findIndex((message, at) => at > one && message.sender_id !== log[one]!.sender_id)
  const lost = log.toSpliced(one, 1).map((message, at) => ({ ...message, seq: at + 1 }))
  const doubled = log.toSpliced(one, 0, log[one]!).map((message, at) => ({ ...message, seq: at + 1 }))
  const swapped = log.with(one, { ...log[others]!, seq: one + 1 }).with(others, { ...log[one]!, seq: others + 1 })
  for (const bad of [lost, doubled, swapped]) expect(brokenPromises(writers, bad)).not.toEqual([])
  expect(brokenPromises(writers, lost).join()).toContain('acknowledged and lost')
  expect(brokenPromises(writers, doubled).join()).toContain('kept twice')
}
