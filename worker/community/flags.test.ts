import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { FLAG_REASONS, REVERSAL_DAYS } from '../contract/flags.constants'
import { now } from '../lib/clock'
import { slices } from '../slices'
import { withoutLimits } from '../test/unlimited'
import { admin, answer, api, newcomer, student, type Person } from '../test/world'
import { block, comment, commented, posted, threads, told, toldKinds, trusted, valueOf } from './comments.desk'

withoutLimits()
const DAY = 86_400_000
let [author, mona, max] = [] as unknown as [Person, Person, Person]
let crowd: Person[]

/** Moderators show a second factor, as all staff. */
async function moderator(name: string): Promise<Person> {
  const person = await student({ name })
  const at = now().getTime()
  const { DB } = env
  await DB.prepare("insert into account_roles (account_id, role, granted_at) values (?, 'moderator', ?)")
    .bind(person.user.id, at)
    .run()
  await DB.prepare('update sessions set second_factor_at = ? where account_id = ?').bind(at, person.user.id).run()
  return person
}
beforeAll(async () => {
  author = await student({ name: 'Arun' })
  ;[mona, max] = [await moderator('Mona'), await moderator('Max')]
  crowd = await Promise.all(Array.from({ length: 4 }, async () => trusted(await student())))
})

type Thing = { post_id: string } | { comment_id: string }
const flag = (as: Person, thing: Thing, more: object = {}) =>
  api('POST', '/community/flags/', { as, body: { reason: 'spam', ...thing, ...more } })
/** Three trusted ones: it weighs enough. */
const flagAway = async (thing: Thing) => {
  for (const who of crowd.slice(0, 3)) await answer(flag(who, thing), 201)
}
const queue = async (as: Person, state = 'open'): Promise<any[]> =>
  (await answer(api('GET', `/admin/flags/?state=${state}&limit=100`, { as }), 200)).items
const idOf = (thing: Thing) => ('post_id' in thing ? thing.post_id : thing.comment_id)
const caseOf = async (as: Person, thing: Thing, state?: string): Promise<any> =>
  (await queue(as, state)).find(({ subject }) => (subject.comment_id ?? subject.post_id) === idOf(thing))
const decide = (as: Person, id: string, act: string, reason = 'As the guidelines say') =>
  api('POST', `/admin/flags/${id}/decision/`, { as, body: { act, reason } })
const decideAbout = async (as: Person, thing: Thing, act: string, reason?: string) =>
  answer(decide(as, (await caseOf(as, thing)).id, act, reason), 200)
const reverse = (as: Person, id: string) =>
  api('POST', `/admin/acts/${id}/reverse/`, { as, body: { reason: 'A mistake' } })
const hiding = (as: Person, thing: Thing) =>
  api('GET', `/community/${'post_id' in thing ? 'posts' : 'comments'}/${idOf(thing)}/hiding/`, { as })
const appeal = (as: Person, thing: Thing, text = 'Please look again') =>
  api('POST', `/community/${'post_id' in thing ? 'posts' : 'comments'}/${idOf(thing)}/appeal/`, { as, body: { text } })
const isHidden = async (thing: Thing) =>
  (
    await valueOf<{ h: number | null }>(
      `select hidden_at as h from ${'post_id' in thing ? 'posts' : 'comments'} where id = ?`,
      idOf(thing),
    )
  ).h !== null
const change = (as: Person, id: string, text: string) =>
  api('PUT', `/community/comments/${id}/`, { as, body: { text } })

