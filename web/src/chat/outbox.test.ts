import { createRoot } from 'solid-js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message } from '../../../worker/contract/chat'
import { Problem } from '../lib/problem'
import type { Waiting } from './apply'
import { openOutbox, type Outbox } from './outbox'
import { createSending } from './sending'

const item = (client_id: string): Waiting => ({
  client_id,
  content: `say ${client_id}`,
  queued_at: '2026-11-23T09:00:00Z',
})
const ids = (outbox: Outbox) => outbox.items().map((one) => one.client_id)
const receipt = ({ client_id, content }: Waiting) => ({ client_id, content }) as Message
let outbox: Outbox

beforeEach(() => {
  outbox = openOutbox('asha', 'conversation')
  for (const id of ['a', 'b', 'c']) outbox.add(item(id))
})

describe('what waits, where the browser has no database to keep it', () => {
  it('stays in this page in its order', async () => {
    await new Promise<void>((told) => outbox.follow(told))
    outbox.add(item('d'))
    expect(ids(outbox)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is of this conversation only', () => {
    expect(openOutbox('asha', 'another').items()).toEqual([])
  })
})

function sendingBy(ways: { frame?: (item: Waiting) => boolean; post?: (item: Waiting) => Promise<Message> }) {
  return createRoot(() =>
    createSending({
      outbox,
      byFrame: ways.frame ?? (() => false),
      byPost: () => ways.post,
      onReceipt: () => undefined,
      onChange: () => undefined,
    }),
  )
}

describe('sending', () => {
  it('goes one at a time and in order: the next after the receipt of the one before', () => {
    const sent: string[] = []
    const sending = sendingBy({ frame: ({ client_id }) => sent.push(client_id) > 0 })
    sending.flush()
    sending.flush()
    expect(sent).toEqual(['a'])
    sending.settled('a')
    expect(sent).toEqual(['a', 'b'])
    sending.settled('b')
    sending.settled('c')
    expect([sent, ids(outbox)]).toEqual([['a', 'b', 'c'], []])
  })

  it('sends the same one again after a cut, and nothing that had its receipt', () => {
    const sent: string[] = []
    const sending = sendingBy({ frame: ({ client_id }) => sent.push(client_id) > 0 })
    sending.flush()
    sending.settled('a')
    sending.cut()
    sending.flush()
    expect(sent).toEqual(['a', 'b', 'b'])
  })

  it('waits a breath where it was too fast, and then goes on with the same one', () => {
    vi.useFakeTimers()
    const sent: string[] = []
    const sending = sendingBy({ frame: ({ client_id }) => sent.push(client_id) > 0 })
    sending.flush()
    sending.refused('a', 'too_many_requests')
    vi.advanceTimersByTime(2000)
    expect(sent).toEqual(['a', 'a'])
    expect(outbox.items()[0]!.failed).toBeUndefined()
    vi.useRealTimers()
  })

  it('sets aside what closed the line by itself, and keeps the order of the others', () => {
    const sent: string[] = []
    let open = true
    const sending = sendingBy({ frame: ({ client_id }) => open && sent.push(client_id) > 0 })
    sending.flush()
    open = false
    sending.cut(4413)
    open = true
    sending.flush()
    expect(sent).toEqual(['a', 'b'])
    expect(outbox.items()[0]).toMatchObject({ client_id: 'a', failed: 'body_too_large' })
  })

  it('sets a refused one aside with its reason, goes on with the next, and tries it again when told', () => {
    const sent: string[] = []
    const sending = sendingBy({ frame: ({ client_id }) => sent.push(client_id) > 0 })
    sending.flush()
    sending.refused('a', 'reply_needed')
    expect(sent).toEqual(['a', 'b'])
    expect(outbox.items()[0]).toMatchObject({ client_id: 'a', failed: 'reply_needed' })
    outbox.retry('a', 'a2')
    sending.settled('b')
    expect(sent).toEqual(['a', 'b', 'a2'])
  })

  it('takes the other way in the same order while no socket is open, and keeps what cannot be reached', async () => {
    const posted: string[] = []
    const sending = sendingBy({
      post: async (one) => {
        posted.push(one.client_id)
        if (one.client_id === 'c') throw new Problem('unreachable', 0)
        return receipt(one)
      },
    })
    sending.flush()
    await expect.poll(() => posted).toEqual(['a', 'b', 'c'])
    expect(ids(outbox)).toEqual(['c'])
    expect(outbox.items()[0]!.failed).toBeUndefined()
  })
})
