import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { upgrade } from '../test/peer'
import { answer, api, eventually, student } from '../test/world'
import { appointment, attendance, enter, MINUTE, noticesOf, present, stay, until, type Appointment } from './desk'
import { meetingOf } from './meeting'

let one: Appointment
beforeEach(async () => void (one = await appointment()))

const problem = async (response: Response) => [response.status, (await response.json<{ code: string }>()).code]
const facts = (as = one.asha) => answer(api('GET', `/meetings/${one.id}/`, { as }), 200)
const link = () => api('POST', `/meetings/${one.id}/link/`, { as: one.asha })

describe('the room of a session', () => {
  it('says when it opens and closes, who comes and what it is about, to its people alone', async () => {
    const stranger = await student()
    expect(await facts(one.mira)).toMatchObject({
      booking_id: one.id,
      opens_at: new Date(one.start - 10 * MINUTE).toISOString(),
      closes_at: new Date(one.end + 30 * MINUTE).toISOString(),
      my_side: 'mentor',
      people: [
        { role: 'mentor', account_id: one.mira.user.id },
        { role: 'student', account_id: one.asha.user.id },
      ],
      has_link: false,
      room_chat_until: null,
    })
    for (const path of [`/meetings/${one.id}/`, `/meetings/${one.id}/notes/`])
      expect(await problem(await api('GET', path, { as: stranger }))).toEqual([404, 'not_found'])
    expect(await problem(await api('POST', `/meetings/${one.id}/link/`, { as: stranger }))).toEqual([404, 'not_found'])
    expect(await problem(await upgrade(`/meetings/${one.id}/`, stranger))).toEqual([404, 'not_found'])
    expect((await upgrade(`/meetings/${one.id}/`)).status).toBe(401)
  })

  it('opens ten minutes before, and closes thirty after', async () => {
    const early = new Date(one.start - 11 * MINUTE)
    await until(early.getTime())
    expect(await problem(await upgrade(`/meetings/${one.id}/`, one.asha))).toEqual([409, 'state_conflict'])
    await until(one.start - 10 * MINUTE)
    const asha = await present(one.asha, one.id)
    await until(one.end + 30 * MINUTE)
    await meetingOf(env, one.id).settle()
    expect(await asha.closed).toBe(4403)
    expect(await problem(await upgrade(`/meetings/${one.id}/`, one.asha))).toEqual([409, 'state_conflict'])
  })

  it('shows who comes and who goes', async () => {
    await until(one.start)
    const asha = await present(one.asha, one.id)
    expect(asha.hello.people.map(({ role, here }: { role: string; here: boolean }) => [role, here])).toEqual([
      ['mentor', false],
      ['student', true],
    ])
    const mira = await enter(one.mira, one.id)
    await asha.next({ type: 'here', account_id: one.mira.user.id, here: true })
    await mira.hangUp()
    await asha.next({ type: 'here', account_id: one.mira.user.id, here: false })
  })

  it('is left by both when the session is cancelled', async () => {
    await until(one.start - 5 * MINUTE)
    const peers = [await present(one.asha, one.id), await present(one.mira, one.id)]
    await answer(api('POST', `/bookings/${one.id}/cancel/`, { as: one.mira, body: {} }), 200)
    expect(await Promise.all(peers.map(({ closed }) => closed))).toEqual([4403, 4403])
  })

  it('is left when the session of the account is over', async () => {
    await until(one.start)
    const asha = await present(one.asha, one.id)
    await eventually(async () => {
      const object = env.INBOX.get(env.INBOX.idFromName(one.asha.user.id))
      return runInDurableObject(
        object,
        (_, { storage }) => storage.sql.exec('select 1 from rooms').toArray().length > 0,
      )
    })
    await api('POST', '/auth/logout/', { as: one.asha })
    expect(await asha.closed).toBe(4401)
  })
})

describe('presence', () => {
  it('is an interval by the clock of the room, which both can read', async () => {
    await until(one.start - 5 * MINUTE)
    const asha = await present(one.asha, one.id)
    const joined = now().getTime()
    await stay(asha, 4)
    const last = now().getTime()
    await asha.hangUp()
    await until(last + 5 * MINUTE)
    await meetingOf(env, one.id).settle()
    for (const who of [one.asha, one.mira]) {
      const { intervals, verdict, my_side } = await attendance(who, one.id)
      expect([verdict, my_side]).toEqual([null, who === one.asha ? 'student' : 'mentor'])
      expect(intervals).toHaveLength(1)
      expect(intervals[0]).toMatchObject({ side: 'student', by: 'room' })
      expect(Math.abs(Date.parse(intervals[0]!.joined_at) - joined)).toBeLessThan(2000)
      expect(Math.abs(Date.parse(intervals[0]!.left_at!) - last)).toBeLessThan(2000)
    }
    expect((await api('GET', `/mentor/meeting/attendance/?booking_id=${one.id}`, { as: await student() })).status).toBe(
      404,
    )
  })

  it('goes on over a reload, and over an object that slept', async () => {
    await until(one.start)
    const first = await present(one.asha, one.id)
    await first.hangUp()
    await evictDurableObject(meetingOf(env, one.id), { webSockets: 'close' })
    await until(now().getTime() + 50_000)
    await present(one.asha, one.id)
    await meetingOf(env, one.id).settle()
    const { intervals } = await attendance(one.asha, one.id)
    expect(intervals).toMatchObject([{ left_at: null }])
  })

  it('before a session was moved is not presence in it', async () => {
    await until(one.start - 10 * MINUTE)
    await present(one.asha, one.id)
    await present(one.mira, one.id)
    await env.DB.prepare(
      'update bookings set start_time = start_time + 7200000, end_time = end_time + 7200000 where id = ?',
    )
      .bind(one.id)
      .run()
    await until(one.end + 150 * MINUTE)
    await until(now().getTime() + MINUTE)
    expect((await attendance(one.asha, one.id)).verdict).toBe('nobody_came')
  })

  it('is told to D1 however often that failed', async () => {
    await until(one.start)
    await present(one.asha, one.id)
    const rooms = meetingOf(env, one.id)
    await rooms.settle()
    await env.DB.prepare('delete from presences where room_id = ?').bind(one.id).run()
    await runInDurableObject(rooms, (_, { storage }) => void storage.sql.exec('update presences set written = 0'))
    await rooms.settle()
    await rooms.settle()
    expect((await attendance(one.mira, one.id)).intervals).toHaveLength(1)
  })
})

