import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { eventually, answer, api, newcomer } from '../test/world'
import { again, codeIn, elsewhere, finish, mailTo, nextCode, ticketOf, tokenIn, withTotp } from './desk'

/** Where development keeps what would have been mailed; in production it stays empty. */
const MAILBOX = 'mailbox'

const everything = async (): Promise<string> => {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name <> ?",
  )
    .bind(MAILBOX)
    .all<{ name: string }>()
  expect(results.length).toBeGreaterThan(30)
  const tables = await Promise.all(results.map(({ name }) => env.DB.prepare(`select * from "${name}"`).all()))
  return JSON.stringify(tables.map((table) => table.results))
}

/** Everything with which somebody could enter, as they went over the wire and by mail. */
const secrets = new Map<string, string>()
const keep = (what: string, secret: string): string => {
  expect(secret, what).toMatch(/^.{6,}$/)
  secrets.set(what, secret)
  return secret
}
const PASSWORDS = ['the first password of three', 'the second password of three', 'the third password of three']

beforeAll(async () => {
  const [first, second, third] = PASSWORDS as [string, string, string]
  const person = { ...(await newcomer({ password: first })), password: first }
  PASSWORDS.forEach((password, i) => keep(`password ${i}`, password))
  keep('session', person.token)
  const ticket = await answer(api('POST', '/auth/socket-ticket/', { as: person }), 201)
  keep('socket ticket', ticket.ticket)

  const hello = await mailTo(person.email, 'email_verification')
  keep('verification link', tokenIn(hello))
  const code = keep('verification code', codeIn(hello))
  await answer(api('POST', '/auth/verify-email/resend/', { as: person }), 204)
  keep('second verification link', tokenIn(await mailTo(person.email, 'email_verification', 2)))
  await answer(api('POST', '/auth/verify-email/', { as: person, body: { code } }), 404)
  const newest = keep('second verification code', codeIn(await mailTo(person.email, 'email_verification', 2)))
  await answer(api('POST', '/auth/verify-email/', { as: person, body: { code: newest } }), 200)

  const email = 'elsewhere-by-now@example.com'
  await answer(api('POST', '/account/email/', { as: person, body: { email, password: first } }), 202)
  const moving = keep('address link', tokenIn(await mailTo(email, 'email_change')))
  await answer(api('POST', '/auth/email-change/confirm/', { body: { token: moving } }), 200)
  keep('undo link', tokenIn(await mailTo(person.email, 'email_change_notice')))
  const change = { current_password: first, password: second }
  await answer(api('POST', '/account/password/', { as: person, body: change }), 200)

  const moved = await withTotp({ ...person, email, password: second })
  keep('secret of the authenticator', moved.secret)
  moved.recovery_codes.forEach((one, i) => {
    keep(`recovery code ${i}`, one)
    keep(`recovery code ${i}, without its dash`, one.replace('-', ''))
  })
  keep('used login ticket', await ticketOf(moved))
  keep('code of the authenticator', await nextCode(moved))
  await answer(finish(secrets.get('used login ticket')!, secrets.get('code of the authenticator')!), 200)
  keep('open login ticket', await ticketOf(moved))
  keep('proposed secret', await anotherSecret(moved))

  await answer(api('POST', '/auth/password-reset/', { body: { email }, headers: elsewhere() }), 202)
  const reset = keep('reset link', tokenIn(await mailTo(email, 'password_reset')))
  await answer(api('POST', '/auth/password-reset/confirm/', { body: { token: reset, password: third } }), 200)
  await answer(api('POST', '/auth/password-reset/', { body: { email }, headers: elsewhere() }), 202)
  keep('open reset link', tokenIn(await mailTo(email, 'password_reset', 2)))
  keep('last session', (await again(await newcomer())).token)
  await eventually(async () => (await env.DB.prepare('select count(*) as n from outbox').first('n')) === 0)
})

const anotherSecret = async (moved: Awaited<ReturnType<typeof withTotp>>): Promise<string> => {
  const body = { password: moved.password, code: moved.recovery_codes[9] }
  return (await answer(api('POST', '/account/totp/', { as: moved, body }), 200)).secret
}

it('a stolen dump of the database opens nothing: no table holds a usable token, code, secret or password', async () => {
  const dump = await everything()
  expect(dump).toContain('elsewhere-by-now@example.com')
  expect(secrets.size).toBeGreaterThan(35)
  // Six digits may stand in any number; as a value of their own they may not.
  for (const [what, secret] of secrets)
    expect(dump, what).not.toContain(/^\d{6}$/.test(secret) ? `"${secret}"` : secret)
})

it('and what it holds instead is not taken for the secret', async () => {
  const { results } = await env.DB.prepare('select token_hash from sessions').all<{ token_hash: string }>()
  for (const { token_hash } of results)
    await answer(api('GET', '/auth/me/', { headers: { authorization: `Token ${token_hash}` } }), 401)
})
