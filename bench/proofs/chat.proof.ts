import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { faultsOf } from './chat-checker.ts'
import { Device } from './chat-client.ts'
import { Forgetful, Repetitive } from './chat-faulty.ts'
import { badLine } from './chat-line.ts'
import { allHeard, conversationOf, logOf } from './chat-rooms.ts'
import { clientOf, randomFrom, until, type Person, type Teacher } from './client.ts'

const RUNS = Number(process.env.PROOF_RUNS ?? 1)
const api = clientOf(() => inject('baseUrl'))
const random = randomFrom(inject('seed') + 3)

let mentor: Teacher
let students: Person[]
const opened: Device[] = []
const lines: Awaited<ReturnType<typeof badLine>>[] = []

beforeAll(async () => {
  mentor = await api.mentor(await api.admin())
  students = await Promise.all(Array.from({ length: 4 }, (_, i) => api.student(`Proof Student ${i}`)))
})
afterEach(() => {
  for (const device of opened.splice(0)) device.goOffline()
  for (const line of lines.splice(0)) line.close()
})

const lineTo = async () => {
  const line = await badLine(inject('baseUrl'), random)
  lines.push(line)
  return line
}
function online<D extends Device>(device: D): D {
  opened.push(device)
  void device.comeOnline()
  return device
}
const deviceOf = (who: Person, id: string, url = inject('baseUrl')): Device => new Device(api, who, id, () => url)
const beginning = (student: Person): Promise<string> => conversationOf(api, student, mentor)

/** Talks for a while, mostly in words; now and then it changes something, or reads. */
async function chatter(device: Device, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth++) {
    const dice = random()
    const mine = device.shown.filter(({ sender_id }) => sender_id === device.who.id)
    const one = mine[Math.floor(random() * mine.length)]
    if (dice < 0.1 && one) device.send({ type: 'edit', seq: one.seq, content: `${one.content} again` })
    else if (dice < 0.14 && one) device.send({ type: 'delete', seq: one.seq })
    else if (dice < 0.25 && one) device.send({ type: 'react', seq: one.seq, emoji: '🌱', on: random() < 0.7 })
    else if (dice < 0.3) device.send({ type: 'read', seq: device.lastSeq })
    else device.say(`${nth} of ${times}`)
    await sleep(random() * 120)
  }
}

describe('over a line that cuts, delays, half closes and falls silent', () => {
  it('twenty devices in two conversations end with what the server has, and show nothing twice', async () => {
    const line = await lineTo()
    const rooms = await Promise.all(
      students.slice(0, 2).map(async (student) => {
        const id = await beginning(student)
        const people = Array.from({ length: 10 }, (_, i) => (i % 2 ? mentor : student))
        return { id, devices: people.map((who) => online(deviceOf(who, id, line.url))) }
      }),
    )
    const devices = rooms.flatMap((room) => room.devices)
    await Promise.all(devices.map((device) => chatter(device, 60 * RUNS)))
    line.mend()
    for (const room of rooms) {
      const log = await allHeard(api, room.devices, room.id)
      expect(faultsOf(room.devices, log)).toEqual([])
      expect(log.length).toBeGreaterThan(200 * RUNS)
    }
    const arrivals = devices.reduce((sum, device) => sum + device.arrivals, 0)
    console.log(`The line: ${JSON.stringify(line.happened)}, ${arrivals} connections of 20 devices`)
    for (const times of Object.values(line.happened)) expect(times).toBeGreaterThan(0)
    expect(arrivals).toBeGreaterThan(40)
  })

  it('fifty messages that were written without a line arrive in their order, once', async () => {
    for (let round = 0; round < RUNS; round++) {
      const line = await lineTo()
      const id = await beginning(students[2]!)
      const writer = deviceOf(students[2]!, id, line.url)
      const reader = online(deviceOf(mentor, id))
      for (let nth = 0; nth < 50; nth++) writer.say(`Offline ${round}/${nth}`)
      online(writer)
      // Ends while they are under way, and comes back over a line as bad as before.
      await until(async () => writer.receipts.size > 0)
      writer.goOffline()
      await sleep(100)
      void writer.comeOnline()
      await until(async () => writer.outbox.length === 0, 60)
      line.mend()
      const log = await allHeard(api, [writer, reader], id)
      expect(faultsOf([writer, reader], log)).toEqual([])
      const words = log.map(({ content }) => content).filter((content) => content.startsWith(`Offline ${round}/`))
      expect(words).toEqual(Array.from({ length: 50 }, (_, nth) => `Offline ${round}/${nth}`))
    }
  })
})

