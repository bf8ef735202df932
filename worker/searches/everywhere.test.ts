import { describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { answer, api, mentor, student } from '../test/world'
import { excerptOf } from './everywhere.rules'

const search = async (
  as: Parameters<typeof api>[2] extends infer O ? (O extends { as?: infer A } ? A : never) : never,
  q: string,
) => answer(api('GET', `/search/?q=${encodeURIComponent(q)}`, { as: as! }), 200)

describe('one search', () => {
  it('finds mentors, conversations of mine, posts and coming events by their words', async () => {
    const [wren, ila] = [await mentor(), await student()]
    await answer(api('PUT', '/mentor/profile/', { as: wren, body: { headline: 'Quillwork and ledgers' } }), 200)
    await answer(api('POST', '/chat/conversations/', { as: ila, body: { with: wren.mentor_id } }), 201)
    const post = await answer(
      api('POST', '/community/posts/', { as: wren, body: { text: '## Quillwork by hand\n\nStart with ink.' } }),
      201,
    )
    const in_days = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString()
    const event = {
      title: 'Quillwork evening',
      description: 'Bring paper.',
      start_time: in_days(2),
      end_time: in_days(2.1),
    }
    const { id } = await answer(api('POST', '/events/', { as: wren, body: event }), 201)

    const found = await search(ila, 'quillw')
    expect(found.mentors.map((one: any) => one.mentor_id)).toEqual([wren.mentor_id])
    expect(found.posts).toEqual([{ id: post.id, excerpt: 'Quillwork by hand', author_name: wren.user.name }])
    expect(found.events.map((one: any) => one.id)).toEqual([id])
    const byName = await search(ila, wren.user.name)
    expect(byName.conversations.map((one: any) => one.name)).toEqual([wren.user.name])
  })

  it('shows nobody the conversations of others, nor what a block keeps apart', async () => {
    const [wren, ila, other] = [await mentor(), await student(), await student()]
    await answer(api('POST', '/chat/conversations/', { as: ila, body: { with: wren.mentor_id } }), 201)
    await answer(api('POST', '/community/posts/', { as: wren, body: { text: 'Marmalade theory' } }), 201)
    expect((await search(other, wren.user.name)).conversations).toEqual([])
    expect((await search(other, 'marmalade')).posts).toHaveLength(1)
    expect((await api('PUT', `/blocks/${wren.mentor_id}/`, { as: other })).status).toBe(204)
    expect((await search(other, 'marmalade')).posts).toEqual([])
  })

  it.each(['"', 'a" OR "b', 'NEAR(x y)', '*', '(', "'; drop table posts; --", '%', '🙈'])(
    'takes %s as text',
    async (q) => {
      const found = await search(await student(), q)
      expect(Object.keys(found).toSorted()).toEqual(['conversations', 'events', 'mentors', 'posts'])
    },
  )
})

it('cuts an excerpt between characters that belong together', () => {
  expect(excerptOf('\n\n> ## Hello **there**\nmore')).toBe('Hello **there**')
  const family = '👩‍👩‍👧‍👦'
  expect(excerptOf(`a${family.repeat(200)}`)).toBe(`a${family.repeat(118)}…`)
})
