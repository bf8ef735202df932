import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { drainOutbox } from '../lib/outbox'
import { advance } from '../payments/desk'
import { answer, api, newcomer, student, type Person } from '../test/world'
import { elsewhere, login, mailsTo, mailTo, statuses, tokenIn } from './desk'

const prove = (token: string) => api('POST', '/auth/verify-email/', { body: { token }, headers: elsewhere() })
let moves = 0
const freshAddress = () => `moved${++moves}@example.com`
const wish = (as: Person, email: string, password: string | undefined = as.password) =>
  api('POST', '/account/email/', { as, body: { email, password } })
const confirm = (token: string) => api('POST', '/auth/email-change/confirm/', { body: { token }, headers: elsewhere() })
const undo = (token: string) => api('POST', '/auth/email-change/undo/', { body: { token }, headers: elsewhere() })
const linkTo = async (email: string) => tokenIn(await mailTo(email, 'email_change'))
const undoOf = async (email: string, nth = 1) => tokenIn(await mailTo(email, 'email_change_notice', nth))

/** Somebody whose address was changed, with the link that takes it back. */
async function moved(who?: Person) {
  const person = who ?? (await student())
  const email = freshAddress()
  await answer(wish(person, email), 202)
  await answer(confirm(await linkTo(email)), 200)
  return { person, email, token: await undoOf(person.email) }
}

describe('another address', () => {
  it('counts from the moment its link is opened, and the old one is told', async () => {
    const person = await student()
    const email = 'Moved.Here@Example.com'
    await answer(wish(person, email), 202)
    const token = await linkTo(email)
    expect((await answer(api('GET', '/auth/me/', { as: person }), 200)).email).toBe(person.email)
    expect(await mailsTo(person.email, 'email_change_notice')).toEqual([])
    expect(await answer(confirm(token), 200)).toEqual({ email })
    expect(await answer(api('GET', '/auth/me/', { as: person }), 200)).toMatchObject({ email, email_verified: true })
    await answer(login(person.email, person.password), 401)
    await answer(login('moved.here@example.com', person.password), 200)
    expect((await mailTo(person.email, 'email_change_notice')).text).toContain(email)
    await mailTo(email, 'email_changed')
  })

  it('needs the password, and a visitor cannot ask for it', async () => {
    const person = await student()
    for (const password of ['not mine', undefined]) {
      const body = { email: freshAddress(), password }
      const problem = await answer(api('POST', '/account/email/', { as: person, body }), 422)
      expect(problem.errors).toEqual({ password: ['This is not your password'] })
    }
    expect((await answer(wish(person, person.email.toUpperCase()), 422)).errors.email).toHaveLength(1)
  })

  it('that somebody has is answered the same, and nothing is mailed', async () => {
    const [person, other] = [await student(), await student()]
    const free = await wish(person, freshAddress())
    const taken = await wish(person, other.email)
    expect([taken.status, await taken.text()]).toEqual([free.status, await free.text()])
    await drainOutbox(env)
    expect(await mailsTo(other.email, 'email_change')).toEqual([])
  })

  it('that somebody took meanwhile is not taken from them', async () => {
    const [person, email] = [await student(), freshAddress()]
    await answer(wish(person, email), 202)
    const token = await linkTo(email)
    const other = await student({ email })
    await answer(confirm(token), 404)
    expect((await answer(api('GET', '/auth/me/', { as: other }), 200)).email).toBe(email)
    expect((await answer(api('GET', '/auth/me/', { as: person }), 200)).email).toBe(person.email)
  })

  it('is the newest one asked for, within a day, once', async () => {
    const [person, first, second] = [await student(), freshAddress(), freshAddress()]
    await answer(wish(person, first), 202)
    const old = await linkTo(first)
    await answer(wish(person, second), 202)
    const token = await linkTo(second)
    await answer(confirm(old), 404)
    expect(await statuses([confirm(token), confirm(token)])).toEqual([200, 404])
    const [late, email] = [await student(), freshAddress()]
    await answer(wish(late, email), 202)
    const stale = await linkTo(email)
    await advance(24 * 3600 + 1)
    await answer(confirm(stale), 404)
  })

  it('ends the links that were mailed to the old one', async () => {
    const person = await student()
    await answer(api('POST', '/auth/password-reset/', { body: { email: person.email }, headers: elsewhere() }), 202)
    const token = tokenIn(await mailTo(person.email, 'password_reset'))
    await moved(person)
    const body = { token, password: 'by the old mailbox' }
    await answer(api('POST', '/auth/password-reset/confirm/', { body, headers: elsewhere() }), 404)
  })

  it('of a mistyped, never proven one leaves no way back for whoever owns that', async () => {
    const [person, email] = [await newcomer(), freshAddress()]
    const old = tokenIn(await mailTo(person.email, 'email_verification'))
    await answer(wish(person, email), 202)
    await answer(confirm(await linkTo(email)), 200)
    await drainOutbox(env)
    expect(await mailsTo(person.email, 'email_change_notice')).toEqual([])
    await answer(prove(old), 404)
    await student({ email: person.email })
  })
})

