import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { isPassword } from '../accounts/passwords'
import { codeAt } from '../accounts/totp.rules'
import { isOffered } from '../bookings/slots.rules'
import { plainTimes, slotQueryOf } from '../availability/teaching.rules'
import { conversationOf } from '../chat/conversation'
import { BOOKING_STATES } from '../contract/bookings.constants'
import { nightlyPostJobs } from '../community/posts.jobs'
import { now } from '../lib/clock'
import { answer, api, eventually, ORIGIN } from '../test/world'
import { MENTORS } from './people'
import { plantSeedWorld, seedJobs } from './plant'
import { postId, SEED_POSTS } from './posts'
import { offersOf, rulesOf } from './teaching'
import { worldAt } from './world'

const all = async <T = Record<string, unknown>>(query: string): Promise<T[]> =>
  (await env.DB.prepare(query).all<T>()).results
const count = async (query: string): Promise<number> =>
  Number((await all<{ n: number }>(`select count(*) as n from ${query}`))[0]?.n)

const signIn = (
  name: string,
): Promise<{ token: string; user: { roles: string[]; student_id: string; mentor_id: string | null } }> =>
  answer(api('POST', '/auth/login/', { body: { email: `${name}@example.com`, password: 'aspirex-demo' } }), 200)
/** As the person with the secret of `GET /sandbox/` in their authenticator does. */
const signInAsAdmin = async () => {
  const { accounts } = await answer(SELF.fetch(`${ORIGIN}/sandbox/`, { headers: { accept: 'application/json' } }), 200)
  const { email, password, totp_secret } = accounts.at(-1)
  const asked = await answer(api('POST', '/auth/login/', { body: { email, password } }), 200)
  expect(asked).toEqual({ second_factor: 'totp', ticket: expect.any(String) })
  const code = codeAt(totp_secret, now())
  return answer(api('POST', '/auth/login/totp/', { body: { ticket: asked.ticket, code } }), 200)
}
const as = async (name: string) => ({ as: (await signIn(name)) as never })