it('a client that loses or repeats one message is found out', async () => {
  const id = await beginning(students[3]!)
  const faulty = [Forgetful, Repetitive].map((Kind) => new Kind(api, mentor, id, () => inject('baseUrl')))
  const [sound, forgetful, repetitive] = [deviceOf(students[3]!, id), ...faulty].map(online)
  for (const device of faulty) device.place = 3
  for (let nth = 0; nth < 5; nth++) sound!.say(`Control ${nth}`)
  const log = await allHeard(api, [sound!, ...faulty], id)
  expect(faultsOf([sound!], log)).toEqual([])
  expect(faultsOf([forgetful!], log)).toEqual([expect.stringMatching(/^shown otherwise at 3/)])
  expect(faultsOf([repetitive!], log)).toEqual(['shown twice: 3', expect.stringMatching(/^shown otherwise at 4/)])
})

it('two devices of one person agree on what was read, and a marker never goes back', async () => {
  const id = await beginning(students[3]!)
  const [writer, phone, desk] = [students[3]!, mentor, mentor].map((who) => online(deviceOf(who, id))) as [
    Device,
    Device,
    Device,
  ]
  for (let round = 0; round < RUNS; round++) {
    for (let nth = 0; nth < 20; nth++) writer.say(`To be read ${nth}`)
    const { length } = await allHeard(api, [writer, phone, desk], id)
    const markers: number[] = []
    for (let nth = 0; nth < 10; nth++) {
      const reader = random() < 0.5 ? phone : desk
      reader.send({ type: 'read', seq: Math.floor(random() * length) })
      markers.push(desk.markers[mentor.id]!)
      await sleep(random() * 20)
    }
    desk.send({ type: 'read', seq: length })
    await until(async () => [writer, phone, desk].every((device) => device.markers[mentor.id] === length))
    phone.send({ type: 'read', seq: 1 })
    expect(markers).toEqual(markers.toSorted((a, b) => a - b))
    const unread = async () => {
      const { items } = await api.must(200, 'GET', '/api/chat/conversations/', { as: mentor })
      return items.find((item: any) => item.id === id).unread
    }
    await until(async () => (await unread()) === 0)
    expect(writer.markers[mentor.id]).toBe(length)
  }
})

describe('who is removed', () => {
  const closedWithin = async (device: Device): Promise<number> => {
    const began = performance.now()
    await until(async () => device.ended !== undefined, 5)
    expect(performance.now() - began).toBeLessThan(5000)
    return device.ended!
  }

  it('by a block loses every socket within five seconds, and nothing said from then on arrives', async () => {
    const student = await api.student('Proof Removed')
    const id = await beginning(student)
    const removed = [online(deviceOf(student, id)), online(deviceOf(student, id))]
    const witness = online(deviceOf(mentor, id))
    removed[0]!.say('Before')
    await allHeard(api, [...removed, witness], id)
    const talking = chatter(removed[0]!, 10)
    await api.must(204, 'PUT', `/api/blocks/${student.student_id}/`, { as: mentor })
    for (const device of removed) expect(await closedWithin(device)).toBe(4403)
    await talking
    const log = await logOf(api, mentor, id)
    const again = online(deviceOf(student, id))
    again.say('After')
    await until(async () => again.refusals.length > 0)
    expect(again.refusals).toMatchObject([{ code: 'undeliverable', client_id: again.said[0]!.client_id }])
    expect(await logOf(api, mentor, id)).toEqual(log)
    await until(async () => witness.lastSeq === log.length)
    expect(faultsOf([witness], log)).toEqual([])
  })

  it('by signing out loses the sockets of that session within five seconds and is not let in again', async () => {
    const student = await api.student('Proof Leaving')
    const id = await beginning(student)
    const [device, witness] = [online(deviceOf(student, id)), online(deviceOf(mentor, id))]
    device.say('Before')
    await allHeard(api, [device, witness], id)
    await api.must(204, 'POST', '/api/auth/logout/', { as: student })
    expect(await closedWithin(device)).toBe(4401)
    const other = deviceOf(student, id)
    online(other)
    await api.must(401, 'GET', `/api/chat/messages/${id}/`, { as: student })
    witness.say('Is anybody there?')
    await until(async () => witness.outbox.length === 0)
    expect([other.arrivals, device.lastSeq]).toEqual([0, witness.lastSeq - 1])
  })
})
