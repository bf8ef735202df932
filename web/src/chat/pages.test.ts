import { createRoot, createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../worker/contract/chat'
import { network } from '../test/world'
import { apply, begin, type Happening } from './apply'
import { createPages } from './pages'

const said = (seq: number, change: Partial<Message> = {}): Message => ({
  seq,
  id: `m${seq}`,
  conversation_id: 'it',
  client_id: `c${seq}`,
  sender_id: 'other',
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
  sent_at: new Date(Date.UTC(2026, 10, seq)).toISOString(),
  ...change,
})
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => said(from + i))
const [PAGE, CHANGES] = ['GET /api/chat/messages/it/', 'GET /api/chat/messages/it/changes/']
const page = (items: Message[], more = true) => ({ body: { items, next_cursor: more ? 'more' : null } })

function opened() {
  const [state, setState] = createSignal(begin('me', []))
  const take = (happening: Happening) => void setState((before) => apply(before, happening, 0))
  const pages = createRoot(() => createPages({ id: 'it', state, take, onCame: () => undefined }))
  take({ type: 'newest', items: span(951, 1000), more: true })
  return { state, take, pages }
}

describe('a jump', () => {
  it('to what is here asks for nothing', async () => {
    const calls = network({})
    const { pages } = opened()
    await pages.jumpTo(960)
    expect([pages.target(), calls]).toEqual([{ seq: 960 }, []])
  })

  it('to what is not here brings its surroundings', async () => {
    network({ [PAGE]: () => page(span(376, 425)) })
    const { pages, state } = opened()
    await pages.jumpTo(400)
    expect([pages.target(), state().messages[0]?.seq, state().detached]).toEqual([{ seq: 400 }, 376, true])
  })

  it('that fails is told to whoever asked, and nothing moves', async () => {
    network({ [PAGE]: () => ({ status: 500, body: { code: 'unexpected', status: 500 } }) })
    const { pages, state } = opened()
    await expect(pages.jumpTo(400)).rejects.toThrow()
    expect([pages.target(), state().messages[0]?.seq]).toEqual([undefined, 951])
  })

  it('to a day lands on its first message, and stays where it is for a silent one', async () => {
    network({ [PAGE]: () => page(span(1, 20), false) })
    const { pages, state } = opened()
    expect(await pages.jumpToDay('2026-11-30T00:00:00Z', () => false)).toBe(false)
    expect([pages.target(), state().messages[0]?.seq]).toEqual([undefined, 951])
    expect(await pages.jumpToDay('2026-11-09T00:00:00Z', (at) => at.startsWith('2026-11-09'))).toBe(true)
    expect(pages.target()).toEqual({ seq: 9 })
  })
})

describe('pages', () => {
  it('what changed while a page was on its way is asked for once more', async () => {
    const { pages, state, take } = opened()
    network({
      [PAGE]: () => {
        take({ type: 'changed', rev: 1, message: said(930, { content: 'newer', rev: 1 }) })
        return page(span(901, 950))
      },
      [CHANGES]: () => ({ body: { items: [said(930, { content: 'newer', rev: 1 })], rev: 1, more: false } }),
    })
    await pages.loadOlder()
    expect(state().messages.find(({ seq }) => seq === 930)?.content).toBe('newer')
  })

  it('one that did not come says why and comes at the next try', async () => {
    const answers = [{ status: 500, body: { code: 'unexpected', status: 500 } }, page(span(901, 950))]
    network({ [PAGE]: () => answers.shift()! })
    const { pages, state } = opened()
    await pages.loadOlder()
    expect([pages.problem() !== undefined, state().messages[0]?.seq]).toEqual([true, 951])
    await pages.loadOlder()
    expect([pages.problem(), state().messages[0]?.seq]).toEqual([undefined, 901])
  })

  it('whoever is hundreds of messages behind begins anew at the end', async () => {
    const calls = network({ [PAGE]: () => page(span(1951, 2000)) })
    const { pages, state, take } = opened()
    take({ type: 'message', ...said(2000) })
    await pages.catchUp()
    expect([state().messages[0]?.seq, state().behind, calls.length]).toEqual([1951, false, 1])
  })

  it('a server that brings nothing is not asked in circles', async () => {
    const calls = network({ [PAGE]: () => page([], false) })
    const { pages, take } = opened()
    take({ type: 'message', ...said(1002) })
    await pages.catchUp()
    expect(calls).toHaveLength(1)
  })
})
