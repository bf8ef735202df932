import { env } from 'cloudflare:test'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '../files/samples'
import { runJobs } from '../lib/jobs'
import { answer, api, eventually, student, type Person } from '../test/world'
import { exportJobs } from './exports.jobs'
import { EMAIL, exported, live, NAME, type Life } from './life'

let life: Life
let files: Record<string, Uint8Array>
let id: string
const json = (path: string) => JSON.parse(strFromU8(files[path] ?? new Uint8Array()))

beforeAll(async () => {
  life = await live()
  const made = await exported(life.zephyrine)
  id = made.id
  files = unzipSync(made.archive)
}, 60_000)

describe('an export', () => {
  it('holds my rows of every table that knows me, readable', () => {
    expect(json('data/accounts.json')).toMatchObject([{ name: NAME, email: EMAIL, date_of_birth: '2001-02-03' }])
    expect(json('data/mentors.json')).toMatchObject([{ headline: 'Quills', phone: '+91 5550 1234' }])
    expect(json('data/students.json')).toMatchObject([{ college: 'COEP', skills: ['Go'] }])
    expect(json('data/mentor_skills.json')).toMatchObject([{ skill: 'Lettering' }])
    expect(json('data/identities.json')).toMatchObject([{ email: EMAIL }])
    expect(json('data/favourites.json')).toHaveLength(1)
    expect(json('data/orders.json')).toMatchObject([{ amount_minor: 150_000, state: 'captured' }])
    expect(json('data/payments.json')).toMatchObject([{ amount_minor: 150_000 }])
    expect(json('data/support_tickets.json').map((one: any) => one.subject)).toEqual(
      expect.arrayContaining([`${NAME} is locked out`, `I am ${NAME}`]),
    )
    expect(json('data/support_messages.json').map((one: any) => one.author)).toEqual(
      expect.arrayContaining(['person', 'staff', 'person']),
    )
    expect(json('data/grievances.json')).toMatchObject([{ subject: NAME, email: EMAIL }])
    expect(json('data/newsletter_subscribers.json')).toMatchObject([{ email: EMAIL }])
    expect(json('data/ledger_lines.json')[0].account).toBe(`mentor:${life.zephyrine.user.id}:held`)
    for (const name of ['sessions', 'offers', 'weekly_rules', 'notifications', 'preferences', 'conversations'])
      expect([name, json(`data/${name}.json`).length > 0]).toEqual([name, true])
    expect(strFromU8(files['README.txt']!)).toContain('calendar.ics')
  })

  it('holds my words and nobody else’s private data', () => {
    const bookings = json('data/bookings.json')
    expect(bookings).toHaveLength(3)
    const mine = bookings.find((one: any) => one.student_account_id === life.zephyrine.user.id)
    expect(mine.answers).toEqual({ goal: `${NAME} wants a job` })
    const others = bookings.filter((one: any) => one !== mine)
    expect(others.map((one: any) => one.answers)).toEqual([null, null])
    expect(json('data/messages.json').map((one: any) => one.content)).toEqual([`Write to me at ${EMAIL} any time`])
    const all = Object.values(files)
      .map((bytes) => new TextDecoder('latin1').decode(bytes))
      .join('\n')
    const { ila, ravi } = life
    for (const foreign of [
      ila.email,
      ravi.email,
      ila.user.name,
      'afraid of exams',
      'debts',
      'just now',
      'aunt@example.com',
      'Uncle',
    ])
      expect([foreign, all.includes(foreign)]).toEqual([foreign, false])
  })

  it('holds no secret, not even as a hash', async () => {
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes, true))
      .join('\n')
    const own = await env.DB.prepare(
      'select password_hash as secret from accounts where id = ?1 union all select token_hash from sessions where account_id = ?1',
    )
      .bind(life.zephyrine.user.id)
      .all<{ secret: string }>()
    expect(own.results.length).toBeGreaterThan(1)
    for (const { secret } of own.results) expect(all).not.toContain(secret)
  })

  it('holds my files as they are stored and my sessions as a calendar', () => {
    const names = Object.keys(files).filter((path) => path.startsWith('files/'))
    expect(names).toHaveLength(3)
    const cv = names.find((path) => path.endsWith(`CV of ${NAME}.pdf`))
    expect(strFromU8(files[cv!]!.slice(0, 5), true)).toBe(strFromU8(sample.pdf().slice(0, 5), true))
    const calendar = strFromU8(files['calendar.ics']!)
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR\r\n$/)
  })

  it('is told when it is ready, is downloaded by me alone and as a file, and goes after seven days', async () => {
    await eventually(
      () => env.DB.prepare("select 1 from mailbox where recipient = ? and kind = 'export_ready'").bind(EMAIL).first(),
      15_000,
    )
    const path = `/account/exports/${id}/download/`
    const response = await api('GET', path, { as: life.zephyrine })
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(/^attachment; filename="aspirex-\d{4}-\d\d-\d\d\.zip"$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    await answer(api('GET', path, { as: life.ila }), 404)
    expect((await answer(api('GET', '/account/exports/', { as: life.ila }), 200)).items).toEqual([])
    await env.DB.prepare('update account_exports set expires_at = 1 where id = ?').bind(id).run()
    await answer(api('GET', path, { as: life.zephyrine }), 404)
    await runJobs(env, exportJobs)
    expect((await env.FILES.list({ prefix: 'exports/' })).objects).toEqual([])
    expect(await env.DB.prepare('select 1 from account_exports where id = ?').bind(id).first()).toBeNull()
  })

  it('is one, however often it is asked for in a moment', async () => {
    const person: Person = await student()
    const asked = await Promise.all([1, 2, 3].map(() => answer(api('POST', '/account/exports/', { as: person }), 202)))
    expect(new Set(asked.map((one) => one.id)).size).toBe(1)
  })
})
