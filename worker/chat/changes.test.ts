/// <reference types="vite/types/importMeta.d.ts" />
import { env, evictAllDurableObjects, evictDurableObject } from 'cloudflare:test'
import * as fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { EDIT_HOURS } from '../contract/chat.constants'
import { moveClock, now } from '../lib/clock'
import { scaleLimits } from '../lib/limits'
import { answer, api, eventually, student } from '../test/world'
import { conversationOf } from './conversation'
import { introduced } from './desk'

const RUNS = Number(import.meta.env.RANDOM_RUNS ?? 10)
let room: Awaited<ReturnType<typeof introduced>>
const object = () => conversationOf(env, room.id)
const refusal = async (response: Promise<Response>) => (await (await response).json<{ code: string }>()).code

beforeAll(async () => void (room = await introduced()))
afterEach(() => scaleLimits(1))

describe('an edit', () => {
  it('reaches both, keeps the place and says when; the list and the search follow', async () => {
    const { asha, mira } = room
    const { seq } = await room.say(asha, 'Let us meat')
    const [mine, theirs] = [await room.enter(asha), await room.enter(mira)]
    mine.send({ type: 'edit', seq, content: 'Let us meet' })
    const frame = await theirs.next({ type: 'changed' })
    expect(await mine.next({ type: 'changed' })).toEqual(frame)
    expect(frame.message).toMatchObject({ seq, content: 'Let us meet', rev: frame.rev, deleted_at: null })
    expect(frame.message.edited_at).toEqual(expect.any(String))
    await eventually(async () => {
      const { items } = await answer(api('GET', '/chat/conversations/', { as: mira }), 200)
      return items[0].last_message.preview === 'Let us meet'
    })
    const hits = async (q: string) => (await answer(api('GET', `${room.path}search/?q=${q}`, { as: mira }), 200)).items
    expect(await hits('meat')).toEqual([])
    expect((await hits('meet')).map((hit: any) => hit.seq)).toEqual([seq])
  })

  it('is the author’s alone, and never of what does not exist', async () => {
    const { seq } = await room.say(room.asha, 'Mine')
    expect(await refusal(room.edit(room.mira, seq, 'Yours'))).toBe('role_required')
    expect(await refusal(room.remove(room.mira, seq))).toBe('role_required')
    expect(await refusal(room.edit(room.asha, 99_999, 'None'))).toBe('not_found')
    expect((await room.edit(await student(), seq, 'Intruder')).status).toBe(404)
    expect((await room.page(room.asha, 'limit=1')).items[0].content).toBe('Mine')
  })

  it('survives an eviction and leaves what was said before to moderators', async () => {
    const { seq } = await room.say(room.asha, 'First words')
    await answer(room.edit(room.asha, seq, 'Second words'), 200)
    await evictDurableObject(object())
    await answer(room.edit(room.asha, seq, 'Third words'), 200)
    const { earlier } = await object().windowOf(seq)
    expect(earlier.filter((one) => one.seq === seq).map(({ content }) => content)).toEqual([
      'First words',
      'Second words',
    ])
  })

  it('of a message leaves its repeat the same message', async () => {
    const body = { conversation_id: room.id, client_id: 'edited-later', content: 'As it was sent' }
    const { seq } = await answer(api('POST', '/chat/messages/', { as: room.asha, body }), 201)
    await answer(room.edit(room.asha, seq, 'As it is'), 200)
    expect(await answer(api('POST', '/chat/messages/', { as: room.asha, body }), 200)).toMatchObject({
      seq,
      content: 'As it is',
    })
  })
})

describe('a deletion', () => {
  it('leaves a tombstone in its place, without words and reactions, and is repeatable', async () => {
    const { seq } = await room.say(room.asha, 'Regrettable')
    await answer(room.react(room.mira, seq, '😮'), 200)
    const first = await answer(room.remove(room.asha, seq), 200)
    expect(first).toMatchObject({ seq, content: '', reactions: [], deleted_at: expect.any(String) })
    expect(await answer(room.remove(room.asha, seq), 200)).toEqual(first)
    expect((await room.page(room.mira, `around_seq=${seq}&limit=1`)).items).toEqual([first])
    expect(await refusal(room.edit(room.asha, seq, 'Again'))).toBe('state_conflict')
    expect(await refusal(room.react(room.mira, seq, '👍'))).toBe('state_conflict')
    expect((await answer(api('GET', `${room.path}search/?q=Regrettable`, { as: room.mira }), 200)).items).toEqual([])
    expect((await object().windowOf(seq)).earlier.at(-1)?.content).toBe('Regrettable')
  })
})