describe('a change of address', () => {
  it('is taken back from the old one: it returns, the password ends and every device is signed out', async () => {
    const { person, email, token } = await moved()
    expect(await answer(undo(token), 200)).toEqual({ email: person.email })
    await answer(api('GET', '/auth/me/', { as: person }), 401)
    await answer(login(email, person.password), 401)
    await answer(login(person.email, person.password), 401)
    await answer(api('POST', '/auth/password-reset/', { body: { email: person.email }, headers: elsewhere() }), 202)
    const link = tokenIn(await mailTo(person.email, 'password_reset'))
    const body = { token: link, password: 'mine once more' }
    await answer(api('POST', '/auth/password-reset/confirm/', { body, headers: elsewhere() }), 200)
    expect((await answer(login(person.email, 'mine once more'), 200)).user.id).toBe(person.user.id)
  })

  it('is taken back once, by one of two at the same moment', async () => {
    const { token } = await moved()
    expect(await statuses([undo(token), undo(token)])).toEqual([200, 404])
  })

  it('is taken back for 72 hours, and so long nobody else can have the old address', async () => {
    const { person, token } = await moved()
    const register = () =>
      api('POST', '/auth/student/register/', {
        body: { name: 'Squatter', email: person.email, password: 'sits on it now', accepted_terms: true },
        headers: elsewhere(),
      })
    const other = await student()
    await advance(71 * 3600)
    expect(await answer(register(), 409)).toMatchObject({ code: 'email_taken' })
    await answer(wish(other, person.email), 202)
    await drainOutbox(env)
    expect(await mailsTo(person.email, 'email_change')).toEqual([])
    await advance(3600 + 1)
    await answer(undo(token), 404)
    await answer(register(), 201)
  })

  it('after another one leaves the first owner their right, whatever the second one does', async () => {
    const { person, email: second, token: first } = await moved()
    const thief = { ...person, email: second }
    const third = freshAddress()
    await answer(wish(thief, third), 202)
    await answer(confirm(await linkTo(third)), 200)
    await answer(undo(await undoOf(second)), 200)
    expect(await answer(undo(first), 200)).toEqual({ email: person.email })
  })

  it('taken back at the beginning takes the later ones with it', async () => {
    const { person, email: second, token: first } = await moved()
    const third = freshAddress()
    await answer(wish({ ...person, email: second }, third), 202)
    await answer(confirm(await linkTo(third)), 200)
    const later = await undoOf(second)
    await answer(undo(first), 200)
    await answer(undo(later), 404)
  })

  it('leaves neither Google nor a link of before to who is thrown out', async () => {
    const { person, email, token } = await moved()
    const { id } = person.user
    await env.DB.prepare(
      'insert into identities (issuer, subject, account_id, email, linked_at) values (?, ?, ?, ?, ?)',
    )
      .bind('https://accounts.google.com', 'thief', id, 'thief@example.com', 1)
      .run()
    await answer(api('POST', '/auth/password-reset/', { body: { email }, headers: elsewhere() }), 202)
    const link = tokenIn(await mailTo(email, 'password_reset'))
    await answer(undo(token), 200)
    const body = { token: link, password: 'still inside' }
    await answer(api('POST', '/auth/password-reset/confirm/', { body, headers: elsewhere() }), 404)
    expect(await env.DB.prepare('select 1 from identities where account_id = ?').bind(id).first()).toBeNull()
  })
})

it('a link serves the purpose it was mailed for alone', async () => {
  const [fresh, person, mover, email] = [await newcomer(), await student(), await student(), freshAddress()]
  await answer(api('POST', '/auth/password-reset/', { body: { email: person.email }, headers: elsewhere() }), 202)
  await answer(wish(mover, email), 202)
  const links = {
    verify: tokenIn(await mailTo(fresh.email, 'email_verification')),
    reset: tokenIn(await mailTo(person.email, 'password_reset')),
    change: await linkTo(email),
    undo: (await moved()).token,
  }
  const uses = {
    verify: prove,
    reset: (token: string) =>
      api('POST', '/auth/password-reset/confirm/', { body: { token, password: 'any purpose' }, headers: elsewhere() }),
    change: confirm,
    undo,
  }
  for (const [made, token] of Object.entries(links))
    for (const [used, act] of Object.entries(uses)) if (used !== made) await answer(act(token), 404)
  for (const [made, token] of Object.entries(links)) await answer(uses[made as keyof typeof uses](token), 200)
})
