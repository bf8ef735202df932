import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { MENTOR_SORTS } from '../contract/mentors.constants'
import { admin, answer, api, applicant, eventually, hold, mentor, student, type Teacher } from '../test/world'

interface Listed {
  mentor_id: string
  name: string
}
const find = async (
  query: string,
  as?: Awaited<ReturnType<typeof student>>,
): Promise<{ items: Listed[]; next_cursor: string | null }> =>
  answer(api('GET', `${as ? '/student' : ''}/mentors/?${query}`, { as }), 200)
const names = async (query: string) => (await find(query)).items.map(({ name }) => name)

let tomas: Teacher
let meera: Teacher
let haruka: Teacher

beforeAll(async () => {
  tomas = await mentor({ name: 'Tomás Ferreira', time_zone: 'Europe/Lisbon' }, { amount_minor: 150_000 })
  meera = await mentor({ name: 'Meera Raghavan' }, { amount_minor: 80_000 })
  haruka = await mentor({ name: '佐藤 はるか' }, { amount_minor: 9_000, currency: 'JPY' })
  const detail = (as: Teacher, body: object) => answer(api('POST', '/mentor/detail/', { as, body }), 200)
  await detail(tomas, {
    headline: 'Product designer',
    expertise: ['Portfolio review', 'Figma'],
    languages: ['en', 'pt'],
  })
  await detail(meera, { headline: 'Payments engineer', expertise: ['System design', 'Go'], languages: ['en', 'ta'] })
  await detail(haruka, { headline: 'Speech ML', expertise: ['Python', 'Portfolio review'], languages: ['ja'] })
  // Prices and free times follow through the outbox.
  await eventually(async () => (await names('sort=price&available=true')).length === 3)
})