describe('a flag', () => {
  it('is of a post or a comment that I can read, for a stated reason, and once', async () => {
    const post_id = await posted(author)
    const { id: comment_id } = await commented(author, post_id)
    const made = await answer(flag(crowd[0]!, { comment_id }, { reason: 'hate', text: 'Look' }), 201)
    expect(made).toMatchObject({ post_id, comment_id, reason: 'hate' })
    expect(await answer(flag(crowd[0]!, { comment_id }, { reason: 'other' }), 200)).toEqual(made)
    for (const body of [{ reason: 'boring', post_id }, { reason: 'spam' }, { reason: 'spam', post_id, comment_id }])
      await answer(api('POST', '/community/flags/', { as: crowd[1]!, body }), 422)
    await answer(flag(author, { post_id }), 404)
    await answer(flag(crowd[0]!, { post_id: 'nowhere' }), 404)
    const foe = await student()
    await block(author, foe)
    await answer(flag(foe, { post_id }), 404)
    for (const reason of FLAG_REASONS)
      await answer(flag(await student(), { post_id: await posted(author) }, { reason }), 201)
    const found = await caseOf(mona, { comment_id })
    expect(found).toMatchObject({
      state: 'open',
      cause: 'flags',
      weight: 1,
      flags: [{ reason: 'hate', text: 'Look', weight: 1, flagged_by: crowd[0]!.user.student_id }],
      subject: { comment_id, post_id, text: 'Well said', is_hidden: false, author: { name: 'Arun' } },
      context: { post_text: 'Words', topic: 'general', parent_text: null },
      acts: [],
    })
  })

  it('weighs half from an account that is new or unproven, and three hide for the time being', async () => {
    const post_id = await posted(author)
    const unproven = await trusted(await newcomer())
    for (const who of [await student(), unproven]) await answer(flag(who, { post_id }, { reason: 'harassment' }), 201)
    await answer(flag(crowd[0]!, { post_id }), 201)
    expect(await caseOf(mona, { post_id })).toMatchObject({ weight: 2 })
    expect(await isHidden({ post_id })).toBe(false)
    await answer(hiding(author, { post_id }), 404)
    await answer(flag(crowd[1]!, { post_id }), 201)
    expect(await isHidden({ post_id })).toBe(true)
    await answer(comment(crowd[2]!, post_id), 404)
    await answer(flag(crowd[2]!, { post_id }), 404)
    const [notice] = await told(author)
    expect(notice).toMatchObject({ kind: 'community_hidden', important: true, notification_type: 'warning' })
    expect(notice?.message).toBe(
      'Your post is hidden. People flagged it for harassment, spam. A moderator will look at it. You may edit it once meanwhile.',
    )
    expect(await answer(hiding(author, { post_id }), 200)).toMatchObject({
      text: 'Words',
      is_decided: false,
      reasons: expect.arrayContaining(['harassment', 'spam']),
      staff_reason: null,
      may_edit: true,
      may_appeal: false,
    })
    await answer(hiding(crowd[0]!, { post_id }), 404)
  })

  it('hides once, however many come at the same moment', async () => {
    const post_id = await posted(author)
    const many = await Promise.all(Array.from({ length: 8 }, async () => trusted(await student())))
    const answers = await Promise.all(many.map((who) => flag(who, { post_id })))
    expect(answers.every(({ status }) => status === 201 || status === 404)).toBe(true)
    const acts = await valueOf('select count(*) as n from community_acts where post_id = ?', post_id)
    expect(acts).toEqual({ n: 1 })
    const notices = (await told(author)).filter(({ link }) => link.includes(post_id))
    expect(notices).toHaveLength(1)
  })

  it('is given twenty times a day at most', () => {
    const routes = slices.flatMap((slice) => slice.routes).map(({ declared }) => declared)
    const limits = routes.find(({ operationId }) => operationId === 'flagContent')?.limits
    expect(limits?.({ me: 'x' } as never)).toMatchObject([{ most: 20, seconds: 86_400 }])
  })
})

