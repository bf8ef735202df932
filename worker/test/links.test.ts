import { beforeAll, describe, expect, it } from 'vitest'
import { withoutLimits } from './unlimited'
import { answer, api, mentor, student, type Person } from './world'

const FIELDS = ['linkedin_url', 'github_url', 'portfolio_url']
let ila: Person
let ravi: Person
withoutLimits()
beforeAll(async () => {
  ila = await student()
  ravi = await mentor()
})

describe('an address on the web', () => {
  const SCHEMES = [
    'javascript:',
    'JaVaScRiPt://',
    'data:text/html,',
    'vbscript:',
    'file:///',
    'blob:https://',
    'ftp://',
  ]
  const OTHER = ['mailto:', 'tel:', 'ws://', 'about:', 'intent://', 'view-source:https://', '//', '/', '', '\\\\']
  const MASKED = [
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'https:example.com',
    'https:/example.com',
    'https:\\\\example.com',
    'https://ila:secret@example.com',
    'https://linkedin.com@example.com',
    'https://example.com/\u202efdp.exe',
    'https://example.com/a b',
    'https://example.com/\0',
    'https://localhost/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://0x7f.1/',
    `https://example.com/${'a'.repeat(51_200)}`,
  ]
  const wrong = [...[...SCHEMES, ...OTHER].map((scheme) => `${scheme}example.com/%0aalert(1)`), ...MASKED]
  const cut = (text: string) => text.slice(0, 60)

  it('is refused in every field of links where it is none of http or hides what it is', async () => {
    const before = await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)
    for (const url of wrong) {
      const links = { linkedin_url: url, github_url: url, portfolio_url: url }
      const sent: [string, string, object, string[]][] = [
        ['PUT', '/student/profile/', links, FIELDS],
        ['POST', '/student/detail/', links, FIELDS],
        ['PUT', '/mentor/profile/', links, FIELDS],
        ['POST', '/mentor/detail/', links, FIELDS],
        ['PUT', '/mentor/application/', { links: [url] }, ['/links/0']],
        ['POST', '/mentor/application/profile-link/', { url }, ['url']],
      ]
      for (const [method, path, body, fields] of sent) {
        const { errors } = await answer(api(method, path, { as: ravi, body }), 422)
        expect([cut(url), path, Object.keys(errors)]).toEqual([cut(url), path, fields])
      }
    }
    expect(await answer(api('GET', '/mentor/profile/', { as: ravi }), 200)).toEqual(before)
  })

  it('is refused as a profile elsewhere', async () => {
    const elsewhere = [
      'https://linkedin.com.example.com/in/a',
      'https://example.com/linkedin.com',
      'https://notgithub.com',
    ]
    for (const url of elsewhere) {
      const body = { linkedin_url: url, github_url: url }
      const { errors } = await answer(api('PUT', '/student/profile/', { as: ila, body }), 422)
      expect(Object.keys(errors).toSorted()).toEqual(['github_url', 'linkedin_url'])
    }
  })

  it('comes back as it was typed where it is one, in any script', async () => {
    for (const portfolio_url of [
      'https://пример.рф/я',
      'http://xn--e1afmkfd.xn--p1ai',
      'https://medium.com/@ila?x=1#y',
    ])
      expect(await answer(api('PUT', '/student/profile/', { as: ila, body: { portfolio_url } }), 200)).toMatchObject({
        portfolio_url,
      })
  })
})