describe('a reaction', () => {
  it('is one of each emoji for a person, also when many come at once', async () => {
    const { seq } = await room.say(room.asha, 'React to me')
    scaleLimits(100)
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => answer(room.react(i % 2 ? room.asha : room.mira, seq, '👍'), 200)),
    )
    const [shown] = (await room.page(room.asha, 'limit=1')).items
    expect(shown.reactions).toHaveLength(1)
    expect(new Set(shown.reactions[0].account_ids)).toEqual(new Set([room.asha.user.id, room.mira.user.id]))
    expect(shown.rev).toBe((await object().changesSince(0)).rev)
    const left = await answer(room.react(room.asha, seq, '👍', false), 200)
    expect(left.reactions).toEqual([{ emoji: '👍', account_ids: [room.mira.user.id] }])
  })

  it('is one emoji as people see it, and a message has twelve different ones at most', async () => {
    scaleLimits(100)
    const { seq } = await room.say(room.asha, 'Closed shape')
    for (const none of ['a', '👍👍', '1', ':)', '<b>', '\u200d'])
      expect([none, (await room.react(room.mira, seq, none)).status]).toEqual([none, 404])
    const emoji = ['👍', '👩‍👩‍👧‍👦', '🇮🇳', '❤️', '😀', '😁', '😂', '😃', '😄', '😅', '😆', '🧑🏽‍🚀']
    for (const one of emoji) await answer(room.react(room.mira, seq, one), 200)
    expect(await refusal(room.react(room.mira, seq, '🙈'))).toBe('limit_reached')
    await answer(room.react(room.asha, seq, '🇮🇳'), 200)
  })
})

it('changes that a client missed come with its return, and what it cannot be told at once it fetches', async () => {
  scaleLimits(1000)
  const other = await introduced()
  const said = []
  for (let i = 0; i < 3; i++) said.push(await other.say(other.asha, `m${i}`))
  const peer = await other.enter(other.mira)
  const { last_seq, rev } = peer.hello
  await peer.hangUp()
  for (let i = 0; i < 120; i++) await answer(other.edit(other.asha, said[i % 3].seq, `edit ${i}`), 200)
  const { hello } = await other.enter(other.mira, `?since=${last_seq}&rev=${rev}`)
  expect(hello.changes.map(({ content }: { content: string }) => content)).toEqual(['edit 117', 'edit 118', 'edit 119'])
  expect(hello).toMatchObject({ rev: rev + 120, more_changes: false })
  const { items } = await answer(api('GET', `${other.path}changes/?after_rev=${rev + 118}`, { as: other.mira }), 200)
  expect(items.map(({ content }: { content: string }) => content)).toEqual(['edit 118', 'edit 119'])
})

type Step = { act: 'say' | 'edit' | 'delete' | 'react' | 'cut' | 'sleep'; nth: number }
const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act']>('say', 'edit', 'edit', 'delete', 'react', 'cut', 'sleep'),
    nth: fc.nat(20),
  }),
  { maxLength: 30 },
)

it('whatever is cut, a client that comes back with its seq and rev ends with the server’s messages', async () => {
  scaleLimits(1000)
  const other = await introduced()
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const held = new Map<number, { seq: number; rev: number }>()
      let rev = 0
      let peer: Awaited<ReturnType<typeof other.enter>> | undefined
      let taken = 0
      const open = async () => {
        peer ??= await other.enter(
          other.mira,
          held.size > 0 ? `?since=${Math.max(...held.keys())}&rev=${rev}` : '?since=0',
        )
        return peer
      }
      const collect = () => {
        for (const frame of peer?.frames.slice(taken) ?? []) {
          const { type: _, ...message } = frame as any
          if (frame.type === 'hello') for (const one of [...frame.items, ...frame.changes]) held.set(one.seq, one)
          if (frame.type === 'hello') rev = frame.rev
          if (frame.type === 'message') held.set(message.seq, message)
          if (frame.type === 'changed') {
            expect(frame.rev, 'no change is missed while the socket lives').toBe(rev + 1)
            rev = frame.rev
            held.set(frame.message.seq, frame.message)
          }
        }
        taken = peer?.frames.length ?? 0
      }
      let said = (await object2().page({ limit: 1 })).items.at(-1)!.seq
      for (const { act, nth } of plan) {
        const seq = said - (nth % Math.min(said, 20))
        if (act === 'say') said = (await other.say(other.asha, `say ${nth}`)).seq
        if (act === 'edit') await other.edit(other.asha, seq, `edit ${nth}`)
        if (act === 'delete') await other.remove(other.asha, seq)
        if (act === 'react') await other.react(other.mira, seq, '👍', nth % 2 === 0)
        if (act === 'sleep') await evictAllDurableObjects()
        if (act === 'cut') {
          await (await open()).settled()
          collect()
          void peer?.hangUp()
          ;[peer, taken] = [undefined, 0]
        }
      }
      for (;;) {
        await (await open()).settled()
        collect()
        if (Math.max(...held.keys()) >= said) break
        void peer?.hangUp()
        ;[peer, taken] = [undefined, 0]
      }
      void peer?.hangUp()
      const { items } = await object2().page({ limit: 1000 })
      expect([...held.values()].toSorted((one, two) => one.seq - two.seq)).toEqual(items)
    }),
    { numRuns: RUNS },
  )
  function object2() {
    return conversationOf(env, other.id)
  }
})

it('an author has 24 hours', async () => {
  const { seq } = await room.say(room.asha, 'Young')
  await moveClock(env, new Date(now().getTime() + EDIT_HOURS * 3_600_000 - 60_000))
  await answer(room.edit(room.asha, seq, 'Still young'), 200)
  await moveClock(env, new Date(now().getTime() + 120_000))
  expect(await refusal(room.edit(room.asha, seq, 'Old'))).toBe('state_conflict')
  expect(await refusal(room.remove(room.asha, seq))).toBe('state_conflict')
  await answer(room.react(room.mira, seq, '🎉'), 200)
})
