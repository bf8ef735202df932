import { describe, expect, it } from 'vitest'
import { LETTER_KINDS, NOTIFICATION_KINDS } from '../contract/notifications.constants'
import { TOPICS } from '../mail/dead.data'
import { EXAMPLE, everyMail } from '../sandbox/previews'
import { topics } from '../slices'
import type { Kind } from './kind'
import { KINDS } from './kinds'

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true }),
)
/** What only lists, words or shows kinds sends none. */
const senders = sources
  .filter(([path]) => !/constants\.ts$|\/kinds|^\.\/|\/sandbox\/|\/seed\/|dead\.data|suspensions\.rules/.test(path))
  .map(([, text]) => text)
/** What is told in the product alone speaks of a few things more. */
const DATA = {
  ...EXAMPLE,
  address: 'asha@example.com',
  sender_name: 'Mira Joshi',
  preview: 'See you then',
  check: 'company_email',
  subject: 'Example Ltd',
  skill: 'SQL',
  badge: 'reliable',
  count: 3,
  display_id: 'M000001',
}
const READER = { name: 'Asha', time_zone: 'Asia/Kolkata' }

const [routes = ''] = Object.values(
  import.meta.glob<string>('../../web/src/routes.tsx', { query: '?raw', import: 'default', eager: true }),
)
const pages = [...routes.matchAll(/path: '(\/[^']*)'/g)].map(([, path = '']) => path)
const isPage = (link: string): boolean => {
  const path = link.split(/[?#]/)[0] ?? ''
  const inSettings = path.replace(/^\/settings(?=\/)/, '')
  return pages.some((page) => {
    const pattern = new RegExp(`^${page.replaceAll(/\/:\w+\?/g, '(/[^/]+)?').replaceAll(/:\w+/g, '[^/]+')}$`)
    return pattern.test(path) || pattern.test(inSettings)
  })
}

describe('every kind', () => {
  it.each(Object.entries(KINDS as unknown as Record<string, Kind<unknown>>))(
    '%s says something and leads to a page that there is',
    (_, kind) => {
      expect(kind.text(DATA, READER)).not.toMatch(/undefined|null|NaN|Invalid/)
      expect(isPage(kind.link(DATA)), kind.link(DATA)).toBe(true)
    },
  )

  it('is sent by something, so that no switch is a dead one', () => {
    const sent = (kind: string) => senders.some((text) => text.includes(`'${kind}'`))
    expect([...NOTIFICATION_KINDS, ...LETTER_KINDS].filter((kind) => !sent(kind))).toEqual([])
  })
})

it('the button of every mail leads to a page that there is', () => {
  for (const { kind, mail } of everyMail()) expect(isPage(mail.action.path), `${kind}: ${mail.action.path}`).toBe(true)
  expect(isPage('/nowhere/at/all')).toBe(false)
})

it('a mail that nobody took is shown to staff whatever task it belongs to', () => {
  const named = new Set<string>(LETTER_KINDS)
  const tasks = Object.keys(topics).filter((topic) => named.has(topic) || topic === 'notification_mail')
  expect(TOPICS.toSorted()).toEqual(tasks.toSorted())
})