describe('the seed world', () => {
  const { ENVIRONMENT: _, ...unnamed } = { ...env }
  const refusals: unknown[] = []
  let before: number
  let planted: number
  beforeAll(async () => {
    for (const elsewhere of [unnamed, { ...env, ENVIRONMENT: 'production' }]) {
      refusals.push(await plantSeedWorld(elsewhere).catch(String))
    }
    before = await count('accounts')
    planted = await plantSeedWorld(env)
  })

  it('is refused outside development, also into an empty database that takes it in development', () => {
    expect(refusals).toEqual(Array(2).fill(expect.stringContaining('in development only')))
    expect(before).toBe(0)
    expect(planted).toBeGreaterThan(0)
  })

  it('has asked our staff for help, complained once, and read the newsletter', async () => {
    const asha = await as('asha')
    const { items } = await answer(api('GET', '/chat/customer-service/', asha), 200)
    expect(items).toMatchObject([
      { reference: 'T000002', state: 'waiting', category: 'technical' },
      { reference: 'T000001', state: 'resolved', rating: { score: 'good' } },
    ])
    const ticket = await answer(api('GET', `/support/tickets/${items[0].id}/`, asha), 200)
    expect(ticket.messages.map(({ author }: { author: string }) => author)).toEqual(['person', 'staff'])
    expect(ticket.booking).toMatchObject({ state: 'completed', student: { name: expect.any(String) } })
    expect(await count("grievances where reference = 'G000001' and due_at is not null")).toBe(1)
    const issues = await answer(api('GET', '/newsletter/issues/'), 200)
    expect(issues.items).toHaveLength(2)
  })

  it('is planted once: where an account exists, the job does nothing', async () => {
    expect(planted).toBe(88)
    expect(await seedJobs.plant_seed_world?.(env)).toBe(0)
    expect(await count('accounts')).toBe(88)
  })

  it('has 24 approved mentors, three who applied, 60 students beside them and one admin', async () => {
    expect(await count(`mentors where application_state = 'approved'`)).toBe(24)
    expect(
      await count(
        'students where account_id not in (select account_id from mentors union select account_id from account_roles)',
      ),
    ).toBe(60)
    expect(await count('students')).toBe(88)
  })

  it('shows what was checked of some mentors, by whom and when, and has applications at every turn', async () => {
    const page = await answer(api('GET', '/mentors/M000001/'), 200)
    expect(page.checks).toMatchObject([
      { kind: 'identity', subject: 'Mira Kulkarni', checked_by: 'staff' },
      { kind: 'company_email', subject: 'Sahyadri Mobility', checked_by: 'system' },
    ])
    const unchecked = `mentors where application_state = 'approved' and account_id not in (select account_id from mentor_checks)`
    expect(await count(unchecked)).toBeGreaterThan(5)
    const stories = await Promise.all(
      ['nadia', 'tobias', 'ammini'].map(async (name) =>
        answer(api('GET', '/mentor/application/', await as(name)), 200),
      ),
    )
    expect(stories.map(({ state, missing }) => [state, missing])).toEqual([
      ['submitted', []],
      ['in_review', []],
      ['refused', []],
    ])
    expect(Date.parse(stories[2].may_reapply_at)).toBeLessThan(now().getTime())
  })

  it('lets the three named people in, each in their role', async () => {
    const [asha, mira, admin] = [await signIn('asha'), await signIn('mira'), await signInAsAdmin()]
    expect(asha.user).toMatchObject({ roles: ['student'], student_id: 'S000001', mentor_id: null })
    expect(mira.user).toMatchObject({ roles: ['student', 'mentor'], mentor_id: 'M000001' })
    expect(admin.user).toMatchObject({ roles: ['student', 'admin'], staff_roles_waiting: false })
    const [row] = await all<{ password_hash: string }>('select password_hash from accounts limit 1')
    expect(await isPassword('aspirex-demo', row?.password_hash)).toBe(true)
  })

  it('has bookings in every state, and Asha and Mira met in many of them', async () => {
    const states = await all<{ state: string }>('select distinct state from bookings')
    expect(states.map(({ state }) => state).toSorted()).toEqual([...BOOKING_STATES].toSorted())
    const ashas = await all<{
      state: string
    }>(`select distinct b.state from bookings b join students s on s.account_id = b.student_account_id
      where s.student_id = 'S000001' order by 1`)
    expect(ashas.map(({ state }) => state)).toEqual(['cancelled', 'completed', 'confirmed', 'expired'])
  })

  it('has reviews after completed sessions, ratings that follow from them, badges and one review still hidden', async () => {
    expect(await count(`reviews r join bookings b on b.id = r.booking_id where b.state <> 'completed'`)).toBe(0)
    expect(await count('reviews where written_at < (select end_time from bookings where id = booking_id)')).toBe(0)
    expect(
      await count(`ratings where count <> (select count(*) from reviews
        where mentor_account_id = ratings.mentor_account_id and side = 'student' and published_at is not null)`),
    ).toBe(0)
    const mira = await answer(api('GET', '/mentors/M000001/'), 200)
    expect(mira.rating).toBeGreaterThan(4.5)
    expect(mira.rating_count).toBeGreaterThan(10)
    expect(await count('badges')).toBeGreaterThan(2)
    expect(await count('reviews where published_at is null')).toBe(1)
    expect(await answer(api('GET', '/mentors/?sort=rating&rating_min=4.5', await as('asha')), 200)).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ mentor_id: 'M000001' })]),
    })
  })

  it('has a community: posts in the order of their numbers by people who were there, and AspireX read by visitors', async () => {
    expect(await count('posts where published_at is not null')).toBe(SEED_POSTS.length)
    expect(SEED_POSTS.length).toBeGreaterThan(24)
    const inOrder = await all<{ id: string }>('select id from posts where number is not null order by number')
    expect(inOrder.map(({ id }) => id)).toEqual(SEED_POSTS.map(({ key }) => postId(key)))
    expect(
      await count('posts p join accounts a on a.id = p.author_account_id where a.created_at > p.published_at'),
    ).toBe(0)
    expect(await count(`posts where is_official`)).toBe(2)
    expect(await answer(api('GET', `/community/posts/${postId('welcome')}/`), 200)).toMatchObject({ is_official: true })
    for (const { key, likes, bookmarks, views } of SEED_POSTS)
      expect([key, await all(`select likes, bookmarks, views from posts where id = '${postId(key)}'`)]).toEqual([
        key,
        [{ likes, bookmarks, views }],
      ])
    expect(await nightlyPostJobs.recount_posts!(env)).toBe(0)
    const asha = await as('asha')
    const { items } = await answer(api('GET', '/community/posts/?feed=useful&limit=100', asha), 200)
    expect(items).toHaveLength(SEED_POSTS.length)
    expect((await answer(api('GET', '/community/drafts/', asha), 200)).items).toHaveLength(1)
    expect((await answer(api('GET', `/community/posts/${postId('timetable')}/`, asha), 200)).mentions).toEqual([
      { display_id: 'M000001', name: 'Mira Kulkarni' },
    ])
  })

  it('talks below its posts: answers in their time, accepted ones, likes that agree with their rows, and follows', async () => {
    expect(await count('comments')).toBeGreaterThan(25)
    expect(await count('posts where accepted_comment_id is not null')).toBe(5)
    expect(await count(`comments where created_at > ${now().getTime()}`)).toBe(0)
    expect(await count('comments c join posts p on p.id = c.post_id where c.created_at < p.published_at')).toBe(0)
    expect(
      await count('comments c join comments above on above.id = c.parent_id where c.created_at <= above.created_at'),
    ).toBe(0)
    expect(await count('comments where likes <> (select count(*) from comment_likes where comment_id = id)')).toBe(0)
    expect(await count('posts where comments <> (select count(*) from comments where post_id = posts.id)')).toBe(0)
    expect(await count('follows_people')).toBeGreaterThan(10)
  })

  it('has every account of the ledger balanced, by cause and by currency', async () => {
    expect(await count('ledger_lines')).toBeGreaterThan(600)
    expect(await all('select currency from ledger_lines group by currency having sum(amount_minor) <> 0')).toEqual([])
    expect(await all('select cause from ledger_lines group by cause, currency having sum(amount_minor) <> 0')).toEqual(
      [],
    )
  })

  it('keeps at the gateway exactly what was captured and not given back', async () => {
    const [row] = await all(`select
      (select sum(amount_minor) from ledger_lines where account = 'gateway') as gateway,
      (select sum(amount_minor) from payments where state = 'captured') - (select sum(amount_minor) from refunds) as kept,
      (select sum(amount) from sandbox_payments where status = 'captured') - (select sum(amount) from sandbox_refunds) as provider,
      (select sum(amount_minor) from ledger_lines where account = 'refunds_due') as due`)
    expect(row).toMatchObject({ gateway: row?.kept, provider: row?.kept, due: 0 })
  })

  it('has paid bookings with a captured order, and refunds where the terms give money back', async () => {
    expect(
      await count(`bookings b where state in ('pending', 'confirmed', 'in_progress', 'completed')
      and not exists (select 1 from orders o where o.booking_id = b.id and o.state = 'captured' and o.amount_minor = b.amount_minor)`),
    ).toBe(0)
    expect(
      await count(`orders where state in ('refunded', 'partly_refunded') and not exists (
      select 1 from refunds r where r.order_id = orders.id and (r.amount_minor = orders.amount_minor) = (orders.state = 'refunded'))`),
    ).toBe(0)
    expect(await count(`orders where state = 'partly_refunded'`)).toBeGreaterThan(0)
    expect(await count(`orders where state = 'refunded'`)).toBeGreaterThan(0)
  })

  it('has counters that continue where it ends, and totals that agree with a recount', async () => {
    const counters = Object.fromEntries(
      (await all<{ name: string; value: number }>('select name, value from counters')).map((row) => [
        row.name,
        row.value,
      ]),
    )
    const notification = await count('notifications')
    expect(counters).toMatchObject({ student: 88, mentor: 27, ticket: 3, grievance: 1, notification })
    const [totals] = await all('select total_students, total_mentors, total_sessions from platform_totals')
    expect(totals).toEqual({
      total_students: 88,
      total_mentors: 24,
      total_sessions: await count(`bookings where state = 'completed'`),
    })
    expect(
      await count(`mentors m where total_sessions <> (select count(*) from bookings b
      where b.mentor_account_id = m.account_id and b.state = 'completed')`),
    ).toBe(0)
  })

  it('shows Asha her sessions, her messages and what is new', async () => {
    const asha = await as('asha')
    const upcoming = await answer(api('GET', '/bookings/?when=upcoming', asha), 200)
    expect(upcoming.items.map((one: { state: string }) => one.state)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'confirmed',
    ])
    const past = await answer(api('GET', '/bookings/?when=past', asha), 200)
    expect(past.items.length).toBeGreaterThanOrEqual(9)
    const goals = await answer(api('GET', '/goals/', asha), 200)
    expect(goals.items).toMatchObject([{ shared_with: [{ name: 'Mira Kulkarni' }] }, { shared_with: [] }])
    const conversations = await answer(api('GET', '/chat/conversations/', asha), 200)
    expect(conversations.items).toHaveLength(5)
    expect(conversations.items[0]).toMatchObject({ unread: 2, pinned: true, other: { name: 'Mira Kulkarni' } })
    const notifications = await answer(api('GET', '/notifications/', asha), 200)
    expect(notifications.items.length).toBeGreaterThan(10)
    expect(notifications.unread).toBeGreaterThan(0)
  })

  it('finds mentors by word, skill, language and price', async () => {
    const found = async (query: string) => (await answer(api('GET', `/mentors/?limit=100&${query}`), 200)).items.length
    expect(await found('')).toBe(24)
    for (const query of ['q=ledger', 'skill=Kotlin', 'language=hi', 'price_max_minor=80000']) {
      expect(await found(query)).toBeGreaterThan(0)
      expect(await found(query)).toBeLessThan(24)
    }
  })

  it('has events ahead and behind in many zones, one of them full with a line, and one by the staff', async () => {
    const { items } = await answer(api('GET', '/events/', await as('vivek')), 200)
    expect(items).toHaveLength(8)
    expect(new Set(items.map(({ time_zone }: { time_zone: string }) => time_zone)).size).toBeGreaterThan(5)
    expect(items.filter(({ is_official }: { is_official: boolean }) => is_official)).toHaveLength(1)
    const full = items.find(({ seats_left }: { seats_left: number | null }) => seats_left === 0)
    expect(full).toMatchObject({ going: 12, waiting: 3, rsvp: { state: 'waiting', place_in_line: 3 } })
    expect((await answer(api('GET', '/events/?when=past'), 200)).items).toHaveLength(4)
    expect((await answer(api('GET', '/events/?mine=going', await as('asha')), 200)).items).toHaveLength(3)
    expect(
      await count(`events e where going <> (select count(*) from event_rsvps where event_id = e.id and state = 'going')
        or came + did_not_come <> iif(end_time < ${now().getTime()}, going, 0)`),
    ).toBe(0)
  })

  it('has conversations whose rows agree with what their objects hold', async () => {
    const rows = await all<{ id: string; last_seq: number; last_preview: string }>(
      'select id, last_seq, last_preview from conversations',
    )
    expect(rows.length).toBeGreaterThan(12)
    for (const { id, last_seq, last_preview } of rows) {
      const { items } = await conversationOf(env, id).page({ limit: 100 })
      expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: last_seq }, (_, i) => i + 1))
      expect(items.at(-1)?.content.slice(0, 20)).toBe(last_preview.slice(0, 20))
    }
  })

  it('writes names of many scripts, one of them right to left and one very long', async () => {
    const names = (await all<{ name: string }>('select name from accounts')).map(({ name }) => name)
    for (const script of ['Arabic', 'Hebrew', 'Devanagari', 'Tamil', 'Hangul', 'Han', 'Cyrillic', 'Greek', 'Thai']) {
      expect(
        names.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)),
        script,
      ).toBe(true)
    }
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(70)
  })
})

