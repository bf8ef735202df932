import { env } from 'cloudflare:test'
import { now } from '../lib/clock'
import { advance } from '../payments/desk'
import { answer, api, eventually, student, type Person } from '../test/world'
import { codeAt } from './totp.rules'

// What tests of accounts do again and again, over HTTP and by mail like anybody else.

interface Mail {
  subject: string
  text: string
}
export const mailsTo = async (email: string, kind: string): Promise<Mail[]> =>
  (
    await env.DB.prepare('select subject, text from mailbox where recipient = ? and kind = ? order by id desc')
      .bind(email, kind)
      .all<Mail>()
  ).results

/** The newest mail of a kind, once there are this many. */
export const mailTo = (email: string, kind: string, nth = 1): Promise<Mail> =>
  eventually(async () => {
    const mails = await mailsTo(email, kind)
    return mails.length >= nth && mails[0]
  })

export const tokenIn = ({ text }: Mail): string => /token=([\w-]+)/.exec(text)?.[1] ?? ''
export const codeIn = ({ subject }: Mail): string => /^\d{6}/.exec(subject)?.[0] ?? ''

let networks = 0
/** A network that nobody used before. */
export const elsewhere = (): Record<string, string> => {
  networks++
  return { 'cf-connecting-ip': `172.${16 + (networks >> 8)}.${networks & 255}.1` }
}

export const login = (email: string, password: string, headers = elsewhere()): Promise<Response> =>
  api('POST', '/auth/login/', { body: { email, password }, headers })

/** The same person, signed in once more. */
export async function again(person: Person): Promise<Person> {
  const { token, user } = await answer(login(person.email, person.password), 200)
  return { ...person, token, user }
}

export const isSignedIn = async (as: Person): Promise<boolean> => {
  const response = await api('GET', '/auth/me/', { as })
  await response.body?.cancel()
  return response.status === 200
}

export interface Protected extends Person {
  secret: string
  recovery_codes: string[]
}

/** Somebody whose authenticator asks at each sign-in. */
export async function withTotp(person?: Person): Promise<Protected> {
  const who = person ?? (await student())
  const body = { password: who.password }
  const { secret } = await answer(api('POST', '/account/totp/', { as: who, body }), 200)
  const code = codeAt(secret, now())
  const { recovery_codes } = await answer(api('POST', '/account/totp/confirm/', { as: who, body: { code } }), 200)
  return { ...who, secret, recovery_codes }
}

/** A code that was not used yet: time moves on. */
export async function nextCode({ secret }: { secret: string }): Promise<string> {
  await advance(60)
  return codeAt(secret, now())
}

export const ticketOf = async ({ email, password }: Person): Promise<string> =>
  (await answer(login(email, password), 200)).ticket

export const finish = (ticket: string, code: string, headers = elsewhere()): Promise<Response> =>
  api('POST', '/auth/login/totp/', { body: { ticket, code }, headers })

/** What statuses came, smallest first. */
export async function statuses(answers: Promise<Response>[]): Promise<number[]> {
  const all = await Promise.all(answers)
  await Promise.all(all.map((response) => response.body?.cancel()))
  return all.map(({ status }) => status).toSorted((a, b) => a - b)
}
