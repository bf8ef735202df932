import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { ANSWERS_SHOWN } from '../contract/comments.constants'
import { COMMENT_DEPTH_MOST } from '../contract/community.constants'
import { eraseBelongings } from '../accounts/erasure.data'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { slices } from '../slices'
import { withoutLimits } from '../test/unlimited'
import { answer, api, newcomer, student, type Person } from '../test/world'
import { block, comment, commented, posted, threads, told, toldKinds, trusted, valueOf } from './comments.desk'
import { nightlyCommentJobs } from './comments.jobs'

withoutLimits()
let [asha, ravi, ila] = [] as unknown as [Person, Person, Person]
beforeAll(async () => {
  ;[asha, ravi, ila] = [
    await student({ name: 'Asha Rao' }),
    await student({ name: 'Ravi Nair' }),
    await student({ name: 'Ila Sen' }),
  ]
})
const like = (as: Person, id: string, method = 'PUT') => api(method, `/community/comments/${id}/like/`, { as })
const change = (as: Person, id: string, text: string) =>
  api('PUT', `/community/comments/${id}/`, { as, body: { text } })
const remove = (as: Person, id: string) => api('DELETE', `/community/comments/${id}/`, { as })
const countOf = (post_id: string) => valueOf<{ comments: number }>('select comments from posts where id = ?', post_id)
const ids = (page: any): string[] => page.items.map(({ id }: any) => id)