describe('the meeting link', () => {
  const url = 'https://meet.example.com/mira'
  const setLink = (link: unknown) => api('PUT', '/mentor/meeting-link/', { as: one.mira, body: { url: link } })

  it('is told from ten minutes before, and asking for it counts as having come', async () => {
    await answer(setLink(url), 200)
    expect(await answer(api('GET', '/mentor/meeting-link/', { as: one.mira }), 200)).toEqual({ url })
    expect(JSON.stringify(await facts())).not.toContain(url)
    expect(await problem(await link())).toEqual([409, 'state_conflict'])
    await until(one.start - 9 * MINUTE)
    expect(await answer(link(), 200)).toEqual({ url })
    expect((await attendance(one.asha, one.id)).intervals).toMatchObject([{ side: 'student', by: 'link' }])
  })

  it('is an https address or none', async () => {
    for (const wrong of ['http://meet.example.com', 'javascript:alert(1)', 'https://', 'x', '', 5])
      expect((await setLink(wrong)).status).toBe(422)
    await answer(setLink(null), 200)
    await until(one.start)
    expect(await problem(await link())).toEqual([404, 'not_found'])
    expect((await api('PUT', '/mentor/meeting-link/', { as: one.asha, body: { url } })).status).toBe(403)
  })
})

describe('the shared notes', () => {
  it('are one text for both, and can be read afterwards', async () => {
    await until(one.start)
    const [asha, mira] = [await present(one.asha, one.id), await present(one.mira, one.id)]
    asha.send({ type: 'notes', revision: 0, text: 'Plan 👩‍💻\n1. ನಮಸ್ಕಾರ' })
    const heard = await mira.next({ type: 'notes' })
    expect(heard).toMatchObject({ revision: 1, text: 'Plan 👩‍💻\n1. ನಮಸ್ಕಾರ', written_by: one.asha.user.id })
    await evictDurableObject(meetingOf(env, one.id), { webSockets: 'close' })
    await until(one.end + 40 * MINUTE)
    const kept = await answer(api('GET', `/meetings/${one.id}/notes/`, { as: one.mira }), 200)
    expect(kept).toMatchObject({ revision: 1, text: 'Plan 👩‍💻\n1. ನಮಸ್ಕಾರ' })
  })

  it('lose nothing where two write upon the same text: the second is shown what stands', async () => {
    await until(one.start)
    const [asha, mira] = [await present(one.asha, one.id), await present(one.mira, one.id)]
    asha.send({ type: 'notes', revision: 0, text: 'Hers' })
    await mira.next({ type: 'notes', revision: 1 })
    mira.send({ type: 'notes', revision: 0, text: 'Mine' })
    expect(await mira.next({ type: 'clash' })).toMatchObject({ revision: 1, text: 'Hers' })
    mira.send({ type: 'notes', revision: 1, text: 'Hers\nMine' })
    expect(await asha.next({ type: 'notes', revision: 2 })).toMatchObject({ text: 'Hers\nMine' })
  })

  it('refuse what is too long, and a talk that has its own conversation', async () => {
    await until(one.start)
    const asha = await present(one.asha, one.id)
    asha.send({ type: 'notes', revision: 0, text: 'x'.repeat(10_001) })
    await asha.next({ type: 'error', code: 'invalid_input' })
    asha.say('hello')
    await asha.next({ type: 'error', code: 'state_conflict' })
    expect((await answer(api('GET', `/meetings/${one.id}/notes/`, { as: one.asha }), 200)).revision).toBe(0)
  })
})

describe('the list of attendance', () => {
  it('holds my sessions of either side, newest first, in pages', async () => {
    await until(one.start)
    const [asha, mira] = [await present(one.asha, one.id), await present(one.mira, one.id)]
    await Promise.all([asha.settled(), mira.settled()])
    await until(one.end)
    const page = await answer(api('GET', '/mentor/meeting/attendance/', { as: one.mira }), 200)
    expect(page).toMatchObject({ items: [{ booking_id: one.id, verdict: 'completed' }], next_cursor: null })
    expect(await noticesOf(one.asha, 'session_completed')).toMatchObject([{ link: `/sessions/${one.id}` }])
  })
})
