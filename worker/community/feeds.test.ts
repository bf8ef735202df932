import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eachOf, strings } from '../test/naughty'
import { withoutLimits } from '../test/unlimited'
import { answer, api, mentor, type Person } from '../test/world'
import { block, commented, trusted, valueOf } from './comments.desk'
import { act, arrived, hide, idsOf, member, pageOf, published, walk } from './posts.desk'
import { nightlyPostJobs, rankPosts } from './posts.jobs'

let reader: Person
let people: Person[]
withoutLimits()
beforeAll(async () => {
  reader = await member()
  people = await Promise.all(Array.from({ length: 10 }, () => member()))
})
const follow = (what: string, as = reader) => answer(api('PUT', `/community/follows/${what}/`, { as }), 204)

describe('a walk through a feed neither repeats nor skips', () => {
  let crowd: Person[]
  let before: string[]
  let run = 0
  const words = () => ({ tags: [`walk${run}`], text: `Walker${run}` })
  beforeEach(async () => {
    crowd = await Promise.all(Array.from({ length: 14 }, () => member()))
    reader = await member()
    run += 1
    before = [...(await arrived(45, crowd, words())), ...(await arrived(5, [crowd[0]!], { text: `Walker${run}` }))]
    await follow(`tags/walk${run}`)
    await follow(`people/${crowd[0]!.user.student_id}`)
    await Promise.all(before.map((id, i) => act('PUT', id, 'like', crowd[i % 7]!)))
    await rankPosts(env)
  })

  it.each(['', '&feed=useful', '&feed=following', '&tag=walk{run}', '&search=walker{run}'])(
    'while 200 posts arrive and likes change (%s)',
    async (query) => {
      const landing: Promise<unknown>[] = []
      let arrivals = 0
      /** Between four pages fifty more begin to arrive: some of them land while the next page is read. */
      const between = async () => {
        if (arrivals === 200) return
        arrivals += 50
        landing.push(...Array.from({ length: 10 }, (_, i) => arrived(5, [crowd[i]!], words())))
        await Promise.all(before.slice(0, 9).map((id, i) => act(i % 2 ? 'PUT' : 'POST', id, 'like', people[i]!)))
        await rankPosts(env)
      }
      const found = idsOf(await walk(reader, query.replace('{run}', String(run)), 9, between))
      expect(arrivals).toBe(200)
      await Promise.all(landing)
      expect(new Set(found).size).toBe(found.length)
      const expected = query.startsWith('&tag') ? before.slice(0, 45) : before
      expect(expected.filter((id) => !found.includes(id))).toEqual([])
    },
    60_000,
  )
})

describe('the latest', () => {
  it('come first, and the hidden, drafts and what is behind a block not at all', async () => {
    const [asha, ravi] = [await member(), await member()]
    const [one, other, hidden, blocked] = [
      await published(asha),
      await published(asha),
      await published(asha),
      await published(ravi),
    ]
    await hide(hidden.id)
    await block(reader, ravi)
    await answer(api('POST', '/community/drafts/', { as: asha, body: { text: 'Draft' } }), 201)
    const found = idsOf(await walk(reader, '', 100))
    expect(found.slice(0, 2)).toEqual([other.id, one.id])
    for (const id of [hidden.id, blocked.id]) expect(found).not.toContain(id)
    expect(idsOf(await walk(reader, `&author=${asha.user.student_id}`, 1))).toEqual([other.id, one.id])
  })

  it('can be of one topic, tag, author, and questions alone, all at once', async () => {
    const asha = await trusted(await mentor())
    const sent = { topic: 'design', tags: ['rare-tag'], is_question: true, text: 'Which grid for a poster?' }
    const { id } = await published(asha, sent)
    for (const other of [{ topic: 'data' }, { tags: ['elsewhere'] }, { is_question: false }, { text: 'Nothing' }])
      await published(asha, { ...sent, ...other })
    await published(people[0]!, sent)
    const query = `&topic=design&tag=RARE-TAG&author=${(asha as any).mentor_id}&is_question=true&search=poster%20GRID`
    for (const feed of ['latest', 'useful']) {
      await rankPosts(env)
      expect(idsOf(await walk(reader, `&feed=${feed}${query}`))).toEqual([id])
    }
    await answer(api('GET', '/community/posts/?topic=gossip', { as: reader }), 422)
  })

  it('say how many have come since, of others and under the same filters', async () => {
    const who = people[1]!
    const { newest, newer } = await pageOf(who, '&tag=since')
    expect(newer).toBeNull()
    const since = `&since=${encodeURIComponent(String(newest))}`
    expect(await pageOf(who, since)).toEqual({ items: [], next_cursor: null, newest: null, newer: 0 })
    await arrived(3, people.slice(2), { tags: ['since'] })
    await published(who, { tags: ['since'] })
    await published(people[3]!, { tags: ['other'] })
    expect((await pageOf(who, `${since}&tag=since`)).newer).toBe(3)
    expect((await pageOf(who, since)).newer).toBe(4)
    expect((await pageOf(who, `${since}&feed=following`)).newer).toBe(0)
    await answer(api('PUT', '/community/follows/tags/since/', { as: who }), 204)
    expect((await pageOf(who, `${since}&feed=following`)).newer).toBe(3)
    const crowd = await Promise.all(Array.from({ length: 4 }, () => member()))
    await arrived(110, crowd, {})
    expect((await pageOf(who, since)).newer).toBe(99)
  })
})

