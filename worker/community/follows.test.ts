import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { COMPLETIONS_MOST, MENTIONS_MOST } from '../contract/comments.constants'
import { FOLLOWS_MOST } from '../contract/follows.constants'
import { now } from '../lib/clock'
import { withoutLimits } from '../test/unlimited'
import { answer, api, applicant, mentor, student, type Person, type Teacher } from '../test/world'
import { block, comment, commented, posted, threads, told, toldKinds } from './comments.desk'
import { mentionsIn } from './mentions.rules'

withoutLimits()
let [asha, ravi] = [] as unknown as [Person, Person]
let mira: Teacher
beforeAll(async () => {
  ;[asha, ravi, mira] = [
    await student({ name: 'Asha Rao' }),
    await student({ name: 'Ravi Nair' }),
    await mentor({ name: 'Mira Joshi' }),
  ]
  await posted(asha)
  await posted(ravi)
})
const sid = (who: Person) => who.user.student_id
const path = (display_id: string) => `/community/follows/people/${display_id}/`
const follow = (as: Person, display_id: string, method = 'PUT') => api(method, path(display_id), { as })
const follows = (as: Person, query = '') => answer(api('GET', `/community/follows/${query}`, { as }), 200)
const profile = (as: Person, display_id: string) => api('GET', path(display_id), { as })
const complete = async (as: Person, search: string, post_id?: string): Promise<string[]> => {
  const query = new URLSearchParams({ search, ...(post_id && { post_id }) })
  return (await answer(api('GET', `/community/people/?${query}`, { as }), 200)).items.map(({ name }: any) => name)
}

describe('following a person', () => {
  it('is once, is told the first time alone, and ends', async () => {
    const dina = await student({ name: 'Dina' })
    expect(await answer(profile(dina, mira.mentor_id), 200)).toMatchObject({
      name: 'Mira Joshi',
      role: 'mentor',
      is_me: false,
      is_followed: false,
      followers: 0,
    })
    await Promise.all(Array.from({ length: 5 }, () => answer(follow(dina, mira.mentor_id), 204)))
    await answer(follow(dina, sid(asha)), 204)
    expect(await answer(profile(dina, mira.mentor_id), 200)).toMatchObject({ is_followed: true, followers: 1 })
    const { items, next_cursor } = await follows(dina, '?limit=1')
    const rest = await follows(dina, `?limit=1&cursor=${encodeURIComponent(next_cursor)}`)
    expect([...items, ...rest.items].map(({ display_id }: any) => display_id)).toEqual([sid(asha), mira.mentor_id])
    expect(rest.next_cursor).toBe(null)
    await answer(follow(dina, mira.mentor_id, 'DELETE'), 204)
    await answer(follow(dina, mira.mentor_id, 'DELETE'), 204)
    await answer(follow(dina, mira.mentor_id), 204)
    expect((await told(mira)).filter(({ kind }) => kind === 'community_follower')).toMatchObject([
      { message: 'Dina follows you now.', link: `/community/people/${sid(dina)}` },
    ])
  })

  it('is of people one can meet, and nobody else has a name here', async () => {
    const [quiet, waiting] = [await student(), await applicant()]
    for (const id of [sid(quiet), waiting.mentor_id, 'S999999', 'M999999', 'x']) {
      await answer(profile(asha, id), 404)
      await answer(follow(asha, id), 404)
    }
    const gone = await student()
    await posted(gone)
    await answer(profile(asha, sid(gone)), 200)
    await env.DB.prepare('update accounts set closing_at = 1 where id = ?').bind(gone.user.id).run()
    await answer(profile(asha, sid(gone)), 404)
    await answer(comment(asha, await posted(ravi), `Hello @${sid(gone)}`), 422)
    await answer(follow(asha, sid(asha)), 404)
    expect(await answer(profile(asha, sid(asha)), 200)).toMatchObject({ is_me: true, posts: 1 })
  })

  it('ends in both directions with a block, and does not begin again', async () => {
    const [one, other] = [await student(), await student()]
    await posted(one)
    await posted(other)
    await answer(follow(one, sid(other)), 204)
    await answer(follow(other, sid(one)), 204)
    await block(one, other)
    expect([(await follows(one)).items, (await follows(other)).items]).toEqual([[], []])
    await answer(follow(one, sid(other)), 409)
    await answer(follow(other, sid(one)), 404)
    await answer(profile(other, sid(one)), 404)
  })

  it(`has room for ${FOLLOWS_MOST}`, async () => {
    const [fan, at] = [await student(), now().getTime()]
    const { results } = await env.DB.prepare('select id from accounts where id <> ? limit 3').bind(fan.user.id).all()
    expect(results).toHaveLength(3)
    await env.DB.batch(
      Array.from({ length: FOLLOWS_MOST }, (_, i) =>
        env.DB.prepare('insert into follows_tags (account_id, tag, created_at) values (?, ?, ?)').bind(
          fan.user.id,
          `tag${i}`,
          at,
        ),
      ),
    )
    const tag = (name: string, method = 'PUT') => api(method, `/community/follows/tags/${name}/`, { as: fan })
    expect((await answer(tag('another'), 409)).code).toBe('limit_reached')
    await answer(tag('tag7'), 204)
    await answer(tag('tag7', 'DELETE'), 204)
    await answer(tag('another'), 204)
    expect((await follows(fan)).tags).toHaveLength(FOLLOWS_MOST)
  })
})

