import { SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { LETTER_KINDS } from '../contract/notifications.constants'
import { isMailChoice } from '../contract/notifications.constants'
import { KINDS } from '../notifications/kinds'
import { everyMail } from '../sandbox/previews'
import { ORIGIN } from '../test/world'
import written from '../../docs/mails.md?raw'

const rows = written
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, kind = '', when = '', to = '', off = '']) => ({ kind: kind.replaceAll('`', ''), when, to, off }))
const mailed = Object.entries(KINDS).flatMap(([kind, { mail }]) => (mail ? [kind] : []))

it('every mail has a preview in which nothing is missing', async () => {
  expect(
    everyMail()
      .map(({ kind }) => kind)
      .toSorted(),
  ).toEqual([...mailed, ...LETTER_KINDS].toSorted())
  for (const { kind, mail } of everyMail()) {
    expect(JSON.stringify(mail), kind).not.toMatch(/undefined|null|NaN|Invalid/)
    expect(mail.paragraphs.length, kind).toBeGreaterThan(0)
  }
  const page = await (await SELF.fetch(`${ORIGIN}/sandbox/mailbox/kinds/`)).text()
  expect(page).toContain('3 unread messages from Mira Joshi')
  expect(page).toContain('src="/sandbox/mailbox/kinds/message_digest/"')
  const preview = await SELF.fetch(`${ORIGIN}/sandbox/mailbox/kinds/message_digest/`)
  expect(preview.headers.get('content-security-policy')).toContain('sandbox;')
  expect(await preview.text()).toContain('Choose which mails come</a>')
  expect((await SELF.fetch(`${ORIGIN}/sandbox/mailbox/kinds/nothing/`)).status).toBe(404)
})

describe('the table of mails in the docs', () => {
  it('names every mail, and none that is not sent', () => {
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([...mailed, ...LETTER_KINDS].toSorted())
  })

  it('says when each comes, to whom, and whether it can be turned off', () => {
    for (const { kind, when, to, off } of rows) {
      expect(when, kind).not.toBe('')
      expect(to, kind).toBe(toWhom(kind, to))
      expect(off, kind).toBe(isMailChoice(kind) ? 'yes' : 'no')
    }
  })
})

/** A guardian reads along where the kind says so. */
function toWhom(kind: string, to: string): string {
  const copied = (KINDS as Record<string, { to_guardian?: true }>)[kind]?.to_guardian === true
  return copied ? `${to.replace(', guardian', '')}, guardian` : to.replace(', guardian', '')
}
