import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { withoutLimits } from '../test/unlimited'
import { answer, api, type Person } from '../test/world'
import { block, commented, toldKinds, valueOf } from './comments.desk'
import { act, hide, idsOf, member, published, shownTo } from './posts.desk'
import { nightlyPostJobs } from './posts.jobs'

let asha: Person
let ila: Person
withoutLimits()
beforeAll(async () => {
  asha = await member()
  ila = await member()
})

const seen = (as: Person, ids: string[]) => api('POST', '/community/posts/views/', { as, body: { ids } })

/** What the rows say, beside what the counters say. */
const counts = (id: string) =>
  valueOf<Record<string, number>>(
    `select likes, bookmarks, views, comments,
      likes = (select count(*) from post_likes where post_id = posts.id) as likes_agree,
      bookmarks = (select count(*) from post_bookmarks where post_id = posts.id) as bookmarks_agree,
      views = past_views + (select count(*) from post_views where post_id = posts.id) as views_agree
      from posts where id = ?`,
    id,
  )
const AGREE = { likes_agree: 1, bookmarks_agree: 1, views_agree: 1 }

describe('a like', () => {
  it('is one for each person, also when fifty come at once', async () => {
    const { id } = await published(asha)
    const answers = await Promise.all(Array.from({ length: 50 }, () => answer(act('PUT', id, 'like', ila), 200)))
    expect(answers).toEqual(Array(50).fill({ liked: true, likes: 1 }))
    expect(await counts(id)).toMatchObject({ likes: 1, ...AGREE })
    expect((await shownTo(ila, id)).liked).toBe(true)
    expect((await shownTo(asha, id)).liked).toBe(false)
    expect((await toldKinds(asha)).filter((kind) => kind === 'community_likes')).toHaveLength(1)
    await Promise.all(Array.from({ length: 9 }, () => answer(act('DELETE', id, 'like', ila), 200)))
    expect(await counts(id)).toMatchObject({ likes: 0, ...AGREE })
  })

  it('is taken back by the same press', async () => {
    const { id } = await published(asha)
    const press = () => answer(act('POST', id, 'like', ila), 200)
    expect(await press()).toEqual({ liked: true, likes: 1 })
    expect(await press()).toEqual({ liked: false, likes: 0 })
    expect(await press()).toEqual({ liked: true, likes: 1 })
  })
})

describe('a hidden, deleted or unknown post, and one behind a block', () => {
  it('is neither liked, kept nor viewed, and nothing changes', async () => {
    const ravi = await member()
    const [hidden, deleted, draft] = [await published(asha), await published(asha), await published(ravi)]
    await commented(ila, deleted.id)
    await hide(hidden.id)
    await answer(api('DELETE', `/community/posts/${deleted.id}/`, { as: asha }), 204)
    await block(ravi, ila)
    const ids = [hidden.id, deleted.id, draft.id, 'nothing']
    for (const id of ids)
      for (const [method, what] of [
        ['POST', 'like'],
        ['PUT', 'like'],
        ['DELETE', 'like'],
        ['PUT', 'bookmark'],
        ['POST', 'view'],
      ] as const)
        await answer(act(method, id, what, ila), 404)
    expect((await answer(seen(ila, ids), 200)).items).toEqual([])
    for (const id of ids.slice(0, 3)) expect(await counts(id)).toMatchObject({ likes: 0, bookmarks: 0, views: 0 })
  })
})

