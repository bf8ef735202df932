import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS, WAITED_MS } from '../contract/meetings.constants'
import { mayEnter, outcomeOf, verdictOf, type Presence } from './meetings.rules'

const MINUTE = 60_000
const START = Date.parse('2026-12-01T10:00:00Z')
const session = { start_time: new Date(START), end_time: new Date(START + 60 * MINUTE) }
const at = (minute: number) => new Date(START + minute * MINUTE)
const CLOSED = at(90)

const stay = (who: 'mentor' | 'student', from: number, to: number | null): Presence => ({
  is_mentor: who === 'mentor',
  joined_at: at(from),
  left_at: to === null ? null : at(to),
})
const mentor = (from: number, to: number | null) => stay('mentor', from, to)
const student = (from: number, to: number | null) => stay('student', from, to)

describe('the verdict on a session', () => {
  it.each<[string, Presence[], string]>([
    ['both came and stayed', [mentor(0, 60), student(0, 60)], 'completed'],
    ['both came and never met', [mentor(0, 5), student(30, 31)], 'completed'],
    ['both came for a moment, one by the meeting link', [mentor(3, 3), student(0, 60)], 'completed'],
    ['the mentor came in the last minute before the room closed', [student(0, 60), mentor(89, 89)], 'completed'],
    ['the student waited ten minutes', [student(0, 10)], 'mentor_absent'],
    ['the student waited ten minutes in two parts', [student(0, 4), student(20, 26)], 'mentor_absent'],
    ['the mentor waited and is still there', [mentor(55, null)], 'student_absent'],
    ['the mentor waited a second less than ten minutes', [mentor(0, 10 - 1 / 60)], 'completed'],
    ['the student was there only before it began', [student(-10, 0)], 'completed'],
    ['the student only opened the link', [student(2, 2)], 'completed'],
    ['nobody came', [], 'nobody_came'],
    ['both were there before it was moved to this time', [mentor(-600, -570), student(-600, -570)], 'nobody_came'],
  ])('%s: %#', (_, presences, verdict) => {
    expect(verdictOf(session, presences, CLOSED)).toBe(verdict)
  })

  it('is known at the end where both came, and when the room has closed where somebody still may', () => {
    const both = [mentor(0, 1), student(0, 1)]
    expect(verdictOf(session, both, at(59))).toBeUndefined()
    expect(verdictOf(session, both, at(60))).toBe('completed')
    for (const presences of [[], [mentor(0, 60)], [student(0, null)]]) {
      expect(verdictOf(session, presences, at(89))).toBeUndefined()
      expect(verdictOf(session, presences, at(90))).toBeDefined()
    }
  })

  const stays = fc.array(
    fc.record({
      is_mentor: fc.boolean(),
      from: fc.integer({ min: -30, max: 120 }),
      minutes: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 8 },
  )
  const placed = (list: { is_mentor: boolean; from: number; minutes: number }[]): Presence[] =>
    list.map(({ is_mentor, from, minutes }) => ({ is_mentor, joined_at: at(from), left_at: at(from + minutes) }))

  it('calls nobody absent who was there at all, and nobody who was not waited for', () => {
    fc.assert(
      fc.property(stays, (list) => {
        const presences = placed(list)
        const inside = presences.filter(
          ({ joined_at, left_at }) =>
            joined_at < new Date(session.end_time.getTime() + CLOSES_AFTER_MS) &&
            left_at! >= new Date(START - OPENS_BEFORE_MS),
        )
        const [came, other] = [true, false].map((side) => inside.filter(({ is_mentor }) => is_mentor === side))
        const verdict = verdictOf(session, presences, CLOSED)
        if (verdict === 'mentor_absent') expect(came).toEqual([])
        if (verdict === 'student_absent') expect(other).toEqual([])
        if (verdict === 'nobody_came') expect(inside).toEqual([])
        if (inside.length === 0) expect(verdict).toBe('nobody_came')
        const waited = inside.reduce((sum, { joined_at, left_at }) => sum + left_at!.getTime() - joined_at.getTime(), 0)
        if (verdict === 'mentor_absent' || verdict === 'student_absent')
          expect(waited).toBeGreaterThanOrEqual(WAITED_MS)
      }),
    )
  })

  it('is none the worse for a lost heartbeat: a stay cut into two still counts as having come', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 30 }), (list, nth, cut) => {
        const whole = placed(list)
        const one = whole[nth]
        if (!one || one.left_at!.getTime() - one.joined_at.getTime() < cut * MINUTE) return
        const split = new Date(one.joined_at.getTime() + cut * MINUTE)
        const parts = [
          { ...one, left_at: split },
          { ...one, joined_at: split },
        ]
        const cutUp = whole.flatMap((stay, i) => (i === nth ? parts : [stay]))
        expect(verdictOf(session, cutUp, CLOSED)).toBe(verdictOf(session, whole, CLOSED))
      }),
    )
  })
})

it('lets people in from ten minutes before until thirty after, and a group talk for two weeks', () => {
  const alone = { ...session, kind: 'one_to_one' }
  const group = { ...session, kind: 'group' }
  const doors = [at(-11), at(-10), new Date(CLOSED.getTime() - 1), CLOSED, at(60 + 14 * 1440 - 1), at(60 + 14 * 1440)]
  expect(doors.map((door) => mayEnter(alone, door))).toEqual([false, true, true, false, false, false])
  expect(doors.map((door) => mayEnter(group, door))).toEqual([true, true, true, true, true, false])
})

it('upholds a contest that changed the verdict', () => {
  expect(outcomeOf('completed', 'mentor_absent')).toBe('upheld')
  expect(outcomeOf('student_absent', 'student_absent')).toBe('dismissed')
})
