import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveBuilt, serveWorker } from '../../worker/dev/built.ts'
import { root } from '../../worker/dev/place.ts'
import { freePort } from '../../worker/dev/port.ts'
import { conversationOf } from '../proofs/chat-rooms.ts'
import { clientOf, type Person } from '../proofs/client.ts'
import { children } from './cpu.ts'
import { Traffic, type Sample, type Seat } from './traffic.ts'

const rounds = 3
const milliseconds = 1500
const MENTORS = 5
const STUDENTS = 10

/** `most`: how many times the echo's processor time the chat may take for a delivery. */
const SHAPES = [
  { name: '1 x 2', rooms: 1, peers: 2, most: 2.5 },
  { name: '1 x 100', rooms: 1, peers: 100, most: 1.5 },
  { name: '50 x 2', rooms: MENTORS * STUDENTS, peers: 2 },
]

interface Place {
  url: string
  pid: number
  dispose: () => Promise<void>
}

/** Each server is a process of its own, whose time is counted. */
async function withPid(serve: () => Promise<Omit<Place, 'pid'>>): Promise<Place> {
  const before = children()
  const server = await serve()
  const [pid] = children().filter((child) => !before.includes(child))
  if (pid === undefined) throw new Error('no runtime was started')
  return { ...server, pid }
}

const stateDir = await mkdtemp(join(tmpdir(), 'aspirex-bench-chat-'))
const chat = await withPid(async () => serveBuilt({ port: await freePort(), stateDir: join(stateDir, 'chat') }))
const echo = await withPid(async () =>
  serveWorker(join(root, 'bench/chat/wrangler.toml'), { port: await freePort(), stateDir: join(stateDir, 'echo') }),
)
const api = clientOf(() => chat.url)

interface Room {
  id: string
  people: [Person, Person]
}

async function furnish(): Promise<Room[]> {
  const admin = await api.admin()
  const mentors = await Promise.all(Array.from({ length: MENTORS }, () => api.mentor(admin)))
  const students = await Promise.all(Array.from({ length: STUDENTS }, () => api.student()))
  const pairs = mentors.flatMap((mentor) => students.map((student) => ({ mentor, student })))
  const rooms: Room[] = []
  for (const { mentor, student } of pairs)
    rooms.push({ id: await conversationOf(api, student, mentor), people: [student, mentor] })
  return rooms
}

const seatsOf = ({ id, people }: Room, peers: number, where: string): Seat[] =>
  Array.from({ length: peers }, (_, nth) => ({
    url: `${where}/ws/conversations/${id}/`,
    token: people[nth % 2]!.token,
  }))

const medianOf = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

function say(name: string, kind: string, samples: Sample[]): void {
  const [rate, p50, p99, cpu] = (['rate', 'p50', 'p99', 'cpu'] as const).map((key) =>
    medianOf(samples.map((sample) => sample[key])),
  )
  const times = `p50 ${p50!.toFixed(1)} ms, p99 ${p99!.toFixed(1)} ms`
  console.log(`${name}, ${kind}: ${rate!.toFixed(0)} deliveries/s, ${times}, ${cpu!.toFixed(1)} us CPU each`)
}

/** Taking turns, so that whatever else the machine does falls on both alike. */
async function compare(all: Room[], { name, rooms, peers, most }: (typeof SHAPES)[number]): Promise<void> {
  const samples: Record<'chat' | 'echo', Sample[]> = { chat: [], echo: [] }
  const places = { echo, chat }
  for (let round = 0; round < rounds; round++)
    for (const kind of ['echo', 'chat'] as const) {
      const { url, pid } = places[kind]
      const traffic = await Traffic.among(all.slice(0, rooms).map((room) => seatsOf(room, peers, url)))
      samples[kind].push(await traffic.measure(pid, milliseconds))
      traffic.end()
    }
  for (const kind of ['echo', 'chat'] as const) say(name, kind, samples[kind])
  const ratio = medianOf(samples.chat.map(({ cpu }, round) => cpu / samples.echo[round]!.cpu))
  const isMissed = most !== undefined && ratio > most
  if (isMissed) process.exitCode = 1
  const verdict = most === undefined ? '' : ` (aim ${most}: ${isMissed ? 'missed' : 'met'})`
  console.log(`${name}: chat takes ${ratio.toFixed(2)} times the echo's CPU for a delivery${verdict}`)
}

try {
  const all = await furnish()
  console.log(`Medians of ${rounds} rounds of ${milliseconds} ms, taking turns; rooms x sockets`)
  for (const shape of SHAPES) await compare(all, shape)
} finally {
  await Promise.all([chat.dispose(), echo.dispose()])
  await rm(stateDir, { recursive: true, force: true })
}
process.exit()
