import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { statuses } from '../accounts/desk'
import { advance } from '../payments/desk'
import { send, get, named } from '../test/sending'
import { admin, answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import * as s from '../files/samples'
import { act, ask, bring, handle, mailAt, mailsAt, reply, see, setState, supporter, writeTo } from './desk'
import { nightlySupportJobs, supportJobs } from './support.jobs'

const DAY = 86_400
let asha: Person
let ravi: Teacher
let staff: Person
beforeAll(async () => {
  asha = await student()
  ravi = await mentor()
  staff = await supporter()
})

const stateOf = async (as: Person, id: string): Promise<string> => (await see(as, id)).state
/** Sessions live for a month; whoever waited longer signs in again. */
const backAgain = async (who: Person): Promise<Person> => {
  const body = { email: who.email, password: who.password }
  return { ...who, token: (await answer(api('POST', '/auth/login/', { body }), 200)).token }
}
const told = (as: Person, kind: string): Promise<any[]> =>
  eventually(async () => {
    const { items } = await answer(api('GET', '/notifications/?limit=100', { as }), 200)
    const found = items.filter((item: { kind: string }) => item.kind === kind)
    return found.length > 0 && found
  })

describe('a ticket', () => {
  it('is opened by anybody who is signed in, numbered, acknowledged here and by mail, and listed for its person', async () => {
    const who = await student()
    const first = await ask(who, { subject: 'First', category: 'technical' })
    const second = await ask(who, { subject: 'Second' })
    expect(first).toMatchObject({ state: 'open', category: 'technical', booking: null, rating: null, may_rate: false })
    expect(first.messages).toMatchObject([{ author: 'person', text: 'I hear nothing in my session.', attachments: [] }])
    expect(Number(second.reference.slice(1))).toBe(Number(first.reference.slice(1)) + 1)
    expect(first.reference).toMatch(/^T\d{6}$/)
    const { items } = await answer(api('GET', '/chat/customer-service/?limit=1', { as: who }), 200)
    expect(items).toMatchObject([{ id: second.id, subject: 'Second', category: 'other' }])
    const mail = await mailAt(who.email, 'ticket_received')
    expect(mail.subject).toMatch(/^We have your request T\d{6}$/)
    expect(mail.text).not.toContain('Second')
    expect(await told(who, 'ticket_received')).toMatchObject([{ link: expect.stringMatching(/^\/support\//) }, {}])
  })

  it('is numbered without a gap or a double when many are opened at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => ask(asha)))
    const numbers = made.map(({ reference }) => Number(reference.slice(1))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! + i))
  })

  it('may be about a session of mine, which stands beside it', async () => {
    const { booking } = await hold(asha, ravi)
    const ticket = await ask(asha, { booking_id: booking.id })
    expect(ticket).toMatchObject({
      category: 'booking',
      booking: { id: booking.id, state: 'held', mentor: { id: ravi.mentor_id }, student: { id: asha.user.student_id } },
    })
    expect(await ask(ravi, { booking_id: booking.id })).toMatchObject({ booking: { id: booking.id } })
    const body = { subject: 'Not mine', message: 'x' }
    const stranger = await student()
    const foreign = await answer(
      api('POST', '/chat/customer-service/', { as: stranger, body: { ...body, booking_id: booking.id } }),
      404,
    )
    const missing = await answer(
      api('POST', '/chat/customer-service/', { as: stranger, body: { ...body, booking_id: 'nothing' } }),
      404,
    )
    expect({ ...foreign, request_id: '' }).toEqual({ ...missing, request_id: '' })
  })

  it('of somebody else answers like one that never was, whatever is tried', async () => {
    const { id } = await ask(asha)
    const tries: [string, string, object?][] = [
      ['GET', ''],
      ['POST', 'messages/', { client_id: 'a', text: 'Let me in' }],
      ['POST', 'resolve/'],
      ['POST', 'reopen/'],
      ['POST', 'rating/', { score: 'bad' }],
    ]
    const stranger = await student()
    for (const [method, path, body] of tries) {
      const at = (ticket: string) => api(method, `/support/tickets/${ticket}/${path}`, { as: stranger, body })
      const [foreign, missing] = [await answer(at(id), 404), await answer(at('nothing'), 404)]
      expect({ ...foreign, request_id: '' }).toEqual({ ...missing, request_id: '' })
    }
    expect(await see(asha, id)).toMatchObject({ state: 'open', messages: [{ author: 'person' }] })
  })

  it('takes a message once, however often it is sent, and no other one under its name', async () => {
    const { id } = await ask(asha)
    const sent = Array.from({ length: 5 }, () => writeTo(asha, id, 'Still nothing', 'same'))
    expect(await statuses(sent)).toEqual([200, 200, 200, 200, 201])
    expect((await see(asha, id)).messages).toHaveLength(2)
    expect(await answer(writeTo(asha, id, 'Something else', 'same'), 422)).toMatchObject({
      code: 'idempotency_key_reused',
    })
  })

  it('goes from one side to the other, ends, and comes back', async () => {
    const { id } = await ask(asha)
    await reply(staff, id)
    expect(await stateOf(asha, id)).toBe('waiting')
    await answer(writeTo(asha, id, 'That did not help'), 201)
    expect(await stateOf(asha, id)).toBe('open')
    expect(await answer(act(asha, id, 'resolve'), 200)).toMatchObject({
      state: 'resolved',
      reopen_until: expect.any(String),
      may_rate: true,
    })
    expect(await answer(act(asha, id, 'resolve'), 409)).toMatchObject({ code: 'state_conflict' })
    await answer(act(asha, id, 'reopen'), 200)
    expect(await stateOf(asha, id)).toBe('reopened')
    await answer(act(asha, id, 'reopen'), 409)
    await answer(act(asha, id, 'resolve'), 200)
    await answer(writeTo(asha, id, 'It is back'), 201)
    expect(await stateOf(asha, id)).toBe('reopened')
  })

  it('is resolved once by many at the same moment', async () => {
    const { id } = await ask(asha)
    expect(await statuses(Array.from({ length: 5 }, () => act(asha, id, 'resolve')))).toEqual([200, 409, 409, 409, 409])
  })

  it('is answered in the product and by mail', async () => {
    const who = await student()
    const { id, reference } = await ask(who)
    await reply(staff, id, 'Press F5.\n\n<b>Then</b> say hello.')
    expect((await see(who, id)).messages[1]).toMatchObject({
      author: 'staff',
      text: 'Press F5.\n\n<b>Then</b> say hello.',
    })
    const mail = await mailAt(who.email, 'ticket_reply')
    expect(mail.subject).toBe(`An answer to your request ${reference}`)
    expect(mail.text).toContain('Press F5.\n\n<b>Then</b> say hello.')
    expect(mail.html).toContain('&lt;b&gt;Then&lt;/b&gt; say hello.')
    expect(await told(who, 'ticket_reply')).toMatchObject([{ link: `/support/${id}` }])
  })
})

describe('the files of a ticket', () => {
  it('come with a message and are seen by its person and by support alone', async () => {
    const who = await student()
    const files = [await bring(who), await bring(who)]
    const ids = files.map(({ file_id }) => file_id)
    const { id, messages } = await ask(who, { attachments: ids })
    expect(messages[0].attachments.map((file: any) => file.file_id).toSorted()).toEqual(ids.toSorted())
    const [{ url }] = files
    const status = async (as: Person) => {
      const response = await get(url, as)
      await response.body?.cancel()
      return response.status
    }
    expect([await status(who), await status(staff), await status(await admin())]).toEqual([200, 200, 200])
    expect([await status(await student()), await status(ravi)]).toEqual([404, 404])
    const seen = await answer(api('GET', `/admin/support/tickets/${id}/`, { as: staff }), 200)
    expect(seen.messages[0].attachments).toHaveLength(2)
    const read = await env.DB.prepare('select reason from file_reads where file_id = ?').bind(ids[0]).all()
    expect(read.results).toEqual([{ reason: 'Support ticket' }, { reason: 'Support ticket' }])
  })

  it('must be mine, brought for a ticket, and five at most', async () => {
    const [who, other] = [await student(), await student()]
    const mine = await bring(who)
    const theirs = await bring(other)
    const cv = await answer(send('/cv/', who, { file: named('cv.pdf', s.pdf()) }), 201)
    const body = { subject: 'Files', message: 'x' }
    for (const attachments of [[theirs.file_id], [cv.id], ['nothing'], [mine.file_id, theirs.file_id]]) {
      const problem = await answer(
        api('POST', '/chat/customer-service/', { as: who, body: { ...body, attachments } }),
        422,
      )
      expect(Object.keys(problem.errors)).toEqual(['attachments'])
    }
    const six = Array(6).fill(mine.file_id)
    await answer(api('POST', '/chat/customer-service/', { as: who, body: { ...body, attachments: six } }), 422)
    expect(await answer(send('/support/', who, { file: s.bytes('hello') }), 422)).toMatchObject({
      errors: { file: [expect.any(String)] },
    })
  })

  it('are not kept where nothing was sent with them for a day', async () => {
    const who = await student()
    const [kept, left] = [await bring(who), await bring(who)]
    await ask(who, { attachments: [kept.file_id] })
    await advance(DAY + 60)
    await nightlySupportJobs.let_go_of_unsent_support_files!(env)
    const { items } = await answer(api('GET', '/files/?kind=support', { as: who }), 200)
    expect(items.map(({ id }: any) => id)).toEqual([kept.file_id])
    await answer(get(left.url, who), 404)
  })
})

describe('what is wrong', () => {
  it('is refused at its field, and nothing is opened', async () => {
    const who = await student()
    const body = { subject: 'S', message: 'm' }
    const wrong: [object, string][] = [
      [{ ...body, subject: '' }, 'subject'],
      [{ ...body, subject: 'x'.repeat(121) }, 'subject'],
      [{ ...body, message: ' \n ' }, 'message'],
      [{ ...body, message: 'x'.repeat(4001) }, 'message'],
      [{ ...body, category: 'gossip' }, 'category'],
      [{ ...body, state: 'resolved' }, 'state'],
      [{ ...body, account_id: 'x' }, 'account_id'],
    ]
    for (const [sent, field] of wrong) {
      const { errors } = await answer(api('POST', '/chat/customer-service/', { as: who, body: sent }), 422)
      expect(Object.keys(errors)).toEqual([field])
    }
    expect((await answer(api('GET', '/chat/customer-service/', { as: who }), 200)).items).toEqual([])
    expect(await mailsAt(who.email, 'ticket_received')).toEqual([])
  })

  it('has no end of messages: 200 fit, and then a new one is asked for', async () => {
    const who = await student()
    const { id } = await ask(who)
    await env.DB.prepare(
      `insert into support_messages (id, ticket_id, client_id, author, text, sent_at)
       select 'zz' || value, ?1, 'c' || value, 'person', 'again', 0 from json_each(?2)`,
    )
      .bind(id, JSON.stringify(Array.from({ length: 199 }, (_, i) => i)))
      .run()
    expect(await answer(writeTo(who, id, 'One more'), 409)).toMatchObject({ code: 'limit_reached' })
    await answer(handle(staff, id, 'notes', { text: 'Full' }), 409)
  })
})

describe('time', () => {
  it('closes a ticket after 14 days without an answer, and says so once', async () => {
    const who = await student()
    const { id } = await ask(who)
    const answered = await ask(who)
    await reply(staff, id)
    await reply(staff, answered.id)
    await answer(writeTo(who, answered.id, 'Here I am'), 201)
    await advance(13 * DAY)
    await supportJobs.resolve_silent_tickets!(env)
    expect(await stateOf(who, id)).toBe('waiting')
    await advance(DAY + 60)
    await supportJobs.resolve_silent_tickets!(env)
    await supportJobs.resolve_silent_tickets!(env)
    expect(await stateOf(who, id)).toBe('resolved')
    expect(await stateOf(who, answered.id)).toBe('open')
    expect((await mailAt(who.email, 'ticket_resolved')).text).toContain('for 14 days')
    expect(await told(who, 'ticket_resolved')).toHaveLength(1)
  })

  it('lets a rating be changed for seven days, and a ticket come back for thirty', async () => {
    let who = await student()
    const { id } = await ask(who)
    const rate = (score: string, text?: string) => act(who, id, 'rating', { score, ...(text && { text }) })
    await answer(rate('good'), 409)
    staff = await backAgain(staff).then(async (person) => {
      await env.DB.prepare('update sessions set second_factor_at = 1 where account_id = ?').bind(person.user.id).run()
      return person
    })
    await answer(setState(staff, id, 'resolved'), 200)
    expect((await mailAt(who.email, 'ticket_resolved')).subject).toMatch(/is resolved$/)
    const rated = await answer(rate('bad', 'Too slow'), 200)
    expect(rated).toMatchObject({ rating: { score: 'bad', text: 'Too slow' }, may_rate: true })
    await advance(6 * DAY)
    expect(await answer(rate('good'), 200)).toMatchObject({
      rating: { score: 'good', text: '', rated_at: rated.rating.rated_at },
    })
    await advance(DAY + 60)
    expect(await answer(rate('bad'), 409)).toMatchObject({ code: 'state_conflict' })
    expect(await see(who, id)).toMatchObject({ may_rate: false, rating: { score: 'good' } })
    await advance(24 * DAY)
    who = await backAgain(who)
    expect(await see(who, id)).toMatchObject({ reopen_until: null })
    await answer(act(who, id, 'reopen'), 409)
    expect(await answer(writeTo(who, id, 'Hello?'), 409)).toMatchObject({ code: 'state_conflict' })
    expect((await see(who, id)).messages).toHaveLength(1)
  })
})