describe('money of the seed world', () => {
  it('can be given back: the sandbox knows the payments it was made of', async () => {
    await plantSeedWorld(env)
    const asha = await as('asha')
    const { items } = await answer(api('GET', '/bookings/?when=upcoming', asha), 200)
    const booking = items.find((one: { mentor: { name: string } }) => one.mentor.name === 'Meera Raghavan')
    await answer(api('POST', `/bookings/${booking.id}/cancel/`, { ...asha, body: {} }), 200)
    const sent = await eventually(() =>
      all(`select 1 from refunds where order_id = '${booking.order.id}' and state = 'processed'`).then(([row]) => row),
    )
    expect(sent).toBeTruthy()
    expect(await all('select currency from ledger_lines group by currency having sum(amount_minor) <> 0')).toEqual([])
  })
})

describe('a world', () => {
  const NO_SECRETS = { password_hash: '', totp_secret: '' }
  /** A week, at different hours. */
  const TIMES = Array.from({ length: 6 }, (_, i) => Date.UTC(2026, 10, 20, 3, 25) + i * 29 * 3_600_000)
  const OFFERS = new Map(MENTORS.flatMap((mentor) => offersOf(mentor, 0).map((offer) => [offer.id, { mentor, offer }])))
  const ids = (world: ReturnType<typeof worldAt>) =>
    Object.entries(world).map(([name, rows]) => [
      name,
      rows.length,
      rows
        .map((row) => ('row' in row ? row.row.id : 'id' in row ? row.id : ''))
        .toSorted()
        .join(),
    ])

  it('is the same whenever it is planted, but for the dates', () => {
    const [first, ...others] = TIMES.map((at) => ids(worldAt(at, NO_SECRETS)))
    for (const other of others) expect(other).toEqual(first)
  })

  it('puts sessions where their mentor is open, and everything that happened before now', () => {
    for (const at of TIMES) {
      const { bookings, notifications } = worldAt(at, NO_SECRETS)
      for (const booking of bookings) {
        expect(Math.max(booking.created_at.getTime(), booking.updated_at.getTime())).toBeLessThanOrEqual(at)
        if (booking.state === 'in_progress') continue
        const start = booking.start_time.getTime()
        const { mentor, offer } = OFFERS.get(booking.offer_id)!
        const span = { now: start - 50 * 3_600_000, from: 0, until: 0 }
        const open = slotQueryOf(plainTimes(mentor.zone, rulesOf(mentor)), offer, span)
        expect(isOffered(open, start), `${mentor.key} at ${new Date(start).toISOString()}`).toBe(true)
      }
      for (const { created_at, read_at } of notifications)
        expect(Math.max(created_at.getTime(), read_at?.getTime() ?? 0)).toBeLessThanOrEqual(at)
    }
  })

  it('keeps live and past sessions of one person apart', () => {
    const { bookings } = worldAt(now().getTime(), NO_SECRETS)
    for (const side of ['mentor_account_id', 'student_account_id'] as const) {
      for (const mine of Map.groupBy(bookings, (booking) => booking[side]).values()) {
        const times = mine.toSorted((a, b) => a.start_time.getTime() - b.start_time.getTime())
        times
          .slice(1)
          .forEach((booking, i) =>
            expect(booking.start_time.getTime()).toBeGreaterThanOrEqual(times[i]!.end_time.getTime()),
          )
      }
    }
  })
})
