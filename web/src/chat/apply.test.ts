import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message, ServerFrame } from '../../../worker/contract/chat'
import { apply, begin, type Happening, type ThreadState } from './apply'
import { lastSeq } from './window'

const [ME, OTHER] = ['me', 'other']
const said = (seq: number, sender_id = OTHER, client_id = `c${seq}`): Message => ({
  seq,
  id: `m${seq}`,
  conversation_id: 'conversation',
  client_id,
  sender_id,
  sender_type: sender_id === ME ? 'student' : 'mentor',
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
})
const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => said(from + i))
const frame = (message: Message): ServerFrame => ({ type: 'message', ...message })
const hello = (items: Message[], last_seq: number, more = false, markers = {}): ServerFrame => ({
  type: 'hello',
  v: 1,
  conversation_id: 'conversation',
  you: ME,
  now: new Date(0).toISOString(),
  last_seq,
  items,
  more,
  rev: 0,
  changes: [],
  more_changes: false,
  blocked: false,
  members: [
    { account_id: ME, role: 'student', name: 'Asha', online: true },
    { account_id: OTHER, role: 'mentor', name: 'Mira', online: false },
  ],
  markers,
})
const after = (...happenings: Happening[]): ThreadState =>
  happenings.reduce((state, happening) => apply(state, happening, 0), begin(ME, []))
const seqs = (state: ThreadState) => state.messages.map((message) => message.seq)
const waits = (client_id: string) => ({ client_id, content: 'hi', queued_at: new Date(0).toISOString() })

describe('order', () => {
  it('a greeting shows the newest, the next message joins, a repeat does not', () => {
    const state = after(hello(span(3, 5), 5, true), frame(said(6)), frame(said(6)), frame(said(4)))
    expect(seqs(state)).toEqual([3, 4, 5, 6])
    expect([state.hasOlder, state.behind]).toEqual([true, false])
  })

  it('a gap is noticed, nothing is shown out of order, and the page after it closes it', () => {
    const gap = after(hello(span(1, 2), 2), frame(said(5)))
    expect([seqs(gap), gap.behind]).toEqual([[1, 2], true])
    const half = apply(gap, { type: 'newer', items: span(3, 4), more: true }, 0)
    expect([seqs(half), half.behind]).toEqual([[1, 2, 3, 4], true])
    const whole = apply(half, { type: 'newer', items: span(5, 5), more: false }, 0)
    expect([seqs(whole), whole.behind]).toEqual([[1, 2, 3, 4, 5], false])
  })

  it('a greeting after a cut says whether more is missing than it brought', () => {
    const state = after(hello(span(1, 2), 2), hello(span(3, 52), 80, true))
    expect([lastSeq(state), state.behind]).toEqual([52, true])
  })

  it('older pages join at the top without a seam', () => {
    const state = after(hello(span(6, 8), 8, true), { type: 'older', items: span(1, 5), more: false })
    expect([seqs(state), state.hasOlder]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], false])
  })

  it('whatever is cut, repeated or fetched, the thread is dense and misses nothing in the end', () => {
    const total = 40
    const event = fc.oneof(
      fc.integer({ min: 1, max: total }).map((seq): Happening => frame(said(seq))),
      fc.tuple(fc.integer({ min: 0, max: total }), fc.integer({ min: 1, max: 9 })).map(([from, size]): Happening => ({
        type: 'newer',
        items: span(from + 1, Math.min(total, from + size)),
        more: from + size < total,
      })),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: total }), fc.array(event, { maxLength: 60 }), (from, events) => {
        let state = after(hello(span(Math.max(1, from - 4), from), from, from > 5))
        for (const one of events) state = apply(state, one, 0)
        const first = state.messages[0]?.seq ?? 1
        expect(seqs(state)).toEqual(span(first, lastSeq(state)).map((message) => message.seq))
        state = apply(state, { type: 'newer', items: span(lastSeq(state) + 1, total), more: false }, 0)
        expect([lastSeq(state), state.behind]).toEqual([total, false])
      }),
    )
  })
})

