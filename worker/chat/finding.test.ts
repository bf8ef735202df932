import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, eventually, hold, mentor, student } from '../test/world'
import { introduced } from './desk'
import { matchOf } from './message-search'

let room: Awaited<ReturnType<typeof introduced>>
beforeAll(async () => void (room = await introduced()))

const search = async (q: string, more = '') =>
  (await answer(api('GET', `${room.path}search/?q=${encodeURIComponent(q)}${more}`, { as: room.mira }), 200)).items
const textsOf = (hits: any[]) => hits.map(({ snippet }) => snippet.map(({ text }: { text: string }) => text).join(''))

describe('a search in a conversation', () => {
  it('finds words and their beginnings in any script, newest first, and marks them', async () => {
    await room.say(room.asha, 'Graph algorithms before Friday')
    await room.say(room.mira, 'The गणित exam, and a café')
    await room.say(room.asha, 'algorithmic thinking')
    expect(textsOf(await search('algor'))).toEqual(['algorithmic thinking', 'Graph algorithms before Friday'])
    expect(textsOf(await search('गणित'))).toHaveLength(1)
    expect(textsOf(await search('CAFE'))).toHaveLength(1)
    const [hit] = await search('friday graph')
    expect(hit.snippet).toEqual([
      { text: 'Graph', hit: true },
      { text: ' algorithms before ', hit: false },
      { text: 'Friday', hit: true },
    ])
  })

  it.each([
    '"',
    'a" OR "b',
    'NEAR(x y)',
    'content:secret',
    '*',
    '^graph -nothing',
    '(',
    "'; drop table words; --",
    '%',
    '🙈',
  ])('takes %s as text', async (typed) => {
    expect(await search(typed)).toEqual([])
    expect(
      matchOf(typed)
        ?.replace(/"[^"]+"/g, '')
        .trim() ?? '',
    ).toMatch(/^\*?$/)
  })

  it('finds what holds no word as it stands', async () => {
    const { seq } = await room.say(room.asha, 'well done 🎉!')
    const [hit] = await search('🎉')
    expect(hit).toMatchObject({ seq })
    expect(hit.snippet.filter((piece: any) => piece.hit)).toEqual([{ text: '🎉', hit: true }])
  })

  it('goes on behind a cursor, and is a member’s alone', async () => {
    for (let i = 0; i < 3; i++) await room.say(room.mira, `needle ${i}`)
    const first = await answer(api('GET', `${room.path}search/?q=needle&limit=2`, { as: room.asha }), 200)
    expect(textsOf(first.items)).toEqual(['needle 2', 'needle 1'])
    expect(textsOf(await search('needle', `&limit=2&cursor=${encodeURIComponent(first.next_cursor)}`))).toEqual([
      'needle 0',
    ])
    await answer(api('GET', `${room.path}search/?q=needle`, { as: await student() }), 404)
    await answer(api('GET', `${room.path}search/?q=%20`, { as: room.asha }), 422)
  })
})

it('a jump brings the messages around one, or around a day', async () => {
  const other = await introduced()
  for (let i = 2; i <= 9; i++) await other.say(i % 2 ? other.asha : other.mira, `${i}`)
  const seqs = ({ items }: any) => items.map(({ seq }: any) => seq)
  expect(seqs(await other.page(other.asha, 'around_seq=5&limit=4'))).toEqual([3, 4, 5, 6])
  expect(seqs(await other.page(other.asha, 'around_seq=1&limit=4'))).toEqual([1, 2, 3, 4])
  const { items, next_cursor } = await other.page(other.asha, 'around_seq=8&limit=2')
  expect(seqs({ items })).toEqual([7, 8])
  expect(seqs(await other.page(other.asha, `limit=5&cursor=${encodeURIComponent(next_cursor)}`))).toEqual([9])
  const all = (await other.page(other.asha)).items
  expect(seqs(await other.page(other.asha, `at=${all[5].sent_at}&limit=2`))).toContain(6)
  expect(seqs(await other.page(other.asha, 'at=2001-01-01T00:00:00Z&limit=2'))[0]).toBe(1)
  expect(seqs(await other.page(other.asha, 'at=2990-01-01T00:00:00Z&limit=2'))).toContain(9)
  await answer(api('GET', `${other.path}?around_seq=2&before_seq=3`, { as: other.asha }), 422)
})