it('tags are followed as posts keep them', async () => {
  const who = await student()
  const tag = (name: string, method = 'PUT') =>
    api(method, `/community/follows/tags/${encodeURIComponent(name)}/`, { as: who })
  await answer(tag('System-Design'), 204)
  await answer(tag('system-design'), 204)
  await answer(tag('गणित'), 204)
  expect((await follows(who)).tags).toEqual(['system-design', 'गणित'])
  await answer(tag('SYSTEM-DESIGN', 'DELETE'), 204)
  expect((await follows(who)).tags).toEqual(['गणित'])
  await answer(tag("' or 1=1"), 404)
})

describe('completion', () => {
  it('offers who speaks there first, then whom I follow, then others of that name', async () => {
    const [anita, anil, anuj, reader] = [
      await student({ name: 'Anita' }),
      await student({ name: 'anil' }),
      await mentor({ name: 'Anuj' }),
      await student(),
    ]
    await student({ name: 'Anonymous and quiet' })
    const post = await posted(asha)
    await commented(anil, post)
    await posted(anita)
    expect(await complete(reader, 'aN', post)).toEqual(['anil', 'Anita', 'Anuj'])
    await answer(follow(reader, anuj.mentor_id), 204)
    expect(await complete(reader, 'an', post)).toEqual(['anil', 'Anuj', 'Anita'])
    expect(await complete(reader, '', post)).toEqual(['anil', 'Asha Rao', 'Anuj'])
    await block(anita, reader)
    expect(await complete(reader, 'an')).toEqual(['Anuj', 'anil'])
    expect(await complete(anil, 'anil')).toEqual([])
    for (const hostile of ['%', '_', "a' or 1=1 --", '"*', '\u{1F469}'])
      expect(await complete(reader, hostile)).toEqual([])
  })

  it(`answers ${COMPLETIONS_MOST} at most`, async () => {
    for (let i = 0; i < COMPLETIONS_MOST + 1; i++) await posted(await student({ name: `Zed ${i}` }))
    expect(await complete(asha, 'zed')).toHaveLength(COMPLETIONS_MOST)
  })
})

describe('a mention', () => {
  it('is an id behind @ that is no part of a word', () => {
    expect(mentionsIn('@S000001, (@M000002) @S000001. a@S000003 @S000004x @S12 @@S000005')).toEqual([
      'S000001',
      'M000002',
    ])
  })

  it('names people whom one can meet, as they are called now, and tells each once', async () => {
    const dina = await student({ name: 'Dina Told' })
    await posted(dina)
    const post = await posted(asha)
    const text = `Ask @${sid(dina)} or @${mira.mentor_id}, @${sid(dina)}!`
    const said = await commented(ravi, post, text)
    const mentioned = [
      { display_id: sid(dina), name: 'Dina Told' },
      { display_id: mira.mentor_id, name: 'Mira Joshi' },
    ]
    expect(said).toMatchObject({ text, mentions: expect.arrayContaining(mentioned) })
    const put = (words: string) => api('PUT', `/community/comments/${said.id}/`, { as: ravi, body: { text: words } })
    const changed = await answer(put(`Ask @${sid(dina)} or @${sid(asha)}`), 200)
    expect(changed.mentions.map(({ name }: any) => name).toSorted()).toEqual(['Asha Rao', 'Dina Told'])
    const mentionsOf = async (who: Person) =>
      (await told(who)).filter(({ kind, link }) => kind === 'community_mention' && link.includes(said.id)).length
    expect([await mentionsOf(dina), await mentionsOf(mira), await mentionsOf(asha)]).toEqual([1, 1, 1])
    await env.DB.prepare("update accounts set name = 'Dina New' where id = ?").bind(dina.user.id).run()
    const [thread] = (await threads(mira, post)).items
    expect(thread.mentions).toContainEqual({ display_id: sid(dina), name: 'Dina New' })
  })

  it('of nobody, or of somebody with a block in either direction, is refused and writes nothing', async () => {
    const [one, other, quiet] = [await student(), await student(), await student()]
    await posted(one)
    await posted(other)
    await block(one, other)
    const post = await posted(asha)
    const refused = async (as: Person, display_id: string) =>
      expect((await answer(comment(as, post, `Hello @${display_id}`), 422)).errors.text[0]).toContain(display_id)
    await refused(one, sid(other))
    await refused(other, sid(one))
    await refused(ravi, sid(quiet))
    await refused(ravi, 'S999999')
    const said = await commented(other, post, 'Hello')
    const changed = api('PUT', `/community/comments/${said.id}/`, { as: other, body: { text: `Hello @${sid(one)}` } })
    expect((await answer(changed, 422)).errors).toHaveProperty('text')
    expect((await threads(asha, post)).items).toHaveLength(1)
    expect(await toldKinds(one)).toEqual([])
    const many = Array.from({ length: MENTIONS_MOST + 1 }, (_, i) => `@S${String(i + 1).padStart(6, '0')}`).join(' ')
    expect((await answer(comment(ravi, post, many), 422)).errors.text[0]).toContain(String(MENTIONS_MOST))
  })
})

it('each hears of a comment once, of their own never, and of blocked people nothing', async () => {
  const [author, reader] = [await student(), await student()]
  await posted(reader)
  const post = await posted(author)
  await commented(author, post, 'My own')
  const said = await commented(reader, post, `For @${sid(reader)}`)
  await commented(ravi, post, `Hear, @${sid(author)} and @${sid(reader)}`, said.id)
  expect(await toldKinds(author)).toEqual(['community_mention', 'community_comment'])
  expect(await toldKinds(reader)).toEqual(['community_mention'])
  const blocked = await student()
  const theirs = await commented(blocked, post)
  await block(blocked, author)
  const before = await told(blocked)
  await answer(api('PUT', `/community/comments/${theirs.id}/like/`, { as: author }), 404)
  expect(await told(blocked)).toEqual(before)
})
