import { expect, it } from 'vitest'
import type { Message } from '../../../worker/contract/chat'
import { begin, type ThreadState } from './apply'
import { rowsOf, type Row } from './rows'

const message = (seq: number, sender_id: string, sent_at: string): Message => ({
  seq,
  id: `m${seq}`,
  conversation_id: 'conversation',
  client_id: `c${seq}`,
  sender_id,
  sender_type: 'student',
  content: `word ${seq}`,
  reply_to: null,
  kind: 'text',
  edited_at: null,
  deleted_at: null,
  rev: 0,
  reactions: [],
  attachments: [],
  system: null,
  sent_at,
})
const day = (instant: string) => instant.slice(0, 10)
const thread = (change: Partial<ThreadState>): ThreadState => ({ ...begin('me', []), opened: true, ...change })
const bubbles = (rows: Row[]) => rows.filter((row) => row.kind === 'bubble')

const messages = [
  message(1, 'other', '2026-11-23T09:00:00Z'),
  message(2, 'other', '2026-11-23T09:02:00Z'),
  message(3, 'me', '2026-11-23T09:03:00Z'),
  message(4, 'me', '2026-11-23T09:30:00Z'),
  message(5, 'other', '2026-11-24T08:00:00Z'),
]

it('days and the line before what is new stand where they begin', () => {
  const rows = rowsOf(thread({ messages, fresh: { after: 4, upTo: 5 } }), day)
  expect(rows.map((row) => (row.kind === 'bubble' ? row.client_id : row.kind))).toEqual([
    'day',
    'c1',
    'c2',
    'c3',
    'c4',
    'day',
    'new',
    'c5',
  ])
})

it('runs of one person within minutes are told apart from what comes later', () => {
  expect(bubbles(rowsOf(thread({ messages }), day)).map((row) => [row.first, row.last])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
    [true, true],
  ])
})

it('a mark says how far a message of mine came', () => {
  const waiting = [
    { client_id: 'w', content: 'a', queued_at: '2026-11-24T08:01:00Z' },
    { client_id: 'f', content: 'b', queued_at: '2026-11-24T08:01:00Z', failed: 'reply_needed' },
  ]
  const rows = bubbles(rowsOf(thread({ messages, waiting, markers: { me: 5, other: 3 } }), day))
  expect(rows.map((row) => row.mark)).toEqual([null, null, 'read', 'sent', null, 'sending', 'failed'])
})

it('a bubble keeps its key when its receipt comes, so that the one on the screen becomes the real one', () => {
  const waiting = [{ client_id: 'c6', content: 'a', queued_at: '2026-11-24T08:01:00Z' }]
  const before = bubbles(rowsOf(thread({ messages, waiting }), day)).at(-1)!
  const real = [...messages, message(6, 'me', '2026-11-24T08:01:00Z')]
  expect(bubbles(rowsOf(thread({ messages: real }), day)).at(-1)!.key).toBe(before.key)
})