describe('the directory', () => {
  it('finds by name without accents, by the beginning of a word and by skill', async () => {
    expect(await names('q=tomas')).toEqual(['Tomás Ferreira'])
    expect(await names('q=FERR')).toEqual(['Tomás Ferreira'])
    expect((await names('q=portfolio')).toSorted()).toEqual(['Tomás Ferreira', '佐藤 はるか'])
    expect(await names('q=design system')).toEqual(['Meera Raghavan'])
    expect(await names('q=はるか')).toEqual(['佐藤 はるか'])
    expect(await names('skill=figma')).toEqual(['Tomás Ferreira'])
  })

  it.each(['"', '*', 'a"b', 'NEAR(go', '-', 'name:x', "'; drop table mentors; --", '%', '(((', 'AND OR NOT'])(
    'takes %j as text to find, never as syntax',
    async (q) => {
      expect(await names(`q=${encodeURIComponent(q)}`)).toEqual([])
    },
  )

  it('filters by language and by price in its currency', async () => {
    expect(await names('language=pt')).toEqual(['Tomás Ferreira'])
    expect((await names('language=pt&language=ta')).toSorted()).toEqual(['Meera Raghavan', 'Tomás Ferreira'])
    expect(await names('currency=INR&price_max_minor=100000')).toEqual(['Meera Raghavan'])
    expect(await names('currency=JPY&price_max_minor=10000')).toEqual(['佐藤 はるか'])
  })

  it('sorts by price with other currencies last, and pages without repeating or skipping', async () => {
    expect(await names('sort=price&currency=INR')).toEqual(['Meera Raghavan', 'Tomás Ferreira', '佐藤 はるか'])
    for (const sort of MENTOR_SORTS) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: Awaited<ReturnType<typeof find>> = await find(
          `sort=${sort}&limit=1&cursor=${encodeURIComponent(cursor)}`,
        )
        seen.push(...page.items.map(({ name }) => name))
        cursor = page.next_cursor
      }
      expect(seen.toSorted()).toEqual(['Meera Raghavan', 'Tomás Ferreira', '佐藤 はるか'])
    }
  })

  it('finds by company and bio, the name before them, and by a skill what lies below it', async () => {
    const other = await mentor({ name: 'Farol Example' })
    await answer(api('POST', '/mentor/detail/', { as: other, body: { expertise: ['Django'] } }), 200)
    await answer(
      api('POST', '/mentor/detail/', { as: meera, body: { company: 'Banco Farol', bio: 'हिन्दी में भी' } }),
      200,
    )
    expect(await names('q=farol')).toEqual(['Farol Example', 'Meera Raghavan'])
    expect(await names(`q=${encodeURIComponent('हिन्द')}`)).toEqual(['Meera Raghavan'])
    expect(await names('skill=backend')).toContain('Farol Example')
    expect(await names('skill=django')).toEqual(['Farol Example'])
    await api('POST', `/admin/mentor-applications/${other.mentor_id}/decision/`, {
      as: await admin(),
      body: { decision: 'refuse', reason: 'Only here for this test' },
    })
  })

  it('finds by the part of the day in the reader’s zone, and says how many there are', async () => {
    const early = await mentor({ name: 'Early Bird' }, { minutes: 30 })
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '05:30', end: '06:00' }))
    await answer(api('PUT', '/mentor/availability/', { as: early, body: { time_zone: 'Asia/Kolkata', weekly } }), 200)
    const found = (part: string, zone: string) => names(`q=early&available_part=${part}&time_zone=${zone}`)
    await eventually(async () => (await found('night', 'Asia/Kolkata')).length === 1)
    expect(await found('morning', 'Asia/Kolkata')).toEqual([])
    expect(await found('morning', 'Asia/Kathmandu')).toEqual([])
    expect(await found('morning', 'Asia/Dhaka')).toEqual(['Early Bird'])
    expect(await found('morning&available_part=night', 'Asia/Kolkata')).toEqual(['Early Bird'])
    expect(await find('q=early')).toMatchObject({ total: 1, total_is_more: false })
    expect(await find('q=nobody')).toEqual({ items: [], next_cursor: null, total: 0, total_is_more: false })
    await api('POST', `/admin/mentor-applications/${early.mentor_id}/decision/`, {
      as: await admin(),
      body: { decision: 'refuse', reason: 'Only here for this test' },
    })
  })

  it.each([
    ['a currency that is not in use', 'currency=CHF', 'currency'],
    ['an unknown zone', 'available_part=night&time_zone=Mars/Base', 'time_zone'],
    ['an unknown part of the day', 'available_part=noon', 'available_part'],
    ['an order that there is not', 'sort=name', 'sort'],
  ])('refuses %s', async (_, query, field) => {
    expect((await answer(api('GET', `/mentors/?${query}`), 422)).errors).toHaveProperty(field)
  })

  it('begins at the beginning where a cursor is not one of this order', async () => {
    const first = await names('sort=newest')
    for (const cursor of ['x', btoa('["sessions",1,1]'), btoa('["relevance",1,1]'), btoa('["newest","a",null]')])
      expect(await names(`sort=newest&cursor=${encodeURIComponent(cursor)}`)).toEqual(first)
  })

  it('shows the soonest time that can really be booked, with its price', async () => {
    const ila = await student()
    const [listed] = (await find('q=meera', ila)).items as unknown as {
      soonest_free: string
      from_offer: { id: string; amount_minor: number }
    }[]
    expect(listed?.from_offer).toMatchObject({ id: meera.offer.id, amount_minor: 80_000 })
    const body = {
      mentor_id: meera.mentor_id,
      offer_id: meera.offer.id,
      start_time: listed?.soonest_free,
      time_zone: 'UTC',
    }
    await answer(api('POST', '/student/book-session/', { as: ila, body }), 201)
    const [after] = (await find('q=meera')).items as unknown as { soonest_free: string }[]
    expect(Date.parse(after!.soonest_free)).toBeGreaterThan(Date.parse(listed!.soonest_free))
  })

  it('lists a mentor after approval only, and no longer after a refusal', async () => {
    const waiting = await applicant({ name: 'Waiting Person' })
    expect(await names('q=waiting')).toEqual([])
    const decide = async (decision: string) =>
      answer(
        api('POST', `/admin/mentor-applications/${waiting.mentor_id}/decision/`, {
          as: await admin(),
          body: { decision, reason: 'Because' },
        }),
        200,
      )
    expect(await decide('approve')).toMatchObject({ application_state: 'approved' })
    expect(await names('q=waiting')).toEqual(['Waiting Person'])
    const { items } = await answer(api('GET', '/notifications/', { as: waiting }), 200)
    expect(items[0]).toMatchObject({ kind: 'mentor_approved', notification_type: 'success' })
    expect(await decide('refuse')).toMatchObject({ application_state: 'refused', decision_reason: 'Because' })
    expect(await names('q=waiting')).toEqual([])
  })

  it('counts mentors and students in the public totals', async () => {
    const stats = await answer(api('GET', '/platform-stats'), 200)
    const count = (sql: string) => env.DB.prepare(sql).first<number>('n')
    expect(stats.total_mentors).toBe(
      await count("select count(*) as n from mentors where application_state = 'approved'"),
    )
    expect(stats.total_students).toBe(await count('select count(*) as n from students'))
  })

  it('answers 304 to a reader who has the page already', async () => {
    const first = await api('GET', `/mentors/${tomas.mentor_id}/`)
    const etag = first.headers.get('etag') ?? ''
    await first.body?.cancel()
    const again = await api('GET', `/mentors/${tomas.mentor_id}/`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })
})