describe('the feed of whom and what I follow', () => {
  it('has their posts and those with my tags, each once, and none of my own', async () => {
    const [who, asha, ravi] = [await member(), await member(), await member()]
    await follow(`people/${(await published(asha), asha.user.student_id)}`, who)
    await follow('tags/chess', who)
    const both = await published(asha, { tags: ['chess'] })
    const tagged = await published(ravi, { tags: ['chess'] })
    await published(ravi, { tags: ['go'] })
    const found = idsOf(await walk(who, '&feed=following', 1))
    expect(found.slice(0, 2)).toEqual([tagged.id, both.id])
    expect(found).toHaveLength(3)
  })
})

describe('search', () => {
  it('finds words by their beginnings, in any order, in text and tags', async () => {
    const { id } = await published(people[0]!, { text: 'Zebras cross the Straße; नमस्ते दुनिया', tags: ['quagga'] })
    for (const words of ['zebra', 'CROSS zeb', 'straße', 'नमस्ते', 'quagga', 'zebra quag'])
      expect([words, idsOf(await walk(reader, `&search=${encodeURIComponent(words)}`))]).toEqual([words, [id]])
    expect(await walk(reader, '&search=zebra%20okapi')).toEqual([])
    await answer(api('PUT', `/community/posts/${id}/`, { as: people[0]!, body: { text: 'Okapi', tags: [] } }), 200)
    expect(idsOf(await walk(reader, '&search=okapi'))).toEqual([id])
    for (const gone of ['zebra', 'quagga']) expect(await walk(reader, `&search=${gone}`)).toEqual([])
    await hide(id)
    expect(await walk(reader, '&search=okapi')).toEqual([])
  })

  it('takes what is typed as text, never as its own syntax', async () => {
    const { id } = await published(people[0]!, { text: 'wolverine' })
    const syntax = [
      'NOT wolverine',
      'wolverine OR x',
      'wolverine AND',
      'text:wolverine',
      'wolver*',
      '"wolverine',
      'NEAR(a b)',
      '^wolverine',
      '-wolverine',
      '{text}: x',
      'a + b',
      "' or 1=1",
    ]
    for (const typed of syntax)
      await answer(api('GET', `/community/posts/?search=${encodeURIComponent(typed)}`, { as: reader }), 200)
    for (const typed of ['wolver*', '"wolverine', '^wolverine', '-wolverine'])
      expect(idsOf(await walk(reader, `&search=${encodeURIComponent(typed)}`))).toEqual([id])
    expect(await walk(reader, `&search=${encodeURIComponent('!!! ???')}`)).toEqual([])
    await eachOf(strings, async (typed) => {
      const search = encodeURIComponent(typed.toWellFormed())
      const { status } = await api('GET', `/community/posts/?limit=1&search=${search}`, { as: reader })
      expect([typed, [200, 422].includes(status)]).toEqual([typed, true])
    })
  })
})