describe('a comment', () => {
  it('is told with its author, and answers stand below it', async () => {
    const post = await posted(asha)
    const first = await commented(ravi, post, 'What **would** you try first?')
    expect(first).toMatchObject({
      post_id: post,
      parent_id: null,
      depth: 1,
      state: 'shown',
      author: { display_id: ravi.user.student_id, name: 'Ravi Nair', role: 'student' },
      text: 'What **would** you try first?',
      likes: 0,
      is_mine: true,
      edited_at: null,
    })
    const second = await commented(asha, post, 'A smaller one', first.id)
    const page = await threads(ila, post)
    expect(page.items).toMatchObject([{ id: first.id, is_mine: false, answers: [{ id: second.id, depth: 2 }] }])
    expect(page).toMatchObject({ next_cursor: null, accepted: null })
    expect(await countOf(post)).toEqual({ comments: 2 })
  })

  it('sent again with its key is the same one', async () => {
    const post = await posted(asha)
    const send = (text: string) =>
      api('POST', `/community/posts/${post}/comment/`, {
        as: ravi,
        body: { text },
        headers: { 'idempotency-key': 'once' },
      })
    const answers = await Promise.all(Array.from({ length: 4 }, () => answer(send('Only once'), 201)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect((await answer(send('Something else'), 422)).code).toBe('idempotency_key_reused')
    const [thread] = (await threads(ila, post)).items
    expect(thread).toEqual({ ...answers[0], is_mine: false, answers: [], answers_cursor: null })
  })

  it('goes as deep as is shown; an answer to the deepest stands beside it', async () => {
    const post = await posted(asha)
    let above = await commented(ravi, post, '1')
    for (let depth = 2; depth <= COMMENT_DEPTH_MOST; depth++) {
      const below = await commented(depth % 2 ? ravi : ila, post, String(depth), above.id)
      expect(below).toMatchObject({ depth, parent_id: above.id })
      above = below
    }
    const beside = await commented(asha, post, 'beside', above.id)
    expect(beside).toMatchObject({ depth: COMMENT_DEPTH_MOST, parent_id: above.parent_id })
    const [thread] = (await threads(asha, post)).items
    expect(thread.answers).toHaveLength(COMMENT_DEPTH_MOST)
    expect(await toldKinds(ila)).toContain('community_answer')
  })

  it('has up to 2,500 graphemes, an answer in the same post, and nothing else', async () => {
    const [post, other] = [await posted(asha), await posted(asha)]
    const elsewhere = await commented(ravi, other)
    await commented(ravi, post, '👩‍👩‍👧'.repeat(2500))
    for (const body of [{ text: '' }, { text: '\u200b ' }, { text: 'x'.repeat(2501) }])
      expect((await answer(comment(ravi, post, body.text), 422)).errors).toHaveProperty('text')
    expect((await answer(comment(ravi, post, 'Lost', elsewhere.id), 422)).errors).toHaveProperty('parent_id')
    expect((await answer(comment(ravi, post, 'Lost', 'nowhere'), 422)).errors).toHaveProperty('parent_id')
    const forged = { text: 'Mine', likes: 100, author_account_id: asha.user.id }
    await answer(api('POST', `/community/posts/${post}/comment/`, { as: ravi, body: forged }), 422)
    await answer(comment(ravi, 'nowhere'), 404)
    await answer(comment(await newcomer(), post), 403)
    await answer(api('GET', `/community/posts/${post}/comments/`), 401)
    expect(await countOf(post)).toEqual({ comments: 1 })
  })

  it('comes back exactly as it was written, whatever it holds', async () => {
    const post = await posted(asha)
    for (const text of ['<img src=x onerror=alert(1)>', "'; drop table posts; --", '# x\n\n```js\n1\n```', '‮abc'])
      expect((await commented(ravi, post, text)).text).toBe(text)
  })

  it('below a hidden or blocked author’s post is not there; below a removed one it is only read', async () => {
    for (const column of ['hidden_at', 'removed_at']) {
      const post = await posted(asha)
      const said = await commented(ravi, post)
      await env.DB.prepare(`update posts set ${column} = ? where id = ?`).bind(now().getTime(), post).run()
      await answer(comment(ravi, post), 404)
      const isRead = column === 'removed_at' ? 200 : 404
      await answer(api('GET', `/community/posts/${post}/comments/`, { as: ravi }), isRead)
      for (const method of ['POST', 'PUT', 'DELETE']) await answer(like(ila, said.id, method), 404)
    }
    const [dina, eva] = [await student(), await student()]
    const post = await posted(dina)
    await block(dina, eva)
    await answer(comment(eva, post), 404)
    await answer(api('GET', `/community/posts/${post}/comments/`, { as: eva }), 404)
  })

  it('of a new account holds two links altogether on its first day', async () => {
    const [fresh, old] = [await student(), await trusted(await student())]
    const post = await posted(asha)
    await commented(fresh, post, 'See https://example.com and www.example.com/a')
    expect((await answer(comment(fresh, post, 'And http://example.com/b'), 422)).errors.text[0]).toContain('2 links')
    const plain = await commented(fresh, post, 'Without any')
    expect((await answer(change(fresh, plain.id, 'http://example.com/c'), 422)).errors).toHaveProperty('text')
    await commented(old, post, 'https://a.example.com https://b.example.com https://c.example.com')
  })

  it('is written 200 times a day at most', () => {
    const routes = slices.flatMap((slice) => slice.routes).map(({ declared }) => declared)
    const limits = routes.find(({ operationId }) => operationId === 'commentOnPost')?.limits
    expect(limits?.({ me: 'x' } as never)).toMatchObject([{ most: 200, seconds: 86_400 }])
  })
})

describe('the comments of a post', () => {
  it('come in pages that neither repeat nor leave out any while others are written, oldest or most liked first', async () => {
    const post = await posted(asha)
    const made: string[] = []
    for (let i = 0; i < 7; i++) made.push((await commented(ravi, post, `Nr ${i}`)).id)
    for (const id of [made[3]!, made[5]!]) await answer(like(asha, id), 200)
    await answer(like(ila, made[5]!), 200)
    const walk = async (order: string) => {
      const found: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: any = await threads(
          ila,
          post,
          `?order=${order}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        )
        found.push(...ids(page))
        cursor = page.next_cursor
        if (order === 'liked') await commented(asha, post, 'Meanwhile')
      }
      return found
    }
    expect(await walk('oldest')).toEqual(made)
    const liked = await walk('liked')
    expect(liked.slice(0, 3)).toEqual([made[5], made[3], made[0]])
    expect(new Set(liked).size).toBe(liked.length)
    expect(liked).toEqual(expect.arrayContaining(made))
  })

  it('bring their first answers along and the others on demand', async () => {
    const post = await posted(asha)
    const top = await commented(ravi, post, 'Top')
    const at = now().getTime()
    const rows = Array.from({ length: ANSWERS_SHOWN + 5 }, (_, i) =>
      env.DB.prepare(
        'insert into comments (id, post_id, parent_id, root_id, depth, author_account_id, text, created_at) values (?1, ?2, ?3, ?3, 2, ?4, ?5, ?6)',
      ).bind(`answer-${String(i).padStart(2, '0')}`, post, top.id, ila.user.id, `Answer ${i}`, at + i),
    )
    await env.DB.batch(rows)
    const [thread] = (await threads(asha, post)).items
    expect(thread.answers).toHaveLength(ANSWERS_SHOWN)
    const query = `?parent=${top.id}&cursor=${encodeURIComponent(thread.answers_cursor)}`
    const more = await threads(asha, post, query)
    expect(more.next_cursor).toBe(null)
    const all = [...thread.answers, ...more.items].map(({ text }: any) => text)
    expect(all).toEqual(rows.map((_, i) => `Answer ${i}`))
  })

  it('leave out people with whom there is a block, and keep their place where others answered', async () => {
    const [dina, eva] = [await student(), await student()]
    const post = await posted(asha)
    const [answered, alone] = [await commented(dina, post, 'Answered'), await commented(dina, post, 'Alone')]
    await commented(ravi, post, 'Below', answered.id)
    await block(dina, eva)
    for (const reader of [eva]) {
      const page = await threads(reader, post)
      expect(ids(page)).toEqual([answered.id])
      expect(page.items[0]).toMatchObject({ state: 'removed', author: null, text: '', answers: [{ text: 'Below' }] })
    }
    expect(ids(await threads(ila, post))).toEqual([answered.id, alone.id])
    await answer(like(eva, alone.id), 404)
    expect((await answer(comment(eva, post, 'To you', alone.id), 422)).errors).toHaveProperty('parent_id')
  })
})

describe('a changed comment', () => {
  it('is marked, keeps what it said, and is its author’s alone to change', async () => {
    const post = await posted(asha)
    const said = await commented(ravi, post, 'First')
    await answer(change(asha, said.id, 'Not mine'), 404)
    expect(await answer(change(ravi, said.id, 'First'), 200)).toMatchObject({ edited_at: null })
    const second = await answer(change(ravi, said.id, 'Second'), 200)
    expect(second).toMatchObject({ text: 'Second', edited_at: expect.any(String) })
    await answer(change(ravi, said.id, 'Third'), 200)
    const { items } = await answer(api('GET', `/community/comments/${said.id}/history/`, { as: ila }), 200)
    expect(items.map(({ text }: any) => text)).toEqual(['Second', 'First'])
    expect(items[0].written_at).toBe(second.edited_at)
    await answer(change(ravi, said.id, 'x'.repeat(2501)), 422)
  })
})

describe('a removed comment', () => {
  it('loses its words and its past, and keeps what others answered', async () => {
    const post = await posted(asha)
    const said = await commented(ravi, post, 'Regretted')
    const below = await commented(ila, post, 'Kept', said.id)
    await answer(change(ravi, said.id, 'Regretted still'), 200)
    await answer(remove(asha, said.id), 404)
    await answer(remove(ravi, said.id), 204)
    await answer(remove(ravi, said.id), 404)
    const page = await threads(asha, post)
    expect(page.items).toMatchObject([{ state: 'removed', text: '', author: null, answers: [{ text: 'Kept' }] }])
    expect(JSON.stringify(page)).not.toContain('Regretted')
    await answer(api('GET', `/community/comments/${said.id}/history/`, { as: asha }), 404)
    await answer(change(ravi, said.id, 'Back'), 404)
    await answer(like(asha, said.id), 404)
    expect(await countOf(post)).toEqual({ comments: 1 })
    await answer(remove(ila, below.id), 204)
    expect(await countOf(post)).toEqual({ comments: 0 })
  })
})

describe('a like of a comment', () => {
  it('is one for each person, however many ask at once, and the counter is what the rows are', async () => {
    const said = await commented(ravi, await posted(asha))
    await Promise.all(Array.from({ length: 50 }, () => answer(like(ila, said.id), 200)))
    expect(await answer(like(asha, said.id), 200)).toEqual({ liked: true, likes: 2 })
    expect(await answer(like(asha, said.id, 'POST'), 200)).toEqual({ liked: false, likes: 1 })
    expect(await answer(like(asha, said.id, 'POST'), 200)).toEqual({ liked: true, likes: 2 })
    expect(await answer(like(asha, said.id, 'DELETE'), 200)).toEqual({ liked: false, likes: 1 })
    expect(await answer(like(asha, said.id, 'DELETE'), 200)).toEqual({ liked: false, likes: 1 })
    const crowd = await Promise.all(Array.from({ length: 8 }, () => student()))
    await Promise.all(crowd.map((one) => answer(like(one, said.id), 200)))
    const rows = await valueOf<{ n: number }>('select count(*) as n from comment_likes where comment_id = ?', said.id)
    expect(rows.n).toBe(9)
    expect(await valueOf('select likes from comments where id = ?', said.id)).toEqual({ likes: 9 })
  })

  it('is told once a day for each comment, and counts up', async () => {
    const dina = await student()
    const said = await commented(dina, await posted(asha))
    for (const who of [asha, ravi, ila, dina]) await answer(like(who, said.id), 200)
    await answer(like(asha, said.id, 'DELETE'), 200)
    await answer(like(asha, said.id), 200)
    const likes = (await told(dina)).filter(({ kind }) => kind === 'community_likes')
    expect(likes.map(({ message }) => message)).toEqual(['Asha Rao and 2 others like your comment.'])
  })
})

it('counters that differ from their rows are mended each night', async () => {
  const post = await posted(asha)
  const said = await commented(ravi, post)
  await answer(like(asha, said.id), 200)
  expect(await nightlyCommentJobs.recount_comments!(env)).toBe(0)
  await env.DB.prepare('update posts set comments = 40 where id = ?').bind(post).run()
  await env.DB.prepare('update comments set likes = 40 where id = ?').bind(said.id).run()
  expect(await nightlyCommentJobs.recount_comments!(env)).toBe(2)
  expect(await countOf(post)).toEqual({ comments: 1 })
  expect(await valueOf('select likes from comments where id = ?', said.id)).toEqual({ likes: 1 })
})

describe('an accepted answer', () => {
  const accept = (as: Person, post: string, comment_id: string) =>
    api('PUT', `/community/posts/${post}/accepted-answer/`, { as, body: { comment_id } })
  const accepted = async (post: string) => (await threads(asha, post)).accepted?.id

  it('is chosen by who asked, of readable comments on the question itself', async () => {
    const [question, statement] = [await posted(asha, { is_question: true }), await posted(asha)]
    const [good, other] = [await commented(ravi, question, 'Do this'), await commented(ila, question, 'Or that')]
    const [deep, stray] = [await commented(ila, question, 'Deep', good.id), await commented(ravi, statement)]
    await answer(accept(ravi, question, good.id), 403)
    await answer(accept(asha, statement, stray.id), 409)
    for (const id of [deep.id, stray.id, 'nowhere'])
      expect((await answer(accept(asha, question, id), 422)).errors).toHaveProperty('comment_id')
    expect(await answer(accept(asha, question, good.id), 200)).toEqual({ accepted_comment_id: good.id })
    const page = await threads(ila, question)
    expect(page.accepted).toMatchObject({ id: good.id, is_accepted: true, text: 'Do this' })
    expect(page.items.map(({ is_accepted }: any) => is_accepted)).toEqual([true, false])
    expect(await toldKinds(ravi)).toContain('community_accepted')
    await answer(accept(asha, question, other.id), 200)
    expect(await accepted(question)).toBe(other.id)
    await answer(api('DELETE', `/community/posts/${question}/accepted-answer/`, { as: ravi }), 403)
    await answer(api('DELETE', `/community/posts/${question}/accepted-answer/`, { as: asha }), 200)
    expect(await accepted(question)).toBe(undefined)
  })

  it('unsets itself where the comment is removed or hidden', async () => {
    const question = await posted(asha, { is_question: true })
    const [gone, hidden] = [await commented(ravi, question), await commented(ila, question)]
    await answer(accept(asha, question, gone.id), 200)
    await answer(remove(ravi, gone.id), 204)
    expect(await accepted(question)).toBe(undefined)
    await answer(accept(asha, question, gone.id), 422)
    await answer(accept(asha, question, hidden.id), 200)
    await env.DB.prepare('update comments set hidden_at = 1 where id = ?').bind(hidden.id).run()
    expect(await valueOf('select accepted_comment_id as id from posts where id = ?', question)).toEqual({ id: null })
    const forced = env.DB.prepare('update posts set accepted_comment_id = ? where id = ?').bind(hidden.id, question)
    await expect(forced.run()).rejects.toThrow(/no such answer/)
  })
})

it('a former member’s words are gone and their answers’ places stay', async () => {
  const gone = await student({ name: 'Gone Member' })
  const post = await posted(asha)
  const said = await commented(gone, post, 'Words that shall go')
  await commented(ravi, post, 'Kept', said.id)
  await commented(gone, await posted(asha), 'More words')
  await answer(like(gone, (await commented(ravi, post)).id), 200)
  expect((await told(asha)).some(({ message }) => message.includes('Gone Member'))).toBe(true)
  const db = unmetered(env)
  const { id } = gone.user
  await write(db, eraseBelongings(db, { id, email: gone.email, email_key: gone.email }, now()))
  const page = await threads(asha, post)
  expect(page.items[0]).toMatchObject({ state: 'removed', author: null, text: '', answers: [{ text: 'Kept' }] })
  expect((await told(asha)).some(({ message }) => message.includes('Gone Member'))).toBe(false)
  expect(await valueOf('select count(*) as n from comments where text like ?', '%shall go%')).toEqual({ n: 0 })
  expect(await nightlyCommentJobs.recount_comments!(env)).toBe(0)
})
