import { env } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { answer, api, eventually, freeSlots, mentor, minor, student, type Person, type Teacher } from '../test/world'
import { withoutContacts } from './guardians.rules'

interface Letter {
  kind: string
  subject: string
  text: string
}
let parents = 0
const newParent = () => `parent${++parents}@example.com`

const letters = async (to: string, kind: string): Promise<Letter[]> =>
  (
    await env.DB.prepare('select * from mailbox where recipient = ? and kind = ? order by id')
      .bind(to, kind)
      .all<Letter>()
  ).results
const tokenIn = ({ text }: Letter): string => /token=([\w-]+)/.exec(text)?.[1] ?? ''

async function book(as: Person, teacher: Teacher) {
  const [slot] = await freeSlots(teacher)
  const body = {
    mentor_id: teacher.mentor_id,
    offer_id: teacher.offer.id,
    start_time: slot?.start_time,
    time_zone: 'Asia/Kolkata',
  }
  return api('POST', '/student/book-session/', { as, body })
}

async function asked(child: Person, teacher: Teacher, parent: string): Promise<string> {
  await answer(api('PUT', '/guardian/', { as: child, body: { email: parent } }), 200)
  await answer(api('POST', '/guardian/consents/', { as: child, body: { mentor_id: teacher.mentor_id } }), 202)
  const letter = await eventually(async () => (await letters(parent, 'guardian_request'))[0])
  return tokenIn(letter)
}
const decide = (token: string, decision: string, more: object = { name: 'Pat Parent', is_guardian: true }) =>
  api('POST', '/guardian/consents/decide/', { body: { token, decision, ...more } })
const read = (token: string) => api('POST', '/guardian/consents/read/', { body: { token } })

it('a minor books only with a mentor to whom the guardian agreed, and not after that was taken back', async () => {
  const [child, ravi, other] = [await minor(), await mentor(), await mentor()]
  expect(await answer(book(child, ravi), 403)).toMatchObject({ code: 'guardian_consent_required' })
  const token = await asked(child, ravi, newParent())
  expect(await answer(read(token), 200)).toMatchObject({
    child_name: 'Young Yash',
    state: 'requested',
    mentor: { mentor_id: ravi.mentor_id },
  })
  await answer(book(child, ravi), 403)
  expect(await answer(decide(token, 'agree', {}), 422)).toMatchObject({ code: 'invalid_input' })
  expect(await answer(decide(token, 'agree'), 200)).toMatchObject({ state: 'agreed' })
  await answer(book(child, ravi), 201)
  await answer(book(child, other), 403)
  await eventually(async () => {
    const { items } = await answer(api('GET', '/notifications/', { as: child }), 200)
    return items.some(({ kind }: { kind: string }) => kind === 'guardian_agreed')
  })
  expect(await answer(decide(token, 'withdraw'), 200)).toMatchObject({ state: 'withdrawn' })
  await answer(decide(token, 'refuse'), 409)
  await answer(book(child, ravi), 403)
})

it('the guardian reads what the minor is told about a session, with a link that works', async () => {
  const [child, ravi] = [await minor(), await mentor(undefined, { amount_minor: 0 })]
  const parent = newParent()
  await answer(decide(await asked(child, ravi, parent), 'agree'), 200)
  const { booking } = await answer(book(child, ravi), 201)
  const copy = (words: RegExp) =>
    eventually(async () => (await letters(parent, 'guardian_notice')).find(({ text }) => words.test(text)))
  expect(await answer(read(tokenIn(await copy(/is confirmed/))), 200)).toMatchObject({ state: 'agreed' })
  await answer(api('POST', `/bookings/${booking.id}/cancel/`, { as: child, body: {} }), 200)
  expect((await copy(/was cancelled/)).subject).toContain('Young Yash')
})

it('another guardian is asked anew, and the links of the one before end', async () => {
  const [child, ravi] = [await minor(), await mentor()]
  const token = await asked(child, ravi, newParent())
  await answer(decide(token, 'agree'), 200)
  await answer(api('PUT', '/guardian/', { as: child, body: { email: newParent() } }), 200)
  await answer(book(child, ravi), 403)
  await answer(decide(token, 'agree'), 404)
})

it('people of age need no guardian and can name none; nobody is their own', async () => {
  const [adult, child] = [await student(), await minor()]
  await answer(api('PUT', '/guardian/', { as: adult, body: { email: newParent() } }), 409)
  const own = api('PUT', '/guardian/', { as: child, body: { email: child.email.toUpperCase() } })
  expect(await answer(own, 422)).toMatchObject({ errors: { email: [expect.any(String)] } })
  await answer(api('POST', '/guardian/consents/', { as: child, body: { mentor_id: 'M000001' } }), 409)
})

it('who said to be under 18 does not come of age by a form, but may correct the day', async () => {
  const child = await minor()
  const change = (date_of_birth: string | null) =>
    api('PUT', '/student/profile/', { as: child, body: { date_of_birth } })
  for (const older of ['1999-01-01', null])
    expect(await answer(change(older), 422)).toMatchObject({ errors: { date_of_birth: [expect.any(String)] } })
  await answer(change(`${new Date().getUTCFullYear() - 15}-06-01`), 200)
})

it('messages with a minor hold no way to meet elsewhere until the guardian agreed, from either side', async () => {
  const [child, ravi] = [await minor(), await mentor()]
  const { id } = await answer(api('POST', '/chat/conversations/', { as: child, body: { with: ravi.mentor_id } }), 201)
  let said = 0
  const say = async (as: Person) => {
    const content = 'Write to ravi@example.com or +91 98765 43210'
    const body = { conversation_id: id, client_id: `say-${++said}`, content }
    return (await answer(api('POST', '/chat/messages/', { as, body }), 201)).content
  }
  expect(await say(child)).toBe('Write to ••• or •••')
  expect(await say(ravi)).toBe('Write to ••• or •••')
  await answer(decide(await asked(child, ravi, newParent()), 'agree'), 200)
  expect(await say(ravi)).toContain('ravi@example.com')
})

it.each([
  ['mail me: a.b+c@mail.example.co.uk!', 'mail me: •••!'],
  ['a (at) example.com', '•••'],
  ['https://example.com/me?x=1 and www.example.org', '••• and •••'],
  ['insta @some.body', 'insta •••'],
  ['call 098-765-43210 now', 'call ••• now'],
  ['at 18:30 on 24.11., ₹1,500 for 45 min', 'at 18:30 on 24.11., ₹1,500 for 45 min'],
  ['const f = (a, b) => a + b // 3.14', 'const f = (a, b) => a + b // 3.14'],
])('masks %j as %j', (text, masked) => {
  expect(withoutContacts(text)).toBe(masked)
})
