import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { eraseBelongings } from '../accounts/erasure.data'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { eachOf, MORE, packed } from '../test/naughty'
import { withoutLimits } from '../test/unlimited'
import { admin, answer, api, minor, newcomer, student, type Person } from '../test/world'
import { block, commented, threads, valueOf } from './comments.desk'
import { act, hide, idsOf, member, pageOf, publish, published, readPost, shownTo, staffWith, walk } from './posts.desk'

let asha: Person
let ila: Person
withoutLimits()
beforeAll(async () => {
  asha = await member()
  ila = await member()
})

const change = (as: Person, id: string, body: object) =>
  api('PUT', `/community/posts/${id}/`, { as, body: { text: 'Words', ...body } })
const remove = (as: Person, id: string) => api('DELETE', `/community/posts/${id}/`, { as })
const history = (as: Person, id: string) => api('GET', `/community/posts/${id}/history/`, { as })

describe('a post', () => {
  it('says what its author wrote, under one topic and tags that are folded', async () => {
    const text = 'How do I read this?\n\n```ts\nconst x = `<b>`\n```'
    const sent = {
      text,
      topic: 'programming',
      tags: ['#TypeScript', 'ＴＹＰＥＳＣＲＩＰＴ', 'C++', 'node.js'],
      is_question: true,
    }
    const post = await published(asha, sent)
    expect(post).toMatchObject({
      text,
      topic: 'programming',
      tags: ['c++', 'node.js', 'typescript'],
      is_question: true,
      is_official: false,
      state: 'shown',
      author: { display_id: asha.user.student_id, name: asha.user.name, role: 'student' },
      is_mine: true,
      may_edit: true,
      likes: 0,
      comments: 0,
      views: 0,
      edited_at: null,
    })
    expect(await shownTo(ila, post.id)).toEqual({ ...post, is_mine: false, may_edit: false })
    expect(await published(asha)).toMatchObject({ topic: 'general', tags: [], is_question: false, pictures: [] })
  })

  it('comes back as it was typed, whatever it holds', async () => {
    await eachOf([...packed(2400), ...MORE.filter((text) => /[a-z]/.test(text))], async (text) => {
      const post = await answer(publish(await member(), { text }), 201)
      expect((await shownTo(ila, post.id)).text).toBe(text)
    })
  })

  it.each([
    ['no words', { text: ' \u200b' }, 'text'],
    ['2,501 characters', { text: '👩‍🚀'.repeat(2501) }, 'text'],
    ['six tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'tags'],
    ['ten thousand tags', { tags: Array.from({ length: 10_000 }, (_, i) => `t${i}`) }, 'tags'],
    ['a tag of signs', { tags: ['<script>'] }, '/tags/0'],
    ['a tag of 31 letters', { tags: ['x'.repeat(31)] }, '/tags/0'],
    ['a topic of its own', { topic: 'gossip' }, 'topic'],
    ['views', { views: 1000 }, 'views'],
    ['likes', { likes: 1000 }, 'likes'],
    ['another author', { author_account_id: 'x' }, 'author_account_id'],
    ['the official mark', { is_official: true }, 'is_official'],
    ['somebody who is not here', { text: 'Ask @S999999' }, 'text'],
    ['a picture that is nowhere', { pictures: [{ file_id: 'nothing', alt: '' }] }, 'pictures'],
  ])('with %s is refused at its field, and nothing is kept', async (_, body, field) => {
    const before = await valueOf('select count(*) as n from posts')
    const { errors } = await answer(publish(asha, body), 422)
    expect(Object.keys(errors)).toEqual([field])
    expect(await valueOf('select count(*) as n from posts')).toEqual(before)
  })

  it('takes exactly 2,500 characters, however many bytes they have', async () => {
    expect((await published(asha, { text: '👩‍🚀'.repeat(2500) })).state).toBe('shown')
  })

  it('asks for a proven address and a birth date, and minors may write', async () => {
    expect((await answer(publish(await newcomer()), 403)).code).toBe('email_unverified')
    expect((await published(await minor(), { text: 'I am sixteen' })).author?.name).toBe('Young Yash')
  })

  it('cannot name somebody with whom there is a block, and is not read by them', async () => {
    const ravi = await member()
    const post = await published(ravi)
    const mine = await published(asha, { text: `Hello @${ravi.user.student_id}` })
    expect(mine.mentions).toEqual([{ display_id: ravi.user.student_id, name: ravi.user.name }])
    await block(ravi, asha)
    expect((await answer(publish(asha, { text: `Hello @${ravi.user.student_id}` }), 422)).errors.text).toHaveLength(1)
    await answer(readPost(asha, post.id), 404)
    await answer(readPost(ravi, mine.id), 404)
    expect(idsOf(await walk(asha, '', 100))).not.toContain(post.id)
    expect(idsOf((await pageOf(asha, `&author=${ravi.user.student_id}`)).items)).toEqual([])
  })

  it('is written once for one idempotency key', async () => {
    const headers = { 'idempotency-key': 'a-post' }
    const ask = () => api('POST', '/community/posts/', { as: ila, body: { text: 'Once' }, headers })
    const [one, other] = [await answer(ask(), 201), await answer(ask(), 201)]
    expect(other.id).toBe(one.id)
  })
})

describe('a change of a post', () => {
  it('is marked, and what it said before is read by everybody who reads the post', async () => {
    const { id } = await published(asha, { text: 'First', tags: ['one', 'two'] })
    const changed = await answer(change(asha, id, { text: 'Second', tags: ['two', 'three'], topic: 'data' }), 200)
    expect(changed).toMatchObject({ text: 'Second', tags: ['three', 'two'], topic: 'data' })
    expect(changed.edited_at).toEqual(expect.any(String))
    await answer(change(asha, id, { text: 'Third' }), 200)
    const { items } = await answer(history(ila, id), 200)
    expect(items.map(({ text }: { text: string }) => text)).toEqual(['Second', 'First'])
    expect(idsOf((await pageOf(ila, '&search=Third')).items)).toEqual([id])
    expect((await pageOf(ila, '&search=Second')).items).toEqual([])
  })

  it('that changes nothing is none', async () => {
    const post = await published(asha, { text: 'Same', tags: ['b', 'a'] })
    expect(await answer(change(asha, post.id, { text: 'Same', tags: ['a', 'b'] }), 200)).toEqual(post)
    expect((await answer(history(asha, post.id), 200)).items).toEqual([])
  })

  it("is the author's alone", async () => {
    const { id } = await published(asha, { text: 'Mine' })
    await answer(change(ila, id, { text: 'Yours' }), 404)
    await answer(remove(ila, id), 404)
    await answer(change(await admin(), id, { text: 'Ours' }), 404)
    expect((await shownTo(ila, id)).text).toBe('Mine')
  })

  it('of a hidden one is possible once, and brings it back to the moderators', async () => {
    const { id } = await published(asha, { text: 'Rude' })
    await hide(id)
    await answer(readPost(ila, id), 404)
    await answer(history(ila, id), 404)
    expect(await shownTo(asha, id)).toMatchObject({ state: 'hidden', text: 'Rude', may_edit: true })
    expect(await answer(change(asha, id, { text: 'Kind' }), 200)).toMatchObject({ state: 'hidden', may_edit: false })
    expect((await answer(change(asha, id, { text: 'Again' }), 409)).code).toBe('state_conflict')
    expect(await valueOf('select cause, state from community_cases where subject_id = ?', id)).toEqual({
      cause: 'edit',
      state: 'open',
    })
  })
})

describe('a deleted post', () => {
  it('is gone where nobody answered', async () => {
    const { id } = await published(asha, { text: 'Alone', tags: ['lonely'] })
    await answer(remove(asha, id), 204)
    for (const who of [asha, ila]) await answer(readPost(who, id), 404)
    await answer(remove(asha, id), 404)
    expect(await valueOf(`select posts from tags where tag = 'lonely'`)).toEqual({ posts: 0 })
  })

  it('keeps its thread at its address, without words, tags, author or a past', async () => {
    const { id } = await published(asha, { text: 'Zephyr asks', tags: ['winds'] })
    await answer(change(asha, id, { text: 'Zephyr asked', tags: ['winds'] }), 200)
    await commented(ila, id, 'An answer that stays')
    await answer(remove(asha, id), 204)
    expect(await shownTo(ila, id)).toMatchObject({
      state: 'removed',
      text: '',
      author: null,
      tags: [],
      comments: 1,
      may_edit: false,
    })
    expect((await threads(ila, id)).items[0].text).toBe('An answer that stays')
    await answer(history(ila, id), 404)
    expect((await pageOf(ila, '&search=zephyr')).items).toEqual([])
    expect(idsOf(await walk(ila, '', 100))).not.toContain(id)
    await answer(api('POST', `/community/posts/${id}/comment/`, { as: ila, body: { text: 'More' } }), 404)
  })
})

describe('what AspireX says', () => {
  it('is said by support and administration in a staff session alone, and read by anyone', async () => {
    const words = { text: 'Welcome', as_official: true, tags: ['news'] }
    for (const who of [asha, await staffWith('moderator')])
      expect((await answer(publish(who, words), 403)).code).toBe('role_required')
    const support = await staffWith('support')
    const post = await published(support, words)
    expect(post).toMatchObject({
      is_official: true,
      author: { display_id: null, name: 'AspireX', picture_url: null, role: 'staff' },
    })
    expect(await shownTo(undefined, post.id)).toMatchObject({ text: 'Welcome', liked: false, is_mine: false })
    await valueOf('update sessions set second_factor_at = null where account_id = ? returning id', support.user.id)
    expect((await answer(publish(support, words), 403)).code).toBe('role_required')
    await answer(change(support, post.id, { text: 'Changed' }), 404)
  })

  it('does not give away who wrote it', async () => {
    const support = await staffWith('support')
    const post = await published(support, { as_official: true })
    expect(JSON.stringify(await shownTo(ila, post.id))).not.toContain(support.user.name)
    expect((await pageOf(ila, `&author=${support.user.student_id}`)).items).toEqual([])
    await block(ila, support)
    expect((await shownTo(ila, post.id)).text).toBe('Words')
  })

  it('is listed for anyone, the latest first, without what is hidden or said by others', async () => {
    const support = await staffWith('support')
    const [one, two, hidden] = [
      await published(support, { as_official: true }),
      await published(support, { as_official: true }),
      await published(support, { as_official: true }),
    ]
    await hide(hidden.id)
    await published(asha)
    const list = (query = '') => answer(api('GET', `/community/official/${query}`), 200)
    const first = await list('?limit=1')
    const next = await list(`?limit=1&cursor=${encodeURIComponent(first.next_cursor)}`)
    expect(idsOf([...first.items, ...next.items])).toEqual([two.id, one.id])
    expect((await list('?limit=100')).items.every((post: { is_official: boolean }) => post.is_official)).toBe(true)
  })

  it('is changed by whoever may speak for it', async () => {
    const post = await published(await staffWith('support'), { as_official: true, text: 'Soon' })
    expect(await answer(change(await admin(), post.id, { text: 'Now' }), 200)).toMatchObject({ text: 'Now' })
    await answer(remove(await admin(), post.id), 204)
  })

  it('is all that a visitor reads: any other post is missing', async () => {
    const { id } = await published(asha)
    const missing = await answer(readPost(undefined, 'nothing'), 404)
    expect({ ...(await answer(readPost(undefined, id), 404)), request_id: '' }).toEqual({ ...missing, request_id: '' })
    await answer(api('GET', '/community/posts/'), 401)
  })
})

describe('whoever leaves', () => {
  it('takes words, pasts, likes and bookmarks along; threads stay, and what was counted of views', async () => {
    const gone = await member()
    const [thread, alone] = [await published(gone, { text: 'Zyx', tags: ['leaving'] }), await published(gone)]
    await answer(change(gone, thread.id, { text: 'Zyxw', tags: ['leaving'] }), 200)
    await commented(ila, thread.id, 'I stay')
    await answer(api('POST', '/community/drafts/', { as: gone, body: { text: 'Never said' } }), 201)
    const { id } = await published(ila)
    for (const [method, what] of [
      ['PUT', 'like'],
      ['POST', 'view'],
    ] as const)
      await answer(act(method, id, what, gone), 200)
    await answer(act('PUT', id, 'bookmark', gone), 204)
    const db = unmetered(env)
    const person = { id: gone.user.id, email: gone.email, email_key: gone.email }
    await write(db, eraseBelongings(db, person, now()))
    expect(await shownTo(ila, thread.id)).toMatchObject({ state: 'removed', text: '', author: null, comments: 1 })
    expect((await threads(ila, thread.id)).items).toHaveLength(1)
    await answer(readPost(ila, alone.id), 404)
    expect((await pageOf(ila, '&search=zyx')).items).toEqual([])
    expect(await shownTo(ila, id)).toMatchObject({ likes: 0, bookmarks: 0, views: 1 })
    expect(await valueOf(`select posts from tags where tag = 'leaving'`)).toEqual({ posts: 0 })
    expect(
      await valueOf(
        `select (select count(*) from posts where author_account_id = ?1 and text <> '')
          + (select count(*) from post_versions where post_id = ?2) as n`,
        gone.user.id,
        thread.id,
      ),
    ).toEqual({ n: 0 })
  })
})

describe('the first day of an account', () => {
  it('has three posts, two links and one picture', async () => {
    const who = await student()
    const links = 'https://example.com and www.example.com'
    expect(Object.keys((await answer(publish(who, { text: `${links} http://example.com` }), 422)).errors)).toEqual([
      'text',
    ])
    const { id } = await published(who, { text: links })
    await answer(publish(who, { text: 'One more: https://example.com' }), 422)
    await answer(change(who, id, { text: `${links} https://example.com` }), 422)
    await published(who)
    await published(who)
    const { code, detail } = await answer(publish(who), 409)
    expect([code, detail]).toEqual(['limit_reached', expect.stringContaining('3 posts')])
    await answer(remove(who, id), 204)
    await answer(publish(who), 409)
  })

  it('holds for posts of the same moment', async () => {
    const who = await student()
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(who)))
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(3)
  })

  it('is followed by thirty posts a day', async () => {
    const who = await member()
    const statuses: number[] = []
    for (let i = 0; i < 31; i++) statuses.push((await publish(who)).status)
    expect(statuses).toEqual([...Array(30).fill(201), 409])
  })
})
