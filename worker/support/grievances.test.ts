import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { elsewhere, statuses } from '../accounts/desk'
import worker from '../index'
import { advance, rows } from '../payments/desk'
import { admin, answer, api, mentor, ORIGIN, student, type Person } from '../test/world'
import { mailAt, mailsAt, supporter, tokenAt } from './desk'
import { supportJobs } from './support.jobs'

const HOUR = 3600
const DAY = 24 * HOUR
let staff: Person
beforeAll(async () => {
  staff = await supporter()
})

let people = 0
const complainer = (): string => `complainer${++people}@example.com`
const COMPLAINT = { name: 'Noor', subject: 'A photo of me', text: 'Somebody shows my photo.' }
const complain = (email: string, wish: object = {}, as?: Person): Promise<any> =>
  answer(api('POST', '/grievances/', { as, body: { ...COMPLAINT, email, ...wish }, headers: elsewhere() }), 201)
const status = (token: string): Promise<any> => answer(api('GET', `/grievances/${token}/`), 200)
const listed = async (state = 'open'): Promise<any[]> =>
  (await answer(api('GET', `/admin/grievances/?limit=100&state=${state}`, { as: staff }), 200)).items
const idOf = async (reference: string): Promise<string> =>
  (await listed()).find((one) => one.reference === reference).id
const decide = (id: string, act: string, body?: object, as = staff): Promise<Response> =>
  api('POST', `/admin/grievances/${id}/${act}/`, { as, ...(body && { body }) })
const tasksOf = (id: string) =>
  rows<{ cause: string; done_at: number | null; note: string | null }>(
    "select cause, done_at, note from admin_tasks where facts ->> 'grievance_id' = ? order by cause",
    id,
  )

describe('a complaint', () => {
  it('is filed by anybody, with a number, two clocks and a receipt whose link shows how it stands', async () => {
    const email = complainer()
    const filed = await complain(email, { about: '/community/posts/abc' })
    const [at, soon, late] = [filed.filed_at, filed.acknowledge_by, filed.resolve_by].map(Date.parse) as [
      number,
      number,
      number,
    ]
    expect(filed.reference).toMatch(/^G\d{6}$/)
    expect([soon - at, late - at]).toEqual([DAY * 1000, 15 * DAY * 1000])
    const mail = await mailAt(email, 'grievance_received')
    expect(mail.subject).toBe(`Your complaint ${filed.reference}`)
    expect(mail.text).not.toMatch(/Noor|photo/)
    expect(await status(await tokenAt(email, 'grievance_received'))).toEqual({
      ...filed,
      state: 'filed',
      subject: 'A photo of me',
      text: 'Somebody shows my photo.',
      about: '/community/posts/abc',
      acknowledged_at: null,
      resolved_at: null,
      resolution: null,
    })
  })

  it('is not shown to who guesses its link', async () => {
    const email = complainer()
    await complain(email)
    const token = await tokenAt(email, 'grievance_received')
    const wrong = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
    for (const guess of [wrong, token.slice(0, 26), 'x'.repeat(90), `${token}0`])
      await answer(api('GET', `/grievances/${guess}/`), 404)
  })

  it('is about a page of ours, or refused at that field', async () => {
    const email = complainer()
    const body = { ...COMPLAINT, email }
    for (const about of ['https://evil.example.com/x', '//evil.example.com/x', 'javascript:alert(1)', '/', 'https://'])
      expect(
        (await answer(api('POST', '/grievances/', { body: { ...body, about }, headers: elsewhere() }), 422)).errors,
      ).toEqual({ about: ['The address of a page of AspireX'] })
    const { reference } = await complain(complainer(), { about: `${ORIGIN}/events/e1?utm=x#top` })
    expect((await listed()).find((one) => one.reference === reference).about).toBe('/events/e1#top')
  })

  it('remembers who was signed in', async () => {
    const who = await student()
    const { reference } = await complain(who.email, {}, who)
    expect((await listed()).find((one) => one.reference === reference).student_id).toBe(who.user.student_id)
  })

  it('cannot be filed without end with one address', async () => {
    const email = complainer()
    for (let i = 0; i < 5; i++) await complain(email)
    await answer(api('POST', '/grievances/', { body: { ...COMPLAINT, email }, headers: elsewhere() }), 429)
  })
})

