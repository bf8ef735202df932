import { beforeAll, describe, expect, it } from 'vitest'
import corpus from './corpus/emails.json'
import { withoutLimits } from './unlimited'
import { answer, api, minor, newcomer, type Person } from './world'

/** An address that breaks RFC 5321 is none, whatever RFC 5322 allows in a header. */
const isInvalid = (verdict: string) => /^(err|rfc5322)/.test(verdict)

/** Valid by the letter and refused on purpose: hardly a mail server takes them, and they deceive who reads them. */
const REFUSED: Record<string, (address: string, verdict: string) => boolean> = {
  'a quoted local part': (address) => address.includes('"'),
  'a comment': (address) => address.includes('('),
  'white space': (address) => /\s/.test(address),
  'the address of a machine': (address, verdict) => address.includes('[') || verdict === 'rfc5321TLDNumeric',
  'a domain without a dot': (address) => /@[^.]+$/.test(address),
  'a top-level domain of one letter or with a hyphen': (address) => /\.([a-z]|(?!xn--)\w+-[\w-]+)$/.test(address),
}
const refusal = (address: string, verdict: string) =>
  Object.entries(REFUSED).find(([, isOne]) => isOne(address, verdict))?.[0]

/** In any script: as yet an address is written in ASCII, its domain in punycode where need be. */
const INTERNATIONAL = ['ইলা@example.com', 'ila@пример.рф', 'ila@bücher.example', '用户@例子.公司', 'ila@example。com']
const HOSTILE = [
  'ila@example.com\nBcc: all@example.com',
  'ila@example.com\0.evil.example',
  'ila@example.com,ravi@example.com',
  'ila@example.com;ravi@example.com',
  '<script>alert(1)</script>@example.com',
  'Ila <ila@example.com>',
  'mailto:ila@example.com',
  'ila@example.com\u202e',
  '\u200bila@example.com',
  'ila\ud800@example.com',
  `${'a.'.repeat(25_600)}@example.com`,
  `ila@${'a.'.repeat(25_600)}com`,
]

const all = corpus as { address: string; verdict: string }[]
const valid = all.filter(({ verdict }) => !isInvalid(verdict))

let yash: Person
beforeAll(async () => {
  yash = await minor()
})
withoutLimits()

describe('an address that is none', () => {
  const wrong = [...all.filter(({ verdict }) => isInvalid(verdict)).map(({ address }) => address), ...HOSTILE]
  const registration = { name: 'Ila', password: 'correct horse 1', accepted_terms: true }
  const forms: [string, string, string, Record<string, unknown>][] = [
    ['signing up as a student', 'POST', '/auth/student/register/', registration],
    ['signing up as a mentor', 'POST', '/auth/mentor/register/', registration],
    ['signing in', 'POST', '/auth/login/', { password: 'x' }],
    ['a change of address', 'POST', '/account/email/', { password: 'x' }],
    ['naming a guardian', 'PUT', '/guardian/', {}],
  ]

  it.each(forms)('is refused at its field in %s', async (_, method, path, body) => {
    for (const email of [...wrong, ...INTERNATIONAL]) {
      const problem = await answer(api(method, path, { as: yash, body: { ...body, email } }), 422)
      expect([email.slice(0, 99), Object.keys(problem.errors)]).toEqual([email.slice(0, 99), ['email']])
    }
  })
})

describe('a valid address', () => {
  it('is taken as it was typed, but for the kinds that we refuse', async () => {
    const taken: string[] = []
    for (const { address, verdict } of valid) {
      const response = await api('PUT', '/guardian/', { as: yash, body: { email: address } })
      const refused = refusal(address, verdict)
      const got = await answer(response, refused === undefined ? 200 : 422)
      if (refused === undefined) {
        expect(got.email).toBe(address)
        taken.push(address)
      } else expect(Object.keys(got.errors)).toEqual(['email'])
    }
    expect(taken).toHaveLength(17)
    expect(taken).toContain('!#$%&`*+/=?^`{|}~@iana.org')
  })

  it('of each refused kind is in the corpus', () => {
    const met = new Set(valid.map(({ address, verdict }) => refusal(address, verdict)).filter(Boolean))
    expect([...met].toSorted()).toEqual(Object.keys(REFUSED).toSorted())
  })

  it('makes an account and signs in, in capitals too', async () => {
    for (const email of [
      "o'neil+aspire@example.com",
      'test@xn--hxajbheg2az3al.xn--jxalpdlp',
      'A_b-c.9@a.b-c.example.com',
    ]) {
      const { user, password } = await newcomer({ email })
      expect(user.email).toBe(email)
      const body = { email: email.toUpperCase(), password }
      expect((await answer(api('POST', '/auth/login/', { body }), 200)).user.id).toBe(user.id)
    }
  })
})