describe('usefulness', () => {
  const why = (id: string) => answer(api('GET', `/community/posts/${id}/why/`, { as: reader }), 200)

  it('is explained by the terms and the sum that the feed used', async () => {
    const [asha, ravi] = [people[0]!, people[1]!]
    const loved = await published(asha, { text: 'Useful', tags: ['useful-test'] })
    const plain = await published(asha, { text: 'Plain', tags: ['useful-test'] })
    const asked = await published(asha, { text: 'Who knows?', is_question: true, tags: ['useful-test'] })
    expect(await why(asked.id)).toMatchObject({ place: null, points: 4 })
    for (const who of [ravi, people[2]!, people[3]!]) await act('PUT', loved.id, 'like', who)
    await act('PUT', loved.id, 'like', asha)
    await act('PUT', loved.id, 'bookmark', ravi)
    await commented(ravi, loved.id)
    await commented(ravi, loved.id)
    await commented(asha, loved.id)
    await rankPosts(env)
    expect(idsOf(await walk(reader, '&feed=useful&tag=useful-test', 1))).toEqual([loved.id, asked.id, plain.id])
    const told = await why(loved.id)
    expect(told.terms).toEqual([
      { term: 'likes', count: 3, points: 6 },
      { term: 'bookmarks', count: 1, points: 4 },
      { term: 'people', count: 1, points: 2 },
      { term: 'solved', count: 0, points: 0 },
      { term: 'waiting', count: 0, points: 0 },
      { term: 'age', count: 0, points: expect.any(Number) },
    ])
    expect(told.points).toBeCloseTo(told.terms.reduce((sum: number, { points }: { points: number }) => sum + points, 0))
    expect(told.place).toBeGreaterThan(0)
    await act('DELETE', loved.id, 'like', ravi)
    expect(await why(loved.id)).toEqual(told)
    await hide(loved.id)
    await answer(api('GET', `/community/posts/${loved.id}/why/`, { as: reader }), 404)
  })

  it('goes on below where one was when the ranking of the first page is gone', async () => {
    const ids = await arrived(12, people, { tags: ['gone-ranking'] })
    await Promise.all(ids.map((id, i) => Promise.all(people.slice(0, i % 9).map((who) => act('PUT', id, 'like', who)))))
    await rankPosts(env)
    const first = await pageOf(reader, '&feed=useful&tag=gone-ranking', 5)
    await env.DB.prepare('delete from rankings').run()
    await rankPosts(env)
    const rest = await pageOf(
      reader,
      `&feed=useful&tag=gone-ranking&cursor=${encodeURIComponent(String(first.next_cursor))}`,
    )
    const found = idsOf([...first.items, ...rest.items])
    expect(new Set(found).size).toBe(found.length)
  })

  it('is ranked again every five minutes, and old rankings leave', async () => {
    await rankPosts(env)
    const { postJobs } = await import('./posts.jobs')
    expect(await postJobs.rank_posts!(env)).toBe(0)
    await env.DB.prepare('update rankings set ranked_at = ranked_at - 4 * 3600000').run()
    expect(await postJobs.rank_posts!(env)).toBeGreaterThan(0)
    expect(await valueOf('select count(*) as n from rankings')).toEqual({ n: 1 })
  })
})

describe('tags', () => {
  it('are suggested by their beginning and counted where they can be read', async () => {
    const asha = await member()
    const posts = [await published(asha, { tags: ['kites', 'kiting'] }), await published(asha, { tags: ['kites'] })]
    const suggested = (search: string) => answer(api('GET', `/community/tags/?search=${search}`, { as: reader }), 200)
    expect(await suggested('%23KIT')).toEqual({
      items: [
        { tag: 'kites', posts: 2 },
        { tag: 'kiting', posts: 1 },
      ],
    })
    const tag = () => answer(api('GET', '/community/tags/KITES/', { as: reader }), 200)
    expect(await tag()).toEqual({ tag: 'kites', posts: 2, followers: 0, following: false })
    await follow('tags/kites')
    await hide(posts[0]!.id)
    expect(await tag()).toEqual({ tag: 'kites', posts: 1, followers: 1, following: true })
    await env.DB.prepare('update posts set hidden_at = null where id = ?').bind(posts[0]!.id).run()
    await answer(api('DELETE', `/community/posts/${posts[1]!.id}/`, { as: asha }), 204)
    expect(await tag()).toMatchObject({ posts: 1 })
    expect((await suggested('kiti')).items).toEqual([{ tag: 'kiting', posts: 1 }])
    await answer(api('GET', '/community/tags/nobody-uses-this/', { as: reader }), 404)
    expect(await nightlyPostJobs.recount_posts!(env)).toBe(0)
  })
})