describe('an officer', () => {
  it('alone sees complaints', async () => {
    for (const as of [await student(), await mentor()]) await answer(api('GET', '/admin/grievances/', { as }), 403)
    await answer(api('GET', '/admin/grievances/', { as: await admin() }), 200)
    await answer(decide('nothing', 'acknowledge'), 404)
  })

  it('acknowledges once and resolves once, in words that are mailed', async () => {
    const email = complainer()
    const { reference } = await complain(email)
    const id = await idOf(reference)
    expect(await statuses(Array.from({ length: 4 }, () => decide(id, 'acknowledge')))).toEqual([200, 409, 409, 409])
    expect((await mailAt(email, 'grievance_acknowledged')).subject).toBe(`Your complaint ${reference} was read`)
    const token = await tokenAt(email, 'grievance_received')
    expect(await tokenAt(email, 'grievance_acknowledged')).toBe(token)
    expect(await status(token)).toMatchObject({ state: 'acknowledged', acknowledged_at: expect.any(String) })
    const answers = ['We removed it.\n\n<i>Sorry.</i>', 'We did nothing.'].map((resolution) =>
      decide(id, 'resolve', { resolution }),
    )
    expect(await statuses(answers)).toEqual([200, 409])
    const { resolution } = await status(token)
    const mail = await mailAt(email, 'grievance_resolved')
    expect(mail.text).toContain(resolution)
    expect(mail.html).not.toContain('<i>')
    expect(await mailsAt(email, 'grievance_resolved')).toHaveLength(1)
    expect((await listed()).map((one) => one.id)).not.toContain(id)
    expect((await listed('resolved'))[0]).toMatchObject({ id, state: 'resolved', due_at: null, is_overdue: false })
    expect(await answer(decide(id, 'acknowledge'), 409)).toMatchObject({ code: 'state_conflict' })
  })

  it('has read what is answered at once', async () => {
    const { reference } = await complain(complainer())
    const done = await answer(decide(await idOf(reference), 'resolve', { resolution: 'Done' }), 200)
    expect(done.acknowledged_at).toBe(done.resolved_at)
  })

  it('says who they are: everybody may read it', async () => {
    const officer = await answer(api('GET', '/grievances/officer/'), 200)
    expect(officer).toMatchObject({ email: 'grievances@example.com', hours: expect.stringContaining('invented') })
  })
})

describe('production', () => {
  const ask = async (vars: object): Promise<Response> => {
    const context = createExecutionContext()
    const request = new Request(`${ORIGIN}/api/grievances/officer/`)
    const response = await worker.fetch(
      request as never,
      { ...env, ENVIRONMENT: 'production', ...vars } as never,
      context,
    )
    await waitOnExecutionContext(context)
    return response
  }
  const VARS = {
    GRIEVANCE_NAME: 'Meera Nair',
    GRIEVANCE_ADDRESS: '1 Example Road',
    GRIEVANCE_EMAIL: 'officer@example.com',
    GRIEVANCE_PHONE: '+91 5550 1234',
    GRIEVANCE_HOURS: 'Monday to Friday',
  }

  it('names the officer of its configuration, and says plainly where there is none', async () => {
    expect(await answer(ask(VARS), 200)).toMatchObject({ name: 'Meera Nair', hours: 'Monday to Friday' })
    for (const missing of [{ ...VARS, GRIEVANCE_PHONE: '' }, {}])
      expect((await answer(ask(missing), 404)).detail).toMatch(/^No grievance officer is named yet/)
  })
})

describe('the clocks of a complaint', () => {
  const watch = () => supportJobs.watch_grievances!(env)

  it('tell staff before they end and when they have, once each, and fall silent with the act', async () => {
    const { reference } = await complain(complainer())
    const id = await idOf(reference)
    const causes = async () => (await tasksOf(id)).map(({ cause }) => cause.replace(`grievance:${id}:`, ''))
    await advance(19 * HOUR)
    await watch()
    expect(await causes()).toEqual([])
    await advance(HOUR + 60)
    await Promise.all([watch(), watch()])
    expect(await causes()).toEqual(['acknowledge:soon'])
    await advance(4 * HOUR)
    await watch()
    await watch()
    expect(await causes()).toEqual(['acknowledge:over', 'acknowledge:soon'])
    expect((await listed())[0]).toMatchObject({ is_overdue: true })
    await answer(decide(id, 'acknowledge'), 200)
    expect((await tasksOf(id)).map(({ done_at, note }) => [done_at !== null, note])).toEqual([
      [true, 'It was acknowledged.'],
      [true, 'It was acknowledged.'],
    ])
    const open = await answer(api('GET', '/admin/tasks/', { as: await admin() }), 200)
    expect(open.items.filter((task: any) => task.facts.grievance_id === id)).toEqual([])
    await advance(11 * DAY)
    await watch()
    expect(await causes()).toEqual(['acknowledge:over', 'acknowledge:soon', 'resolve:soon'])
    await advance(3 * DAY)
    await watch()
    expect(await causes()).toEqual(['acknowledge:over', 'acknowledge:soon', 'resolve:over', 'resolve:soon'])
    const tasks = await answer(api('GET', '/admin/tasks/', { as: await admin() }), 200)
    expect(tasks.items.find((task: any) => task.facts.grievance_id === id)).toMatchObject({
      kind: 'grievance_clock',
      booking_id: null,
      facts: { reference, clock: 'resolve' },
    })
    await answer(decide(id, 'resolve', { resolution: 'Late, and sorry' }), 200)
    expect((await tasksOf(id)).every(({ done_at }) => done_at !== null)).toBe(true)
    await watch()
    expect(await tasksOf(id)).toHaveLength(4)
  })

  it('put the most urgent first, whichever clock it is', async () => {
    const [early, late] = [await complain(complainer()), await complain(complainer())]
    await answer(decide(await idOf(early.reference), 'acknowledge'), 200)
    const order = (await listed()).map((one) => one.reference)
    expect(order.indexOf(late.reference)).toBeLessThan(order.indexOf(early.reference))
    await advance(14 * DAY + HOUR)
    const third = await complain(complainer())
    const after = await listed()
    const dues = after.map(({ due_at }) => Date.parse(due_at))
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
    expect(after.at(-1).reference).toBe(third.reference)
  })
})
