import { env, evictDurableObject } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { connect, upgrade } from '../test/peer'
import { answer, api, eventually, freeSlots, mentor, student, type Person, type Teacher } from '../test/world'
import { attendance, enter, MINUTE, noticesOf, present, stay, until } from './desk'
import { meetingOf } from './meeting'

const DAY = 24 * 60 * MINUTE
let mira: Teacher
let [asha, ben]: Person[] = []
let seats: { asha: string; ben: string }
let room: string
let [start, end] = [0, 0]

/** A group of two students. */
beforeEach(async () => {
  ;[mira, asha, ben] = [
    await mentor({}, { amount_minor: 0, kind: 'group', seats: 4 }),
    await student(),
    await student(),
  ]
  const [slot] = await freeSlots(mira)
  ;[start, end] = [Date.parse(slot!.start_time), Date.parse(slot!.end_time)]
  const wish = { mentor_id: mira.mentor_id, offer_id: mira.offer.id, start_time: slot!.start_time, time_zone: 'UTC' }
  const book = async (as: Person) =>
    (await answer(api('POST', '/student/book-session/', { as, body: wish }), 201)).booking
  const [one, two] = [await book(asha), await book(ben)]
  seats = { asha: one.id, ben: two.id }
  room = one.room_id
  expect(two.room_id).toBe(room)
})

describe('a group', () => {
  it('meets in one room, where each sees everybody and only the mentor what others wrote for it', async () => {
    const seen = await answer(api('GET', `/meetings/${seats.asha}/`, { as: asha }), 200)
    expect(seen).toMatchObject({ kind: 'group', room_id: room, conversation_id: null })
    expect(seen.people.map(({ account_id }: { account_id: string }) => account_id)).toEqual([
      mira.user.id,
      asha!.user.id,
      ben!.user.id,
    ])
    expect((await api('GET', `/meetings/${seats.ben}/`, { as: asha })).status).toBe(404)
  })

  it('is judged seat by seat', async () => {
    await until(start)
    const [one, teacher] = [await present(asha!, seats.asha), await present(mira, seats.ben)]
    await stay(teacher, 11)
    await one.settled()
    await until(end + 30 * MINUTE)
    expect((await attendance(asha!, seats.asha)).verdict).toBe('completed')
    const missed = await attendance(ben!, seats.ben)
    expect(missed.verdict).toBe('student_absent')
    expect(missed.intervals.map(({ side }) => side)).toEqual(['mentor'])
    expect(await noticesOf(ben!, 'absence_noted')).toHaveLength(1)
  })
})

describe('the talk of a group', () => {
  it('is open from the booking on, in one order, and each client_id is one message', async () => {
    const [one, two] = [await enter(asha!, seats.asha), await enter(ben!, seats.ben)]
    const client_id = one.say('Hello all')
    const receipt = await one.next({ type: 'message', client_id })
    expect(await two.next({ type: 'message', client_id })).toEqual(receipt)
    expect(receipt).toMatchObject({ seq: 1, sender_id: asha!.user.id, sender_type: 'student', conversation_id: room })
    one.say('Hello all', client_id)
    two.say('And you')
    await one.next({ type: 'message', seq: 2 })
    await two.next({ type: 'message', seq: 2 })
    expect(two.frames.filter(({ type }) => type === 'message').map(({ seq }) => seq)).toEqual([1, 2])
    one.say('Something else', client_id)
    expect(await one.closed).toBe(4409)
  })

  it('gives who comes back what they missed, also by request', async () => {
    const one = await enter(asha!, seats.asha)
    for (const word of ['a', 'b', 'c']) one.say(word)
    await one.next({ type: 'message', seq: 3 })
    await evictDurableObject(meetingOf(env, room), { webSockets: 'close' })
    const late = await connect(`/meetings/${seats.ben}/?since=1`, ben!)
    expect(late.hello.chat).toMatchObject({ last_seq: 3, more: false })
    expect(late.hello.chat.items.map(({ content }: { content: string }) => content)).toEqual(['b', 'c'])
    const page = await answer(api('GET', `/meetings/${seats.ben}/messages/?after_seq=2`, { as: ben }), 200)
    expect(page.items.map(({ seq }: { seq: number }) => seq)).toEqual([3])
    expect((await api('GET', `/meetings/${seats.ben}/messages/`, { as: asha })).status).toBe(404)
  })

  it('is told to those who are not there, once until they come', async () => {
    const one = await enter(asha!, seats.asha)
    one.say('First')
    const told = await eventually(async () => {
      const found = await noticesOf(ben!, 'room_message')
      return found.length > 0 && found
    })
    expect(told).toMatchObject([{ link: `/meetings/${seats.ben}` }])
    expect(told[0]!.message).toContain('First')
    one.say('Second')
    await one.next({ type: 'message', seq: 2 })
    await meetingOf(env, room).settle()
    expect(await noticesOf(ben!, 'room_message')).toHaveLength(1)
    const two = await enter(ben!, seats.ben)
    await eventually(async () => (await noticesOf(ben!, 'room_message')).every((item) => (item as any).is_read))
    await two.hangUp()
    one.say('Third')
    await eventually(async () => (await noticesOf(ben!, 'room_message')).length === 2)
    expect(await noticesOf(asha!, 'room_message')).toEqual([])
  })

  it('takes ways to meet elsewhere out as long as a minor is among them', async () => {
    await env.DB.prepare("update accounts set date_of_birth = '2015-01-01' where id = ?").bind(ben!.user.id).run()
    const one = await enter(asha!, seats.asha)
    one.say('Write to asha@example.com')
    expect((await one.next({ type: 'message' })).content).toBe('Write to •••')
  })

  it('ends two weeks after the session, and for a seat that is given up at once', async () => {
    const [one, two] = [await enter(asha!, seats.asha), await enter(ben!, seats.ben)]
    await answer(api('POST', `/bookings/${seats.ben}/cancel/`, { as: ben, body: {} }), 200)
    expect(await two.closed).toBe(4403)
    await one.settled()
    expect((await upgrade(`/meetings/${seats.ben}/`, ben)).status).toBe(409)
    await until(end + 13 * DAY)
    await (await enter(asha!, seats.asha)).settled()
    await until(end + 14 * DAY)
    expect((await upgrade(`/meetings/${seats.asha}/`, asha)).status).toBe(409)
  })
})