describe('what is mine and waits', () => {
  it('becomes the real one by its client_id, wherever the receipt comes from', () => {
    const waiting: Happening = { type: 'waiting', items: [waits('a'), waits('b'), waits('c')] }
    const state = after(hello([], 0), waiting, frame(said(1, ME, 'a')))
    expect(state.waiting.map((one) => one.client_id)).toEqual(['b', 'c'])
    expect(seqs(state)).toEqual([1])
    const cut = apply(state, hello([said(2, ME, 'b')], 2), 0)
    expect(cut.waiting.map((one) => one.client_id)).toEqual(['c'])
    expect(seqs(cut)).toEqual([1, 2])
  })

  it('is not taken for somebody else’s with the same client_id', () => {
    const state = after(hello([], 0), { type: 'waiting', items: [waits('a')] }, frame(said(1, OTHER, 'a')))
    expect(state.waiting).toHaveLength(1)
  })
})

describe('reading', () => {
  it('markers only move forward', () => {
    const state = after(
      hello(span(1, 9), 9, false, { [ME]: 4, [OTHER]: 7 }),
      { type: 'read', account_id: OTHER, seq: 5 },
      { type: 'read', account_id: ME, seq: 9 },
      hello([], 9, false, { [ME]: 6, [OTHER]: 8 }),
    )
    expect(state.markers).toEqual({ [ME]: 9, [OTHER]: 8 })
  })

  it('what came before opening or while away is fresh; what comes before one’s eyes is not', () => {
    const opened = after(hello(span(1, 9), 9, false, { [ME]: 4 }))
    expect(opened.fresh).toEqual({ after: 4, upTo: 9 })
    const read = apply(opened, { type: 'read', account_id: ME, seq: 9 }, 0)
    const back = [{ type: 'left' } as const, frame(said(10)), { type: 'returned' } as const, frame(said(11))]
    const returned = back.reduce((state, happening) => apply(state, happening, 0), read)
    expect(returned.fresh).toEqual({ after: 9, upTo: 10 })
    expect(apply(returned, { type: 'answered' }, 0).fresh).toBeUndefined()
  })
})

it('typing lasts six seconds, and ends with the message or with going away', () => {
  const typing = apply(after(hello([], 0)), { type: 'typing', account_id: OTHER }, 1000)
  expect(typing.typingUntil).toEqual({ [OTHER]: 7000 })
  expect(apply(typing, frame(said(1)), 1500).typingUntil).toEqual({})
  expect(apply(typing, { type: 'presence', account_id: OTHER, online: false }, 1500).typingUntil).toEqual({})
})

describe('changes', () => {
  const changed = (seq: number, rev: number, content: string): Message => ({ ...said(seq), content, rev })
  const told = (message: Message): Happening => ({ type: 'changed', rev: message.rev, message })
  const words = (state: ThreadState) => state.messages.map(({ content }) => content)

  it('an edit is shown at once, an older state of the same message is not', () => {
    const state = after(hello(span(1, 2), 2), told(changed(1, 1, 'once')), told(changed(1, 2, 'twice')))
    expect([words(state), state.rev, state.isStale]).toEqual([['twice', 'word 2'], 2, false])
    expect(words(apply(state, told(changed(1, 1, 'once')), 0))).toEqual(['twice', 'word 2'])
  })

  it('a change that was missed is noticed, and fetched', () => {
    const gap = after(hello(span(1, 2), 2), told(changed(2, 3, 'third')))
    expect([gap.rev, gap.isStale]).toEqual([0, true])
    const items = [changed(1, 2, 'second'), changed(2, 3, 'third')]
    const whole = apply(gap, { type: 'changes', items, rev: 3, more: false }, 0)
    expect([words(whole), whole.rev, whole.isStale]).toEqual([['second', 'third'], 3, false])
  })

  it('a greeting after a cut brings what was changed meanwhile', () => {
    const cut = after(hello(span(1, 3), 3))
    const again = { ...hello([said(4)], 4), rev: 7, changes: [changed(2, 7, '')] } as ServerFrame
    const state = apply(cut, again, 0)
    expect([words(state), state.rev]).toEqual([['word 1', '', 'word 3', 'word 4'], 7])
  })
})
