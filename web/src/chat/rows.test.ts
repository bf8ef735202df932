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

it('what nobody said stands between the bubbles, and breaks a run', () => {
  const system = {
    event: 'session_moved' as const,
    booking_id: 'b',
    offer_title: 'Review',
    start_time: '2026-11-25T09:00:00Z',
    was: null,
  }
  const news: Message = { ...message(3, 'system', '2026-11-23T09:02:30Z'), kind: 'system', system }
  const rows = rowsOf(
    thread({ messages: [...messages.slice(0, 2), news, message(4, 'other', '2026-11-23T09:03:00Z')] }),
    day,
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'bubble', 'bubble', 'news', 'bubble'])
  expect(bubbles(rows).map(({ first }) => first)).toEqual([true, false, true])
})

it('an answer shows what it answers, also where that was deleted or is not here', () => {
  const gone = { ...message(2, 'other', '2026-11-23T09:02:00Z'), content: '', deleted_at: '2026-11-23T09:05:00Z' }
  const answers = [1, 2, 99].map((reply_to, i) => ({ ...message(3 + i, 'me', '2026-11-23T09:06:00Z'), reply_to }))
  const rows = bubbles(rowsOf(thread({ messages: [messages[0]!, gone, ...answers] }), day))
  expect(rows.slice(2).map(({ reply }) => [reply?.content, reply?.deleted])).toEqual([
    ['word 1', false],
    ['', true],
    [null, false],
  ])
})

it('reactions are counted, and mine are marked', () => {
  const reactions = [
    { emoji: '👍', account_ids: ['me', 'other'] },
    { emoji: '🎉', account_ids: ['other'] },
  ]
  const [bubble] = bubbles(rowsOf(thread({ messages: [{ ...messages[0]!, reactions }] }), day))
  expect(bubble?.reactions).toEqual([
    { emoji: '👍', count: 2, mine: true },
    { emoji: '🎉', count: 1, mine: false },
  ])
})