describe('a view', () => {
  it('counts once for each person and day, and never of the author', async () => {
    const { id } = await published(asha)
    const view = (as: Person) => answer(act('POST', id, 'view', as), 200)
    expect(await view(asha)).toEqual({ views: 0 })
    await Promise.all(Array.from({ length: 10 }, () => view(ila)))
    expect(await view(await member())).toEqual({ views: 2 })
    // The day after: what was seen yesterday is from before.
    const yesterday = new Date(now().getTime() - 86_400_000).toISOString().slice(0, 10)
    await env.DB.prepare('update post_views set day = ? where post_id = ?').bind(yesterday, id).run()
    expect(await view(ila)).toEqual({ views: 3 })
  })

  it('of a whole screen takes one request of at most a hundred', async () => {
    const posts = [await published(asha), await published(asha), await published(ila)]
    const { items } = await answer(seen(ila, idsOf(posts)), 200)
    expect(new Map(items.map(({ id, views }: any) => [id, views]))).toEqual(
      new Map(posts.map(({ id }, i) => [id, i === 2 ? 0 : 1])),
    )
    await answer(seen(ila, []), 422)
    await answer(seen(ila, Array(101).fill('x')), 422)
  })

  it('stays counted when nobody needs to know any more whose it was', async () => {
    const { id } = await published(asha)
    await answer(act('POST', id, 'view', ila), 200)
    await env.DB.prepare(`update post_views set day = '2020-01-01' where post_id = ?`).bind(id).run()
    expect(await nightlyPostJobs.forget_post_views!(env)).toBe(1)
    expect(await counts(id)).toMatchObject({ views: 1, ...AGREE })
    expect(await valueOf('select count(*) as n from post_views where post_id = ?', id)).toEqual({ n: 0 })
  })
})

describe('bookmarks', () => {
  const kept = (as: Person, query = '') => answer(api('GET', `/community/bookmarks/${query}`, { as }), 200)

  it('are listed by when they were made, page by page, and are nobody else’s to see', async () => {
    const who = await member()
    const posts = [await published(asha), await published(asha), await published(asha)]
    const order = [posts[1]!, posts[2]!, posts[0]!]
    for (const { id } of order) {
      await answer(act('PUT', id, 'bookmark', who), 204)
      await answer(act('PUT', id, 'bookmark', who), 204)
    }
    const expected = idsOf(order).toReversed()
    expect(idsOf((await kept(who)).items)).toEqual(expected)
    const first = await kept(who, '?limit=2')
    const rest = await kept(who, `?limit=2&cursor=${encodeURIComponent(first.next_cursor)}`)
    expect(idsOf([...first.items, ...rest.items])).toEqual(expected)
    expect(first.items[0]).toMatchObject({ bookmarked: true, bookmarks: 1 })
    expect((await shownTo(asha, order[0]!.id)).bookmarked).toBe(false)
    await hide(posts[1]!.id)
    expect(idsOf((await kept(who)).items)).toEqual(expected.slice(0, 2))
    await answer(act('DELETE', posts[1]!.id, 'bookmark', who), 204)
    await answer(act('DELETE', posts[0]!.id, 'bookmark', who), 204)
    expect(idsOf((await kept(who)).items)).toEqual([posts[2]!.id])
  })
})

describe('counters', () => {
  it('equal the rows after whatever many people do at once', async () => {
    const seed = Number(crypto.getRandomValues(new Uint32Array(1))[0])
    console.info(`seed ${seed}`)
    let state = seed
    const next = (most: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * most)
    }
    const people = await Promise.all(Array.from({ length: 5 }, () => member()))
    const posts = idsOf(await Promise.all(people.map((one) => published(one))))
    const acts = ['PUT like', 'DELETE like', 'POST like', 'PUT bookmark', 'DELETE bookmark', 'POST view']
    await Promise.all(
      Array.from({ length: 200 }, () => {
        const [method = '', what = ''] = acts[next(acts.length)]!.split(' ')
        return act(method, posts[next(posts.length)]!, what, people[next(people.length)]!)
      }),
    )
    for (const id of posts) expect(await counts(id)).toMatchObject(AGREE)
    expect(await nightlyPostJobs.recount_posts!(env)).toBe(0)
  })

  it('that went wrong are mended at night', async () => {
    const { id } = await published(asha, { tags: ['mending'] })
    await answer(act('PUT', id, 'like', ila), 200)
    await env.DB.prepare('update posts set likes = 7, views = 9 where id = ?').bind(id).run()
    await env.DB.prepare(`update tags set posts = 4 where tag = 'mending'`).run()
    expect(await nightlyPostJobs.recount_posts!(env)).toBe(2)
    expect(await counts(id)).toMatchObject({ likes: 1, views: 0 })
    expect(await valueOf(`select posts from tags where tag = 'mending'`)).toEqual({ posts: 1 })
  })
})
