import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { plantSite } from '../sandbox/sites'
import { answer, api, eventually, freeSlots, mentor, student, type Person } from '../test/world'
import { calendarJobs, nextReading } from './busy-calendars.topics'

const HOUR = 3_600_000
const path = '/mentor/busy-calendars/'
const stamp = (instant: number) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')
const event = (start: string, minutes: number) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Dentist', `DTSTART:${stamp(Date.parse(start))}`]
    .concat(`DURATION:PT${minutes}M`, 'END:VEVENT', 'END:VCALENDAR')
    .join('\r\n')

let sites = 0
const address = () => `https://calendar${++sites}.example.com/busy.ics`
const list = async (as: Person) => (await answer(api('GET', path, { as }), 200)).items
const add = (as: Person, url: string, name = 'Work') => api('POST', path, { as, body: { name, url } })
const settled = (as: Person) =>
  eventually(async () => {
    const [calendar] = await list(as)
    return calendar.state === 'waiting' ? undefined : calendar
  })
const rewind = (as: Person) =>
  env.DB.prepare('update busy_calendars set due_at = 0 where mentor_account_id = ?').bind(as.user.id).run()

describe('a calendar elsewhere', () => {
  it('keeps its times free, without saying what they are, until it is removed', async () => {
    const mira = await mentor()
    const [, slot] = await freeSlots(mira)
    const url = address()
    await plantSite(env, { url, ics: event(slot!.start_time, 60) })
    const added = await answer(add(mira, url.replace('https:', 'webcal:')), 201)
    expect(added).toMatchObject({ name: 'Work', host: new URL(url).hostname, state: 'waiting' })
    expect(await settled(mira)).toMatchObject({ state: 'read', fault: null, events: 1 })
    const starts = async () => (await freeSlots(mira)).map(({ start_time }) => start_time)
    expect(await starts()).not.toContain(slot!.start_time)
    expect(JSON.stringify(await list(mira))).not.toContain('busy.ics')

    const date = new Date(Date.parse(slot!.start_time) + 5.5 * HOUR).toISOString().slice(0, 10)
    const why = await answer(
      api('GET', `/mentor/availability/why/?offer_id=${mira.offer.id}&date=${date}`, { as: mira }),
      200,
    )
    const at = why.items.find((one: { start_time: string }) => one.start_time === slot!.start_time)
    expect(at.reason).toBe('external')

    const wish = { mentor_id: mira.mentor_id, offer_id: mira.offer.id, time_zone: 'UTC' }
    const body = { ...wish, start_time: slot!.start_time }
    await answer(api('POST', '/student/book-session/', { as: await student(), body }), 409)

    await answer(api('DELETE', `${path}${added.id}/`, { as: await mentor() }), 404)
    await answer(api('DELETE', `${path}${added.id}/`, { as: mira }), 204)
    expect(await starts()).toContain(slot!.start_time)
  })

  it('stands sealed in the database', async () => {
    const mira = await mentor()
    const url = address()
    const { id } = await answer(add(mira, url), 201)
    const row = await env.DB.prepare('select * from busy_calendars where id = ?').bind(id).first()
    expect(JSON.stringify(row)).not.toContain('busy.ics')
  })

  it('is read again every half hour, and what changed counts', async () => {
    const mira = await mentor()
    const [first, , , second] = await freeSlots(mira)
    const url = address()
    await plantSite(env, { url, ics: event(first!.start_time, 60) })
    await answer(add(mira, url), 201)
    await settled(mira)
    await plantSite(env, { url, ics: event(second!.start_time, 30) })
    expect(await calendarJobs.read_busy_calendars!(env)).toBe(0)
    await rewind(mira)
    expect(await calendarJobs.read_busy_calendars!(env)).toBe(1)
    await eventually(async () => {
      const starts = (await freeSlots(mira)).map(({ start_time }) => start_time)
      return starts.includes(first!.start_time) && !starts.includes(second!.start_time)
    })
  })

  it('that fails keeps the times that were read, is asked more and more seldom, and is told to its mentor once', async () => {
    const mira = await mentor()
    const [, slot] = await freeSlots(mira)
    const url = address()
    await plantSite(env, { url, ics: event(slot!.start_time, 60) })
    const { id } = await answer(add(mira, url), 201)
    await settled(mira)
    await plantSite(env, { url, html: '<p>Sign in' })
    const told = async () => {
      const { items } = await answer(api('GET', '/notifications/', { as: mira }), 200)
      return items.filter(({ kind }: { kind: string }) => kind === 'calendar_failed').length
    }
    for (let failures = 1; failures <= 4; failures++) {
      await answer(api('POST', `${path}${id}/refresh/`, { as: mira }), 202)
      expect(await settled(mira)).toMatchObject({ state: 'failed', fault: 'not_a_calendar' })
      const row = await env.DB.prepare('select due_at from busy_calendars where id = ?')
        .bind(id)
        .first<{ due_at: number }>()
      expect(row!.due_at - now().getTime()).toBeGreaterThan(nextReading(failures) - 60_000)
      expect(await told()).toBe(failures < 3 ? 0 : 1)
    }
    expect((await freeSlots(mira)).map(({ start_time }) => start_time)).not.toContain(slot!.start_time)
    expect(nextReading(20)).toBe(24 * HOUR)
  })

  it.each([
    'http://calendar.example.com/busy.ics',
    'https://127.0.0.1/busy.ics',
    'https://[::1]/busy.ics',
    'https://localhost/busy.ics',
    'https://printer.local/busy.ics',
    'https://metadata.google.internal/',
    'https://calendar.example.com:8443/busy.ics',
    'https://me:secret@calendar.example.com/busy.ics',
    'file:///etc/passwd',
    'nonsense',
  ])('is refused at %s', async (url) => {
    const mira = await mentor()
    const problem = await answer(add(mira, url), 422)
    expect(Object.keys(problem.errors)).toEqual(['url'])
    expect(await list(mira)).toEqual([])
  })

  it('is not followed to where nobody may look', async () => {
    const mira = await mentor()
    const url = address()
    await plantSite(env, { url, redirect_to: 'https://127.0.0.1/busy.ics' })
    await answer(add(mira, url), 201)
    expect(await settled(mira)).toMatchObject({ state: 'failed', fault: 'unreachable' })
  })

  it('is not read whole where it is too large', async () => {
    const mira = await mentor()
    const url = address()
    await plantSite(env, { url, ics: event(now().toISOString(), 60) + ' '.repeat(1_048_577) })
    await answer(add(mira, url), 201)
    expect(await settled(mira)).toMatchObject({ state: 'failed', fault: 'too_large' })
  })

  it('can be one of five', async () => {
    const mira = await mentor()
    for (let i = 0; i < 5; i++) await answer(add(mira, address(), `Nr ${i}`), 201)
    await answer(add(mira, address()), 422)
  })
})
