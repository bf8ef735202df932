import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { drainOutbox } from '../lib/outbox'
import { advance } from '../payments/desk'
import { answer, api, newcomer, type Person } from '../test/world'
import { codeIn, elsewhere, mailsTo, mailTo, statuses, tokenIn } from './desk'

const prove = (proof: { token: string } | { code: string }, as?: Person) =>
  api('POST', '/auth/verify-email/', { as, body: proof, headers: elsewhere() })
const resend = (as: Person) => api('POST', '/auth/verify-email/resend/', { as })
const isProven = async (as: Person): Promise<boolean> =>
  (await answer(api('GET', '/auth/me/', { as }), 200)).email_verified
const mailed = ({ email }: Person, nth = 1) => mailTo(email, 'email_verification', nth)
/** Six digits that are not these. */
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('an address', () => {
  it('is proven by the six digits, typed where the person signed up', async () => {
    const person = await newcomer()
    expect(await isProven(person)).toBe(false)
    const code = codeIn(await mailed(person))
    expect(await answer(prove({ code }, person), 200)).toEqual({ email_verified: true })
    expect(await isProven(person)).toBe(true)
    await answer(prove({ code }, person), 404)
  })

  it('is proven by the link, from any device, once', async () => {
    const person = await newcomer()
    const token = tokenIn(await mailed(person))
    expect(await statuses([prove({ token }), prove({ token })])).toEqual([200, 404])
    expect(await isProven(person)).toBe(true)
  })

  it('is not proven by the digits of somebody else, nor by a visitor', async () => {
    const [ila, ben] = [await newcomer(), await newcomer()]
    const code = codeIn(await mailed(ben))
    expect((await answer(prove({ code }, ila), 404)).errors.code).toHaveLength(1)
    await answer(prove({ code }), 401)
    expect([await isProven(ila), await isProven(ben)]).toEqual([false, false])
  })

  it('is not proven by guessing: after five tries the right digits are worth nothing, and new ones are', async () => {
    const person = await newcomer()
    const code = codeIn(await mailed(person))
    for (let i = 0; i < 5; i++) await answer(prove({ code: wrong(code) }, person), 404)
    await answer(prove({ code }, person), 404)
    await answer(resend(person), 204)
    await answer(prove({ code: codeIn(await mailed(person, 2)) }, person), 200)
  })

  it('is not proven by guessing in parallel either', async () => {
    const person = await newcomer()
    const code = codeIn(await mailed(person))
    const guesses = Array.from({ length: 30 }, () => prove({ code: wrong(code) }, person))
    expect(new Set(await statuses(guesses))).toEqual(new Set([404]))
    await answer(prove({ code }, person), 404)
    expect(await isProven(person)).toBe(false)
  })

  it('has digits for half an hour and a link for a day', async () => {
    const person = await newcomer()
    const mail = await mailed(person)
    await advance(31 * 60)
    await answer(prove({ code: codeIn(mail) }, person), 404)
    await answer(prove({ token: tokenIn(mail) }), 200)
    const late = await newcomer()
    const token = tokenIn(await mailed(late))
    await advance(24 * 3600 + 1)
    await answer(prove({ token }), 404)
  })

  it('is mailed to again: the newest digits work, and every link', async () => {
    const person = await newcomer()
    const first = await mailed(person)
    await answer(resend(person), 204)
    const second = await mailed(person, 2)
    if (codeIn(first) !== codeIn(second)) await answer(prove({ code: codeIn(first) }, person), 404)
    await answer(prove({ token: tokenIn(first) }), 200)
    await answer(prove({ token: tokenIn(second) }), 404)
  })

  it('is mailed to again five times an hour at most, and not when it is proven', async () => {
    const person = await newcomer()
    await mailed(person)
    const tries = await statuses(Array.from({ length: 6 }, () => resend(person)))
    expect(tries).toEqual([204, 204, 204, 204, 204, 429])
    await mailed(person, 6)
    const known = await newcomer()
    await answer(prove({ code: codeIn(await mailed(known)) }, known), 200)
    await answer(resend(known), 204)
    await drainOutbox(env)
    expect(await mailsTo(known.email, 'email_verification')).toHaveLength(1)
  })
})
