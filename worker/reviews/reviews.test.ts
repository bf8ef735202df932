import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { eraseBelongings } from '../accounts/erasure.data'
import { now } from '../lib/clock'
import { unmetered, write } from '../lib/database'
import { advance } from '../payments/desk'
import { answer, api, student, type Person, type Teacher } from '../test/world'
import { freeMentor, publicly, review, reviewed, seen, session, told } from './desk'
import { reviewJobs } from './reviews.jobs'

const HOUR = 3600
const publish = () => reviewJobs.publish_reviews!(env)

let asha: Person
let other: Person
let mira: Teacher
beforeAll(async () => {
  ;[asha, other, mira] = [await student({ name: 'Asha Rao' }), await student(), await freeMentor()]
})

describe('a review', () => {
  it('is of a completed session alone, by its two people, within 14 days, once for each side', async () => {
    const states = ['confirmed', 'cancelled', 'student_absent', 'mentor_absent', 'nobody_came']
    for (const state of states)
      await answer(review(asha, await session(asha, mira, state, 30), { stars: 5, text: '' }), 409)
    const late = await session(asha, mira, 'completed', 14 * 24)
    await answer(review(asha, late, { stars: 5, text: '' }), 409)
    expect(await seen(asha, late)).toMatchObject({ write_until: null, mine: null })

    const booking = await session(asha, mira)
    await answer(review(other, booking, { stars: 1, text: 'I was never there' }), 404)
    expect(await seen(asha, booking)).toMatchObject({ side: 'student', mine: null, shown_as: 'Asha' })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => review(asha, booking, { stars: 1 + (i % 5), text: `Try ${i}` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)])
    expect(await seen(asha, booking)).toMatchObject({ write_until: null, mine: { is_visible: false } })
  })

  it('has one to five whole stars from a student, and words without stars from a mentor', async () => {
    const booking = await session(asha, mira)
    for (const body of [{ text: 'No stars' }, { stars: 0, text: '' }, { stars: 6, text: '' }, { stars: 4.5, text: '' }])
      expect((await answer(review(asha, booking, body), 422)).errors).toHaveProperty('stars')
    expect((await answer(review(mira, booking, { stars: 5, text: 'Good' }), 422)).errors).toHaveProperty('stars')
    expect((await answer(review(mira, booking, { text: '  ' }), 422)).errors).toHaveProperty('text')
    expect((await answer(review(asha, booking, { stars: 3, text: 'x'.repeat(2001) }), 422)).errors).toHaveProperty(
      'text',
    )
    expect(await seen(asha, booking)).toMatchObject({ mine: null })
  })

  it('is hidden from the other side until both wrote, and then both are read at once', async () => {
    const ravi = await freeMentor()
    const met = await session(asha, ravi)
    await answer(review(asha, met, { stars: 4, text: 'He listens.' }), 201)
    expect(await seen(ravi, met)).toMatchObject({ theirs: null, theirs_is_written: true, may_reply: false })
    expect(await publicly(ravi)).toMatchObject({ items: [], summary: { rating: null, rating_count: 0 } })
    expect(await told(ravi)).toContain('review_received')
    expect(await told(ravi)).not.toContain('review_visible')

    const both = await answer(review(ravi, met, { text: 'She asks well.' }), 201)
    expect(both).toMatchObject({ theirs: { stars: 4, text: 'He listens.' }, may_reply: true })
    expect(await seen(asha, met)).toMatchObject({ theirs: { stars: null, text: 'She asks well.' } })
    const { items, summary } = await publicly(ravi)
    expect(items).toMatchObject([{ stars: 4, text: 'He listens.', author: { name: 'Asha', picture_url: null } }])
    expect(summary).toEqual({ rating: null, rating_count: 1, histogram: [0, 0, 0, 1, 0] })
    expect([await told(asha), await told(ravi)]).toEqual([
      expect.arrayContaining(['review_visible']),
      expect.arrayContaining(['review_visible']),
    ])
  })

  it('is read after 72 hours where the other side stays silent; a mentor’s words by the student alone', async () => {
    const [ila, ravi] = [await student(), await freeMentor()]
    const [hers, his] = [await session(ila, ravi), await session(ila, ravi)]
    await answer(review(ila, hers, { stars: 5, text: 'Slow and thorough.' }), 201)
    await answer(review(ravi, his, { text: 'Read more code.' }), 201)
    await advance(72 * HOUR - 60)
    await publish()
    expect(await publicly(ravi)).toMatchObject({ items: [] })
    await advance(120)
    await publish()
    expect(await publish()).toBe(0)
    expect((await publicly(ravi)).items.map(({ text }: any) => text)).toEqual(['Slow and thorough.'])
    expect(await seen(ila, his)).toMatchObject({ theirs: { text: 'Read more code.' } })
    expect((await told(ila)).filter((kind) => kind === 'review_visible')).toHaveLength(1)
    expect((await told(ravi)).filter((kind) => kind === 'review_visible')).toHaveLength(1)
    // Writing afterwards is still possible, and is read at once.
    await answer(review(ravi, hers, { text: 'Thank you.' }), 201)
    expect(await seen(ila, hers)).toMatchObject({ theirs: { text: 'Thank you.' } })
  })

  it('shows a whole name and face only where the student opened a page and is of age', async () => {
    const ravi = await freeMentor()
    const open = await student({ name: 'Noor Haddad' })
    const young = await student({ name: 'Yash Mehta' })
    const opens = 'insert into preferences (account_id, public_page) values (?, 1), (?, 1)'
    await env.DB.prepare(opens).bind(open.user.id, young.user.id).run()
    for (const who of [asha, open, young]) await reviewed(who, ravi, 5)
    const born = `${now().getUTCFullYear() - 16}-01-01`
    await env.DB.prepare('update accounts set date_of_birth = ? where id = ?').bind(born, young.user.id).run()

    const { items } = await publicly(ravi)
    expect(items.map(({ author }: any) => author.name).toSorted()).toEqual(['Asha', 'Noor Haddad', 'Yash'])
    expect(items.filter(({ author }: any) => author.student_id !== null)).toMatchObject([
      { author: { name: 'Noor Haddad', student_id: open.user.student_id } },
    ])
    const mine = await answer(api('GET', '/mentor/reviews/', { as: ravi }), 200)
    const names = mine.items.map(({ author }: any) => author.name).toSorted()
    expect(names).toEqual(['Asha Rao', 'Noor Haddad', 'Yash Mehta'])
  })

  it('comes in pages that neither repeat nor leave out any', async () => {
    const ravi = await freeMentor()
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift(await reviewed(asha, ravi, 5))
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: any = await publicly(ravi, `?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      found.push(...page.items.map(({ id }: any) => id))
      cursor = page.next_cursor
    }
    expect(found.toSorted()).toEqual(ids.toSorted())
  })

  it('leaves with the verdict that its session had taken place', async () => {
    const ravi = await freeMentor()
    const id = await reviewed(asha, ravi, 1)
    expect((await publicly(ravi)).summary.rating_count).toBe(1)
    await env.DB.prepare(
      `update bookings set state = 'mentor_absent' where id = (select booking_id from reviews where id = ?)`,
    )
      .bind(id)
      .run()
    expect(await publicly(ravi)).toMatchObject({ items: [], summary: { rating_count: 0 } })
  })

  it('keeps its stars and loses its words when the student is erased', async () => {
    const [ila, ravi] = [await student({ name: 'Ila Gone' }), await freeMentor()]
    await reviewed(ila, ravi, 4, 'Words that shall go')
    const { id, email } = { id: ila.user.id, email: ila.email }
    const db = unmetered(env)
    await write(db, eraseBelongings(db, { id, email, email_key: email }, now()))
    const { items, summary } = await publicly(ravi)
    expect(items).toMatchObject([{ stars: 4, text: '', author: { name: 'Former member', picture_url: null } }])
    expect(summary.rating_count).toBe(1)
  })
})

describe('a reply', () => {
  it('is the mentor’s own, once, to a review that can be read', async () => {
    const [ravi, else_] = [await freeMentor(), await freeMentor()]
    const id = await reviewed(asha, ravi, 2)
    const reply = (as: Person, text: string) => api('POST', `/reviews/${id}/reply/`, { as, body: { text } })
    await answer(reply(else_, 'Not mine'), 404)
    const answers = await Promise.all(['One', 'Two', 'Three'].map((text) => reply(ravi, text)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect((await publicly(ravi)).items[0].reply.text).toMatch(/One|Two|Three/)
    expect((await told(asha)).filter((kind) => kind === 'review_reply')).toHaveLength(1)

    const hidden = await session(asha, ravi)
    const { mine } = await answer(review(asha, hidden, { stars: 5, text: '' }), 201)
    await answer(api('POST', `/reviews/${mine.id}/reply/`, { as: ravi, body: { text: 'Too soon' } }), 404)
  })
})
