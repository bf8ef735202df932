import { env } from 'cloudflare:test'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { elsewhere } from '../accounts/desk'
import { exported } from '../accounts/life'
import { advance } from '../payments/desk'
import { answer, api, eventually, newcomer, student, type Person } from '../test/world'
import { handle, mailAt, mailsAt, queue, supporter } from './desk'

let staff: Person
beforeAll(async () => {
  staff = await supporter()
})

let strangers = 0
const stranger = (): string => `stranger${++strangers}@example.com`
const FORM = { name: 'Noor', query: 'Do you teach Kannada?\nI would like to know.' }
const contact = (body: object, headers = elsewhere()): Promise<Response> =>
  api('POST', '/chat/contact/', { body, headers })
const found = (email: string) => queue(staff, `&search=${encodeURIComponent(email)}`)
const quiet = () =>
  eventually(async () => {
    const left = await env.DB.prepare(
      "select count(*) as n from outbox where topic = 'contact_received'",
    ).first<number>('n')
    return left === 0
  })

describe('the contact form', () => {
  it('takes a visitor’s question, to the letter of the seed, and staff find it', async () => {
    const email = stranger()
    const taken = await answer(contact({ ...FORM, email, phone: '+91 98765 43210' }), 201)
    expect(taken).toEqual({ message: expect.any(String) })
    expect(await found(email)).toMatchObject([
      {
        channel: 'contact',
        state: 'open',
        category: 'other',
        subject: 'Do you teach Kannada?',
        person: { name: 'Noor', email, phone: '+91 98765 43210', student_id: null },
      },
    ])
  })

  it('confirms to the address, without a word that came with the form, once a day at most', async () => {
    const email = stranger()
    const spam = { name: 'Win money at https://evil.example.com', query: 'BUY NOW https://evil.example.com' }
    for (let i = 0; i < 3; i++) await answer(contact({ ...spam, email }), 201)
    const mail = await mailAt(email, 'contact_received')
    await quiet()
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/evil|BUY|money/)
    expect(await mailsAt(email, 'contact_received')).toHaveLength(1)
    expect(await found(email)).toHaveLength(3)
    await advance(86_400)
    await answer(contact({ ...spam, email }), 201)
    await mailAt(email, 'contact_received', 2)
  })

  it('answers a machine that fills in everything like anybody else, and keeps nothing', async () => {
    const email = stranger()
    const taken = await answer(contact({ ...FORM, email }), 201)
    const machine = stranger()
    expect(await answer(contact({ ...FORM, email: machine, website: 'https://spam.example.com' }), 201)).toEqual(taken)
    await answer(contact({ ...FORM, email, website: '' }), 201)
    expect(await found(machine)).toEqual([])
    expect(await found(email)).toHaveLength(2)
    await quiet()
    expect(await mailsAt(machine, 'contact_received')).toEqual([])
  })

  it('has an end for a network and for an address', async () => {
    const network = elsewhere()
    for (let i = 0; i < 10; i++) await answer(contact({ ...FORM, email: stranger() }, network), 201)
    const over = await contact({ ...FORM, email: stranger() }, network)
    expect([over.status, Number(over.headers.get('retry-after')) > 0]).toEqual([429, true])
    await over.body?.cancel()
    const email = stranger()
    for (let i = 0; i < 10; i++) await answer(contact({ ...FORM, email }), 201)
    await answer(contact({ ...FORM, email: email.toUpperCase() }), 429)
  })

  it('refuses what is wrong at its field', async () => {
    const email = stranger()
    const wrong: [object, string][] = [
      [{ ...FORM }, 'email'],
      [{ ...FORM, email: 'a@b' }, 'email'],
      [{ ...FORM, email: 'a@example.com\nBcc: all@example.com' }, 'email'],
      [{ ...FORM, email, name: '\u202e' }, 'name'],
      [{ ...FORM, email, query: ' ' }, 'query'],
      [{ ...FORM, email, phone: 'call me' }, 'phone'],
      [{ ...FORM, email, subject: 'x' }, 'subject'],
    ]
    for (const [body, field] of wrong) expect(Object.keys((await answer(contact(body), 422)).errors)).toEqual([field])
    expect(await found(email)).toEqual([])
  })

  it('is answered by mail, as text, under the name that was given', async () => {
    const email = stranger()
    await answer(contact({ ...FORM, name: 'Noor\r\nBcc: all@example.com', email }), 201)
    const [{ id, reference }] = (await found(email)) as [{ id: string; reference: string }]
    const seen = await answer(handle(staff, id, 'reply', { text: 'We do: <b>look</b> under Languages.' }), 201)
    expect(seen).toMatchObject({ state: 'waiting', booking: null })
    const mail = await mailAt(email, 'contact_reply')
    expect(mail.subject).toBe(`An answer to your message, ${reference}`)
    expect(mail.text).toContain('Hello NoorBcc: all@example.com,')
    expect(mail.text).toContain('We do: <b>look</b> under Languages.')
    expect(mail.html).toContain('&lt;b&gt;look&lt;/b&gt;')
    await answer(handle(staff, id, 'state', { state: 'resolved' }), 200)
    expect(await mailsAt(email, 'ticket_resolved')).toEqual([])
  })

  it('is nobody’s ticket, also where the address has an account', async () => {
    const who = await student()
    await answer(contact({ ...FORM, email: who.email }), 201)
    const [{ id }] = (await found(who.email)) as [{ id: string }]
    await answer(api('GET', `/support/tickets/${id}/`, { as: who }), 404)
    expect((await answer(api('GET', '/chat/customer-service/', { as: who }), 200)).items).toEqual([])
  })

  it('belongs to an account with its address once that is proven, and to nobody who only claims it', async () => {
    const who = await newcomer()
    await answer(contact({ ...FORM, email: who.email, query: 'Known to the owner of the address alone' }), 201)
    const body = { name: 'Noor', email: who.email, subject: 'Mine', text: 'Known to the owner as well' }
    await answer(api('POST', '/grievances/', { body, headers: elsewhere() }), 201)
    const held = async () =>
      Object.values(unzipSync((await exported(who)).archive))
        .map((bytes) => new TextDecoder('latin1').decode(bytes))
        .filter((text) => text.includes('Known to the owner')).length
    expect(await held()).toBe(0)
    await env.DB.prepare('update accounts set email_verified_at = created_at where id = ?').bind(who.user.id).run()
    await advance(86_400)
    expect(await held()).toBe(3)
  })
})