describe('the list', () => {
  const listOf = async (as: any, query = '') =>
    (await answer(api('GET', `/chat/conversations/?${query}`, { as }), 200)).items
  const choose = (as: any, id: string, body: object) => api('PUT', `/chat/conversations/${id}/`, { as, body })

  it('keeps pins, mutes and what was put away for one person alone', async () => {
    const { id, asha, mira } = room
    expect(await answer(choose(asha, id, { pinned: true, muted: true }), 200)).toMatchObject({
      pinned: true,
      muted: true,
      archived: false,
    })
    expect((await listOf(mira)).find((one: any) => one.id === id)).toMatchObject({ pinned: false, muted: false })
    await answer(choose(await student(), id, { pinned: true }), 404)
    await answer(choose(asha, id, { loud: true }), 422)
  })

  it('finds the pinned ones by themselves, but not what was put away', async () => {
    const { id, asha, mira } = await introduced()
    expect(await listOf(asha, 'filter=pinned')).toEqual([])
    await answer(choose(asha, id, { pinned: true }), 200)
    expect((await listOf(asha, 'filter=pinned'))[0]).toMatchObject({ id, pinned: true })
    expect(await listOf(mira, 'filter=pinned')).toEqual([])
    await answer(choose(asha, id, { archived: true }), 200)
    expect(await listOf(asha, 'filter=pinned')).toEqual([])
  })

  it('tells one of them as it stands in the list, and only to its two people', async () => {
    const { id, asha, mira } = await introduced()
    const one = (as: any) => api('GET', `/chat/conversations/${id}/`, { as })
    expect(await answer(one(asha), 200)).toMatchObject({ id, other: { name: mira.user.name } })
    await answer(one(await student()), 404)
  })

  it('hides what was put away until something new is said', async () => {
    const { id, asha, mira, say } = await introduced()
    await eventually(async () => (await listOf(asha))[0]?.last_seq === 1)
    await answer(choose(asha, id, { archived: true }), 200)
    expect(await listOf(asha)).toEqual([])
    expect((await listOf(asha, 'filter=archived'))[0]).toMatchObject({ id, archived: true })
    expect((await listOf(asha, 'q=welcome'))[0]).toMatchObject({ id })
    await say(mira, 'Something new')
    await eventually(async () => (await listOf(asha))[0]?.id === id)
    expect(await listOf(asha, 'filter=archived')).toEqual([])
  })

  it('filters by what is unread and by role, and looks for people, words and sessions', async () => {
    const { id, asha, mira } = await introduced()
    await eventually(async () => (await listOf(asha, 'filter=unread'))[0]?.id === id)
    expect(await listOf(asha, 'filter=students')).toEqual([])
    expect((await listOf(asha, 'filter=mentors'))[0]).toMatchObject({ id })
    expect((await listOf(mira, 'filter=students'))[0]).toMatchObject({ id })
    expect((await listOf(asha, `q=${encodeURIComponent(mira.user.name.toUpperCase())}`))[0]).toMatchObject({ id })
    for (const q of ['%25', '_', "'"]) expect(await listOf(asha, `q=${q}`)).toEqual([])
    expect(await listOf(asha, 'q=interview')).toEqual([])
    await hold(asha, mira)
    expect((await listOf(asha, 'q=interview'))[0]).toMatchObject({ id })
  })

  it('is read by HTTP too, forward only', async () => {
    const { id, asha, mira, enter } = await introduced()
    const peer = await enter(mira)
    const read = (seq: number) =>
      answer(api('POST', `/chat/conversations/${id}/read/`, { as: asha, body: { seq } }), 200)
    expect(await read(9)).toEqual({ seq: 1 })
    await peer.next({ type: 'read', account_id: asha.user.id, seq: 1 })
    expect(await read(0)).toEqual({ seq: 1 })
    await eventually(async () => (await listOf(asha))[0]?.unread === 0)
  })
})

it('a muted conversation notifies nobody and still counts', async () => {
  const [asha, mira] = [await student(), await mentor()]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: asha, body: { with: mira.mentor_id } }), 201)
  await answer(api('PUT', `/chat/conversations/${id}/`, { as: mira, body: { muted: true } }), 200)
  await answer(
    api('POST', '/chat/messages/', { as: asha, body: { conversation_id: id, client_id: 'quiet', content: 'Psst' } }),
    201,
  )
  await eventually(async () => {
    const { items } = await answer(api('GET', '/chat/conversations/', { as: mira }), 200)
    return items[0].unread === 1
  })
  const { items } = await answer(api('GET', '/notifications/', { as: mira }), 200)
  expect(items.filter((item: any) => item.kind === 'message_received')).toEqual([])
})
