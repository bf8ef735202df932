import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { withoutLimits } from '../test/unlimited'
import { answer, api, newcomer, student, type Person } from '../test/world'
import { toldKinds, valueOf } from './comments.desk'
import { idsOf, member, pageOf, published, readPost, walk } from './posts.desk'

let asha: Person
let ila: Person
withoutLimits()
beforeAll(async () => {
  asha = await member()
  ila = await member()
  // Whom one can meet here can be named.
  await published(ila)
})

const draft = (as: Person, body: object = {}) =>
  api('POST', '/community/drafts/', { as, body: { text: 'Half a thought', ...body } })
const drafted = (as: Person, body: object = {}) => answer<{ id: string; saved_at: string }>(draft(as, body), 201)
const draftsOf = async (as: Person): Promise<{ id: string }[]> =>
  (await answer(api('GET', '/community/drafts/', { as }), 200)).items
const save = (as: Person, id: string, body: object) =>
  api('PUT', `/community/drafts/${id}/`, { as, body: { text: 'Words', ...body } })
const drop = (as: Person, id: string) => api('DELETE', `/community/drafts/${id}/`, { as })
const publishDraft = (as: Person, id: string, body: object = {}) =>
  api('POST', `/community/drafts/${id}/publish/`, { as, body: { text: 'Words', ...body } })

describe('a draft', () => {
  it('is kept, saved and thrown away, and seen by nobody else', async () => {
    const who = await member()
    const one = await drafted(who, { tags: ['Secret'], topic: 'data' })
    expect(one).toMatchObject({ text: 'Half a thought', tags: ['secret'], topic: 'data', is_official: false })
    const other = await drafted(who, { text: '' })
    expect(idsOf(await draftsOf(who))).toEqual([other.id, one.id])
    await answer(save(who, one.id, { text: 'A whole thought', tags: [] }), 200)
    expect((await draftsOf(who))[0]).toMatchObject({ id: one.id, text: 'A whole thought', tags: [] })
    for (const reader of [who, ila, undefined]) await answer(readPost(reader, one.id), 404)
    for (const act of [save(ila, one.id, {}), drop(ila, one.id), publishDraft(ila, one.id)]) await answer(act, 404)
    expect((await pageOf(who, '&search=thought')).items).toEqual([])
    expect(idsOf(await walk(who, '', 100))).not.toContain(one.id)
    await answer(drop(who, one.id), 204)
    expect(idsOf(await draftsOf(who))).toEqual([other.id])
    expect(await valueOf('select count(*) as n from posts where id = ?', one.id)).toEqual({ n: 0 })
  })

  it('is a post of the moment when it is published, and tells then', async () => {
    const { id } = await drafted(asha, { text: `Soon @${ila.user.student_id}`, tags: ['drafted'] })
    await env.DB.prepare('update posts set created_at = created_at - 864000000 where id = ?').bind(id).run()
    expect(await toldKinds(ila)).not.toContain('community_mention')
    const post = await answer(publishDraft(asha, id, { text: `Now @${ila.user.student_id}`, tags: ['drafted'] }), 201)
    expect(post).toMatchObject({ id, text: `Now @${ila.user.student_id}`, edited_at: null, tags: ['drafted'] })
    expect(post).toEqual({ ...(await answer(readPost(asha, id), 200)) })
    expect(Date.parse(post.published_at)).toBeGreaterThan(Date.parse((await drafted(asha)).saved_at) - 60_000)
    expect(await toldKinds(ila)).toContain('community_mention')
    expect((await walk(ila, '&tag=drafted'))[0]?.id).toBe(id)
    expect(idsOf((await pageOf(ila, '&search=now')).items)).toContain(id)
    for (const act of [save(asha, id, {}), drop(asha, id), publishDraft(asha, id)]) await answer(act, 404)
  })

  it('is published once, however often that is asked at once', async () => {
    const { id } = await drafted(asha)
    const words = (i: number) => ({ text: `Number ${i}`, tags: [`t${i}`] })
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => publishDraft(asha, id, words(i))))
    const [won, ...more] = answers.filter(({ status }) => status === 201)
    expect(more).toEqual([])
    const { text, tags } = await answer(readPost(asha, id), 200)
    expect(await won?.json()).toMatchObject({ text, tags })
    expect(
      await valueOf('select count(*) as n from post_search where rowid = (select number from posts where id = ?)', id),
    ).toEqual({ n: 1 })
  })

  it('keeps to the limits of a first day when it is published, and not before', async () => {
    const who = await student()
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await drafted(who)).id as string))
    for (const id of ids.slice(0, 3)) await answer(publishDraft(who, id), 201)
    await answer(publishDraft(who, ids[3]!), 409)
    expect(idsOf(await draftsOf(who))).toEqual([ids[3]])
  })

  it('needs no proven address until it is published', async () => {
    const who = await newcomer()
    const { id } = await drafted(who)
    expect((await answer(publishDraft(who, id), 403)).code).toBe('email_unverified')
  })

  it('is one of fifty at most, and not official unless staff say so', async () => {
    const who = await member()
    for (let i = 0; i < 50; i++) await drafted(who)
    expect((await answer(draft(who), 409)).code).toBe('limit_reached')
    expect((await answer(draft(asha, { as_official: true }), 403)).code).toBe('role_required')
    await answer(draft(asha, { text: 'x'.repeat(2501) }), 422)
  })
})
