import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { statuses } from '../accounts/desk'
import { admin, answer, api, mentor, student, type Person } from '../test/world'
import { act, ask, handle, mailAt, mailsAt, queue, reply, see, setState, supporter, writeTo } from './desk'

let asha: Person
let staff: Person
beforeAll(async () => {
  asha = await student({ name: 'Asha Anand' })
  staff = await supporter()
})

const one = (id: string) => answer(api('GET', `/admin/support/tickets/${id}/`, { as: staff }), 200)
const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id)
const say = (id: string, text: string) => writeTo(asha, id, text)

describe('the queue of support', () => {
  it('is for support and admins alone', async () => {
    const { id } = await ask(asha)
    for (const as of [asha, await mentor()]) {
      expect(await answer(api('GET', '/admin/support/tickets/', { as }), 403)).toMatchObject({ code: 'role_required' })
      await answer(api('GET', `/admin/support/tickets/${id}/`, { as }), 403)
      await answer(handle(as, id, 'reply', { text: 'x' }), 403)
    }
    for (const as of [staff, await admin()]) expect(idsOf(await queue(as))).toContain(id)
    await answer(api('GET', '/admin/support/tickets/nothing/', { as: staff }), 404)
    await answer(handle(staff, 'nothing', 'reply', { text: 'x' }), 404)
  })

  it('does not count a role in a session without a second factor', async () => {
    const other = await supporter()
    await env.DB.prepare('update sessions set second_factor_at = null where account_id = ?').bind(other.user.id).run()
    await answer(api('GET', '/admin/support/tickets/', { as: other }), 403)
  })

  it('has what waits for staff, the longest waiting first, and every state on demand', async () => {
    const tickets = [await ask(asha), await ask(asha), await ask(asha)]
    const [first, second, third] = idsOf(tickets) as [string, string, string]
    const mine = (items: any[]) => idsOf(items).filter((id) => [first, second, third].includes(id))
    await reply(staff, first)
    expect(mine(await queue(staff))).toEqual([second, third])
    expect(mine(await queue(staff, '&state=waiting'))).toEqual([first])
    await answer(say(first, 'No'), 201)
    // It is their turn again since a moment ago.
    expect(mine(await queue(staff))).toEqual([second, third, first])
    await answer(say(second, 'And another thing'), 201)
    expect(mine(await queue(staff))).toEqual([second, third, first])
    await answer(setState(staff, third, 'resolved'), 200)
    expect(mine(await queue(staff, '&state=resolved'))).toEqual([third])
  })

  it('neither repeats nor skips from page to page', async () => {
    for (let i = 0; i < 5; i++) await ask(asha, { category: 'safety' })
    const all = idsOf(await queue(staff, '&category=safety'))
    const seen: string[] = []
    let cursor = ''
    do {
      const path = `/admin/support/tickets/?limit=2&category=safety${cursor}`
      const page = await answer(api('GET', path, { as: staff }), 200)
      seen.push(...idsOf(page.items))
      cursor = page.next_cursor ? `&cursor=${encodeURIComponent(page.next_cursor)}` : ''
    } while (cursor)
    expect(seen).toEqual(all)
    expect(all.length).toBeGreaterThan(4)
  })

  it('is searched by words, reference and address, in every state, and takes what is typed as text', async () => {
    const who = await student()
    const ticket = await ask(who, { subject: 'Zwölf Boxkämpfer', message: 'jagen Viktor quer' })
    await answer(writeTo(who, ticket.id, 'über den Sylter Deich'), 201)
    await answer(act(who, ticket.id, 'resolve'), 200)
    const find = async (search: string) => idsOf(await queue(staff, `&search=${encodeURIComponent(search)}`))
    for (const search of [
      'boxkampfer',
      'viktor',
      'Sylter Dei',
      ticket.reference.toLowerCase(),
      who.email.toUpperCase(),
    ])
      expect([search, await find(search)]).toEqual([search, [ticket.id]])
    for (const search of ['nirgends', '" OR 1=1 --', 'NEAR(a b)', 'words:viktor*^', '💥', '%', "'; drop table x;"])
      expect([search, await find(search)]).toEqual([search, []])
    expect(idsOf(await queue(staff, '&search=viktor&state=open'))).toEqual([])
  })
})

describe('a member of staff', () => {
  it('takes a ticket and gives it back', async () => {
    const { id } = await ask(asha)
    const taken = await answer(handle(staff, id, 'assignment', undefined, 'PUT'), 200)
    expect(taken.assigned_to).toEqual({ name: 'Sahana Staff', is_me: true })
    expect(idsOf(await queue(staff, '&assigned=me'))).toEqual([id])
    expect(idsOf(await queue(staff, '&assigned=nobody'))).not.toContain(id)
    const seen = await answer(api('GET', `/admin/support/tickets/${id}/`, { as: await admin() }), 200)
    expect(seen.assigned_to).toMatchObject({ is_me: false })
    expect(await answer(handle(staff, id, 'assignment', undefined, 'DELETE'), 200)).toMatchObject({ assigned_to: null })
  })

  it('notes what the person never sees', async () => {
    const who = await student({ name: 'Noted Nia' })
    const { id } = await ask(who)
    const noted = await answer(handle(staff, id, 'notes', { text: 'Called twice before' }), 201)
    expect(noted).toMatchObject({
      state: 'open',
      channel: 'app',
      person: { name: 'Noted Nia', student_id: who.user.student_id, email: null },
    })
    expect(noted.messages[1]).toMatchObject({ is_note: true, author_name: 'Sahana Staff', text: 'Called twice before' })
    expect(JSON.stringify(await see(who, id))).not.toContain('Called twice')
    expect(await mailsAt(who.email, 'ticket_reply')).toEqual([])
  })

  it('replies once under one client_id, and is not named to the person', async () => {
    const who = await student()
    const { id } = await ask(who)
    const send = (text: string) => handle(staff, id, 'reply', { text, client_id: 'r1' })
    expect(await statuses([send('Hello'), send('Hello'), send('Hello')])).toEqual([200, 200, 201])
    await answer(send('Other words'), 422)
    expect((await one(id)).messages).toHaveLength(2)
    await mailAt(who.email, 'ticket_reply')
    expect(await mailsAt(who.email, 'ticket_reply')).toHaveLength(1)
    expect(JSON.stringify(await see(who, id))).not.toContain('Sahana')
  })

  it('moves a ticket only where it can go', async () => {
    const { id } = await ask(asha)
    const moves: [string, number][] = [
      ['open', 409],
      ['reopened', 409],
      ['waiting', 200],
      ['waiting', 409],
      ['open', 200],
      ['resolved', 200],
      ['resolved', 409],
      ['waiting', 409],
      ['reopened', 200],
      ['waiting', 200],
    ]
    for (const [state, status] of moves) await answer(setState(staff, id, state), status)
    await answer(setState(staff, id, 'resolved'), 200)
    expect(await answer(handle(staff, id, 'reply', { text: 'One more thing' }), 409)).toMatchObject({
      code: 'state_conflict',
    })
    expect((await one(id)).messages).toHaveLength(1)
  })

  it('hears from a person who writes while the ticket is being resolved: nothing that was said is lost', async () => {
    for (let i = 0; i < 5; i++) {
      const { id } = await ask(asha)
      expect(await statuses([say(id, 'Wait!'), setState(staff, id, 'resolved')])).toEqual([200, 201])
      const after = await one(id)
      expect(after.messages).toHaveLength(2)
      expect(['reopened', 'resolved']).toContain(after.state)
    }
  })
})
