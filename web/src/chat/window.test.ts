import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../worker/contract/chat'
import { apply, begin, type Happening, type ThreadState } from './apply'
import { rowsOf } from './rows'
import { KEEP, lastSeq, messageAt } from './window'

const [ME, OTHER] = ['me', 'other']
const said = (seq: number, change: Partial<Message> = {}): Message => ({
  seq,
  id: `m${seq}`,
  conversation_id: 'conversation',
  client_id: `c${seq}`,
  sender_id: OTHER,
  sender_type: 'mentor',
  content: `word ${seq}`,
  reply_to: null,
  kind: 'text',
  edited_at: null,
  deleted_at: null,
  rev: 0,
  reactions: [],
  attachments: [],
  system: null,
  sent_at: new Date(seq * 1000).toISOString(),
  ...change,
})
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => said(from + i))
const after = (...happenings: Happening[]): ThreadState =>
  happenings.reduce((state, happening) => apply(state, happening, 0), begin(ME, []))
const ends = ({ messages }: ThreadState) => [messages[0]?.seq, messages.at(-1)?.seq]
const newest: Happening = { type: 'newest', items: span(951, 1000), more: true }
const around: Happening = { type: 'around', items: span(376, 425), more: true }

describe('a place in the past', () => {
  it('takes the place of what was here, and is left by scrolling on', () => {
    const past = after(newest, around)
    expect([ends(past), past.detached, past.behind, past.hasOlder, past.end]).toEqual([
      [376, 425],
      true,
      false,
      true,
      1000,
    ])
    const on = apply(past, { type: 'newer', items: span(426, 475), more: true }, 0)
    expect([ends(on), on.detached]).toEqual([[376, 475], true])
    const back = apply(past, { type: 'end', items: span(951, 1000), more: true }, 0)
    expect([ends(back), back.detached]).toEqual([[951, 1000], false])
  })

  it('that reaches the end is the end', () => {
    const near = after(newest, { type: 'around', items: span(940, 989), more: true })
    const whole = apply(near, { type: 'newer', items: span(990, 1000), more: false }, 0)
    expect([lastSeq(whole), whole.detached, whole.behind]).toEqual([1000, false, false])
    const last = after(newest, { type: 'around', items: span(960, 1000), more: false })
    expect(last.detached).toBe(false)
  })

  it('hears of what is said now without fetching everything up to it', () => {
    const past = after(newest, around, { type: 'message', ...said(1001) })
    expect([ends(past), past.end, past.behind, past.detached]).toEqual([[376, 425], 1001, false, true])
    const page = apply(past, { type: 'newer', items: [said(1002)], more: false }, 0)
    expect([ends(page), page.end, page.behind]).toEqual([[376, 425], 1002, false])
  })

  it('shows no message that waits, as those come after the newest', () => {
    const waiting = [{ client_id: 'w', content: 'hi', queued_at: new Date(0).toISOString() }]
    const keys = (state: ThreadState) => rowsOf(state, () => 'day').map(({ key }) => key)
    expect(keys(after(newest, { type: 'waiting', items: waiting }))).toContain('me:w')
    expect(keys(after(newest, around, { type: 'waiting', items: waiting }))).not.toContain('me:w')
  })

  it('where nothing was said is nowhere', () => {
    expect(ends(after(newest, { type: 'around', items: [], more: false }))).toEqual([951, 1000])
  })
})

describe('a window', () => {
  const scrolled = (state: ThreadState): ThreadState => {
    const first = state.messages[0]!.seq
    const older = apply(state, { type: 'older', items: span(Math.max(1, first - 50), first - 1), more: first > 51 }, 0)
    return apply(older, { type: 'forget', side: 'newer' }, 0)
  }

  it('stays small however far somebody scrolls back, and finds the way to the end again', () => {
    let state = after(newest)
    while (state.hasOlder) {
      state = scrolled(state)
      expect(state.messages.length).toBeLessThanOrEqual(KEEP)
    }
    expect([ends(state), state.detached, state.behind]).toEqual([[1, KEEP], true, false])
    while (state.detached) {
      const last = lastSeq(state)
      state = apply(state, { type: 'newer', items: span(last + 1, last + 50), more: last + 50 < 1000 }, 0)
      state = apply(state, { type: 'forget', side: 'older' }, 0)
    }
    expect([ends(state), state.hasOlder]).toEqual([[1001 - KEEP, 1000], true])
  })

  it('has no gap, wherever one jumps and whatever comes meanwhile', () => {
    const page = fc.integer({ min: 1, max: 400 })
    const happening = fc.oneof(
      page.map((seq): Happening => ({ type: 'around', items: span(seq, seq + 20), more: true })),
      page.map((seq): Happening => ({ type: 'newer', items: span(seq, seq + 60), more: true })),
      page.map((seq): Happening => ({ type: 'older', items: span(seq, seq + 60), more: seq > 1 })),
      page.map((seq): Happening => ({ type: 'message', ...said(seq + 300) })),
      fc.constantFrom<Happening>({ type: 'forget', side: 'older' }, { type: 'forget', side: 'newer' }),
    )
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const state = after({ type: 'newest', items: span(380, 400), more: true }, ...happenings)
        state.messages.forEach((one, i) => expect(one.seq).toBe(state.messages[0]!.seq + i))
        expect(messageAt(state, lastSeq(state))?.seq).toBe(lastSeq(state))
        expect(state.detached && state.behind).toBe(false)
      }),
    )
  })
})

describe('where what is new begins', () => {
  const kinds = (state: ThreadState) => rowsOf(state, () => 'day').map((row) => row.kind)
  const fresh = { after: 930, upTo: 1000 }

  it('is shown when its place is here, not at the edge of what happens to be here', () => {
    const opened = { ...after(newest), fresh }
    expect(kinds(opened)).not.toContain('new')
    const scrolled = apply(opened, { type: 'older', items: span(901, 950), more: true }, 0)
    expect(kinds(scrolled).indexOf('new')).toBe(1 + 30)
  })
})

it('somebody who leaves was last here at that time, in steps of five minutes', () => {
  const at = Date.parse('2026-11-23T10:07:12Z')
  const left = apply(after(newest), { type: 'presence', account_id: OTHER, online: false }, at)
  expect(left.lastSeen).toEqual({ [OTHER]: '2026-11-23T10:05:00.000Z' })
})