describe('a profile', () => {
  it('changes only the keys that are present, and null clears', async () => {
    const put = (body: object) => answer(api('PUT', '/mentor/profile/', { as: tomas, body }), 200)
    const changed = await put({ promise: 'Bring the messy version.', company: 'Example Bank' })
    expect(changed).toMatchObject({
      headline: 'Product designer',
      promise: 'Bring the messy version.',
      skills: ['Portfolio review', 'Figma'],
    })
    expect(await put({ company: null })).toMatchObject({ company: null, promise: 'Bring the messy version.' })
    expect(await put({ name: 'Tomás F. Ferreira' })).toMatchObject({ name: 'Tomás F. Ferreira' })
    expect(await names('q=tomas')).toEqual(['Tomás F. Ferreira'])
    await put({ name: 'Tomás Ferreira' })
  })

  it.each([
    ['a script address', { portfolio_url: 'javascript:alert(1)' }],
    ['a negative rate', { hourly_rate_minor: -1 }],
    ['an unknown field', { rating: 5 }],
    ['a language that is not a code', { languages: ['English please'] }],
  ])('refuses %s', async (_, body) => {
    expect((await answer(api('POST', '/mentor/detail/', { as: tomas, body }), 422)).code).toBe('invalid_input')
  })

  it('keeps a student’s details as typed', async () => {
    const ila = await student()
    const body = {
      college: 'आईआईटी बॉम्बे',
      skills: ['C++', 'ಯಕ್ಷಗಾನ'],
      bio: 'Line one\nline two <b>not bold</b>',
      year_of_study: 3,
    }
    expect(await answer(api('POST', '/student/detail/', { as: ila, body }), 200)).toMatchObject(body)
    expect(await answer(api('PUT', '/student/profile/', { as: ila, body: { bio: null } }), 200)).toMatchObject({
      ...body,
      bio: null,
    })
    expect(
      (await answer(api('PUT', '/student/profile/', { as: ila, body: { date_of_birth: '2020-05-05' } }), 422)).errors,
    ).toHaveProperty('date_of_birth')
  })

  it('shows the people a mentor works with, newest first', async () => {
    const [ila, ben] = [await student(), await student()]
    await hold(ila, meera, 5)
    await answer(api('POST', '/chat/conversations/', { as: ben, body: { with: meera.mentor_id } }), 201)
    const people = await eventually(async () => {
      const { items } = await answer(api('GET', '/mentor/students/', { as: meera }), 200)
      return items.length >= 2 && items
    })
    expect(people.slice(0, 2).map(({ student_id }: { student_id: string }) => student_id)).toEqual([
      ben.user.student_id,
      ila.user.student_id,
    ])
  })
})

describe('offers and the week', () => {
  it('come back as they were set, in the mentor’s own zone', async () => {
    const body = { time_zone: 'America/St_Johns', weekly: [{ weekday: 7, start: '22:30', end: '24:00' }] }
    expect(await answer(api('PUT', '/mentor/availability/', { as: haruka, body }), 200)).toEqual(body)
    expect(await answer(api('GET', '/mentor/availability/', { as: haruka }), 200)).toEqual(body)
  })

  it.each([
    ['an end before its start', [{ weekday: 1, start: '10:00', end: '09:00' }]],
    ['an eighth weekday', [{ weekday: 8, start: '09:00', end: '10:00' }]],
    ['a time that does not exist', [{ weekday: 1, start: '09:60', end: '10:00' }]],
  ])('refuse %s', async (_, weekly) => {
    await answer(api('PUT', '/mentor/availability/', { as: haruka, body: { time_zone: 'UTC', weekly } }), 422)
  })

  it('refuse a span of slots over 31 days or turned around', async () => {
    const ask = (from: string, to: string) =>
      api('GET', `/mentors/${tomas.mentor_id}/slots/?offer_id=${tomas.offer.id}&from=${from}&to=${to}`)
    await answer(ask('2027-01-01T00:00:00Z', '2027-02-01T00:00:01Z'), 422)
    await answer(ask('2027-01-02T00:00:00Z', '2027-01-01T00:00:00Z'), 422)
    await answer(ask('2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'), 200)
  })
})