describe('the queue', () => {
  it('is for moderators, the longest waiting first, in pages', async () => {
    const things = [await posted(author), await posted(author), await posted(author)].map((post_id) => ({ post_id }))
    for (const thing of things) await answer(flag(crowd[0]!, thing), 201)
    const walked: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = `?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
      const page: any = await answer(api('GET', `/admin/flags/${query}`, { as: mona }), 200)
      walked.push(...page.items.map(({ subject }: any) => subject.comment_id ?? subject.post_id))
      cursor = page.next_cursor
    }
    expect(walked.slice(-3)).toEqual(things.map(idOf))
    expect(new Set(walked).size).toBe(walked.length)
    for (const as of [author, crowd[0]!]) await answer(api('GET', '/admin/flags/', { as }), 403)
    await answer(api('GET', '/admin/flags/', { as: await admin() }), 200)
  })
})

describe('a decision', () => {
  it('keeps what can be read, hides it, or shows it again, with a reason, once', async () => {
    const [kept, hidden] = [{ post_id: await posted(author) }, { post_id: await posted(author) }]
    for (const thing of [kept, hidden]) await answer(flag(crowd[0]!, thing), 201)
    const { id } = await caseOf(mona, kept)
    await answer(decide(crowd[0]!, id, 'hide'), 403)
    await answer(decide(mona, id, 'hide', ' '), 422)
    await answer(decide(mona, id, 'restore'), 409)
    await answer(decide(mona, 'nowhere', 'keep'), 404)
    const done = await answer(decide(mona, id, 'keep', 'Harmless'), 200)
    expect(done).toMatchObject({
      state: 'decided',
      decision: 'keep',
      decision_reason: 'Harmless',
      acts: [{ act: 'keep', by: 'Mona' }],
    })
    await answer(decide(max, id, 'hide'), 409)
    expect(await isHidden(kept)).toBe(false)

    const other = await caseOf(mona, hidden)
    const both = await Promise.all([mona, max].map((as) => decide(as, other.id, 'hide', 'It sells pills')))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await isHidden(hidden)).toBe(true)
    const [notice] = await told(author)
    expect(notice?.message).toContain('It sells pills')
    expect(await answer(hiding(author, hidden), 200)).toMatchObject({
      is_decided: true,
      staff_reason: 'It sells pills',
      may_edit: true,
      may_appeal: true,
    })
    expect((await caseOf(mona, hidden, 'decided')).decision).toBe('hide')
  })

  it('restores what the weight of flags hid, and later flags open another case', async () => {
    const post_id = await posted(author)
    const { id: comment_id } = await commented(author, post_id)
    await flagAway({ comment_id })
    expect((await threads(crowd[3]!, post_id)).items).toEqual([])
    expect((await threads(author, post_id)).items).toMatchObject([{ state: 'hidden', text: 'Well said' }])
    expect(await valueOf('select comments from posts where id = ?', post_id)).toEqual({ comments: 0 })
    await answer(decide(mona, (await caseOf(mona, { comment_id })).id, 'keep'), 409)
    await decideAbout(mona, { comment_id }, 'restore', 'Within the rules')
    expect((await threads(crowd[3]!, post_id)).items).toHaveLength(1)
    expect(await valueOf('select comments from posts where id = ?', post_id)).toEqual({ comments: 1 })
    expect((await told(author))[0]?.message).toBe('Your comment can be read again. Within the rules')
    await answer(flag(crowd[3]!, { comment_id }), 201)
    expect(await caseOf(mona, { comment_id })).toMatchObject({
      weight: 1,
      acts: [{ act: 'restore' }, { act: 'auto_hide', by: null }],
    })
  })

  it('is nobody’s about their own words', async () => {
    const thing = { post_id: await posted(mona) }
    await answer(flag(crowd[0]!, thing), 201)
    await answer(decide(mona, (await caseOf(mona, thing)).id, 'keep'), 403)
    await decideAbout(max, thing, 'keep')
  })

  it('is in a record that the database lets nobody change', async () => {
    const run = (sql: string) => env.DB.prepare(sql).run()
    await expect(run("update community_acts set reason = 'None'")).rejects.toThrow(/stays as it is/)
    await expect(run('delete from community_acts')).rejects.toThrow(/never deleted/)
  })
})

describe('an author', () => {
  it('may change a hidden comment once, and it is looked at again', async () => {
    const post_id = await posted(author)
    const { id: comment_id } = await commented(author, post_id, 'Rude')
    await flagAway({ comment_id })
    expect(await answer(change(author, comment_id, 'Polite'), 200)).toMatchObject({ state: 'hidden', text: 'Polite' })
    expect(await caseOf(mona, { comment_id })).toMatchObject({
      edited_at: expect.any(String),
      subject: { text: 'Polite', is_hidden: true },
    })
    await answer(change(author, comment_id, 'Rude again'), 409)
    expect(await answer(hiding(author, { comment_id }), 200)).toMatchObject({ may_edit: false, text: 'Polite' })
    await decideAbout(mona, { comment_id }, 'restore')
    await answer(change(author, comment_id, 'Polite, and longer'), 200)
  })

  it('may change what a moderator hid, which opens the case again', async () => {
    const { id: comment_id } = await commented(author, await posted(author), 'Rude')
    await answer(flag(crowd[0]!, { comment_id }), 201)
    await decideAbout(mona, { comment_id }, 'hide')
    const tries = await Promise.all(['One', 'Two', 'Three'].map((text) => change(author, comment_id, text)))
    expect(tries.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(await valueOf('select count(*) as n from comment_versions where comment_id = ?', comment_id)).toEqual({
      n: 1,
    })
    expect(await caseOf(max, { comment_id })).toMatchObject({ cause: 'edit', edited_at: expect.any(String) })
    await decideAbout(max, { comment_id }, 'hide', 'Still rude')
    await answer(change(author, comment_id, 'Four'), 409)
  })

  it('may appeal once, and another moderator decides', async () => {
    const thing = { post_id: await posted(author) }
    await answer(flag(crowd[0]!, thing), 201)
    await answer(appeal(author, thing), 404)
    await decideAbout(mona, thing, 'hide')
    await answer(appeal(crowd[0]!, thing), 404)
    await answer(appeal(author, thing, ''), 422)
    const answers = await Promise.all([appeal(author, thing), appeal(author, thing)])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    await answer(appeal(author, thing), 409)
    const found = await caseOf(mona, thing)
    expect(found).toMatchObject({ cause: 'appeal', appeal: { text: 'Please look again', may_decide: false } })
    await answer(decide(mona, found.id, 'hide'), 403)
    expect(await caseOf(max, thing)).toMatchObject({ appeal: { may_decide: true } })
    const done = await decideAbout(max, thing, 'restore', 'It is fine')
    expect(await isHidden(thing)).toBe(false)
    await answer(reverse(mona, done.acts[0].id), 403)
    expect(await toldKinds(author)).toContain('community_restored')
    expect(
      await valueOf("select count(*) as n from community_cases where cause = 'appeal' and post_id = ?", thing.post_id),
    ).toEqual({ n: 1 })
  })

  it('has nothing to appeal against while no moderator has decided', async () => {
    const thing = { post_id: await posted(author) }
    await flagAway(thing)
    await answer(appeal(author, thing), 409)
  })

  it('who removes a flagged comment leaves its words to moderators alone', async () => {
    const post_id = await posted(author)
    const { id: comment_id } = await commented(author, post_id, 'Soon gone')
    await answer(flag(crowd[0]!, { comment_id }), 201)
    await answer(api('DELETE', `/community/comments/${comment_id}/`, { as: author }), 204)
    expect(await caseOf(mona, { comment_id })).toMatchObject({ subject: { text: 'Soon gone', is_removed: true } })
  })
})

describe('a reversal', () => {
  it('takes the last act back, once, and can itself be taken back', async () => {
    const thing = { post_id: await posted(author) }
    await answer(flag(crowd[0]!, thing), 201)
    const hidden = await decideAbout(mona, thing, 'hide')
    const [act] = hidden.acts
    expect(act).toMatchObject({ act: 'hide', is_hidden: true, may_reverse: true })
    await answer(reverse(crowd[0]!, act.id), 403)
    await answer(reverse(mona, 'nowhere'), 404)
    const both = await Promise.all([reverse(max, act.id), reverse(max, act.id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await isHidden(thing)).toBe(false)
    const [back] = (await caseOf(max, thing, 'decided')).acts
    expect(back).toMatchObject({ act: 'reverse', reverses: act.id, reason: 'A mistake', by: 'Max', is_hidden: false })
    await answer(reverse(max, act.id), 409)
    await answer(reverse(mona, back.id), 200)
    expect(await isHidden(thing)).toBe(true)
  })

  it('of what was kept opens the case again', async () => {
    const thing = { post_id: await posted(author) }
    await answer(flag(crowd[0]!, thing), 201)
    const kept = await decideAbout(mona, thing, 'keep')
    expect(await answer(reverse(max, kept.acts[0].id), 200)).toMatchObject({ state: 'open', decision: null })
    await decideAbout(max, thing, 'hide')
    expect(await isHidden(thing)).toBe(true)
  })

  it(`is possible for ${REVERSAL_DAYS} days`, async () => {
    const thing = { post_id: await posted(author) }
    await answer(flag(crowd[0]!, thing), 201)
    const { id: case_id } = await caseOf(mona, thing)
    const old = (id: string, days: number) =>
      env.DB.prepare(
        `insert into community_acts (id, case_id, subject_id, post_id, act, reason, by_account_id, acted_at, was_hidden, is_hidden)
          values (?1, ?2, ?3, ?3, 'hide', 'Old', ?4, ?5, 0, 1)`,
      )
        .bind(id, case_id, thing.post_id, mona.user.id, now().getTime() - days * DAY)
        .run()
    await old('too-old', REVERSAL_DAYS)
    await answer(reverse(mona, 'too-old'), 409)
    await old('young-enough', REVERSAL_DAYS - 1)
    await answer(reverse(mona, 'young-enough'), 200)
  })
})
