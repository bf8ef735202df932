import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { rows } from '../payments/desk'
import { admin, answer, api, applicant, mentor, student, type Person, type Teacher } from '../test/world'
import { at, cancel, change, crowd, DAY, event, HOUR, idsIn, list, made, planOf, remove, shown } from './desk'

let mira: Teacher
let other: Teacher
let asha: Person
beforeAll(async () => {
  ;[mira, other, asha] = [await mentor({ name: 'Mira Joshi' }), await mentor(), await student()]
})
const post = (as: Person, body: object) => api('POST', '/events/', { as, body })
const refused = async (as: Person, body: object) => (await answer(post(as, body), 422)).errors
const everything = () => rows('select * from events order by id')

describe('an event is made', () => {
  it('by the example of the seed, word by word; its day is over, so it is kept and shown to nobody else', async () => {
    const example = {
      title: 'Web Development Workshop',
      description: 'Learn React and Django',
      start_time: '2025-12-01T14:00:00Z',
      end_time: '2025-12-01T16:00:00Z',
      location: 'Online',
      cover_image: 'https://example.com/image.jpg',
    }
    const past = await answer(post(mira, example), 201)
    const { cover_image: _, start_time, end_time, ...same } = example
    expect(past).toMatchObject({ ...same, organizer: 'Mira Joshi', is_upcoming: false, is_published: false })
    expect([Date.parse(past.start_time), Date.parse(past.end_time)]).toEqual([start_time, end_time].map(Date.parse))
    await answer(event(past.id), 404)
    const ahead = await answer(post(mira, { ...example, start_time: at(24), end_time: at(26) }), 201)
    expect(ahead).toMatchObject({ ...same, organizer: 'Mira Joshi', is_upcoming: true, is_published: true })
  })

  it('with what nobody says: the zone of its organizer, online, open to all, published', async () => {
    const body = { title: 'Bare', start_time: at(24), end_time: at(25) }
    expect(await answer(post(mira, body), 201)).toMatchObject({
      ...body,
      description: '',
      time_zone: 'Asia/Kolkata',
      place: 'online',
      location: null,
      cover_image: null,
      cover_state: 'none',
      organizer_id: mira.mentor_id,
      created_by_role: 'mentor',
      is_official: false,
      is_published: true,
      is_cancelled: false,
      capacity: null,
      seats_left: null,
      going: 0,
      guests: 'counts',
      rsvp: null,
      may_edit: true,
      repeats: [],
      rsvp_until: body.end_time,
    })
    const there = await made(mira, { location: 'Library, room 4' })
    expect(there).toMatchObject({ place: 'in_person', rsvp_until: there.start_time })
  })

  it('officially by the staff, and by nobody who says so', async () => {
    const staff = await admin()
    expect(await made(staff)).toMatchObject({ is_official: true, created_by_role: 'admin', organizer: 'Staff' })
    for (const key of ['created_by_role', 'is_official', 'organizer', 'organizer_id', 'going', 'number', 'sequence'])
      expect(await refused(mira, planOf({ [key]: 'admin' }))).toEqual({ [key]: ['Unknown field'] })
  })

  it('by a mentor who is not approved yet as a draft alone, and by a student not at all', async () => {
    const waiting = await applicant()
    expect((await answer(post(waiting, planOf()), 403)).code).toBe('role_required')
    expect((await answer(post(waiting, planOf({ is_published: true })), 403)).code).toBe('role_required')
    const draft = await made(waiting, { is_published: false })
    expect((await answer(change(waiting, draft.id, { is_published: true }), 403)).code).toBe('role_required')
    expect((await answer(post(asha, planOf()), 403)).code).toBe('role_required')
    expect((await answer(post(asha, {}), 403)).code).toBe('role_required')
  })

  it('once for one key, and not a second time', async () => {
    const headers = { 'idempotency-key': 'twice' }
    const body = planOf({ title: 'Once', repeat: { every: 'week', count: 2 } })
    const all = await Promise.all(
      [1, 2, 3].map(() => answer(api('POST', '/events/', { as: other, body, headers }), 201)),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await rows("select 1 from events where title = 'Once'")).toHaveLength(3)
  })
})

describe('bad input changes nothing', () => {
  const cases: [string, object, string][] = [
    ['an end before the start', { end_time: at(71) }, 'end_time'],
    ['an end at the start', { start_time: at(72), end_time: at(72) }, 'end_time'],
    ['more than 14 days', { end_time: at(72 + 14 * 24 + 1) }, 'end_time'],
    ['a time without a zone', { start_time: '2030-01-01T10:00:00' }, 'start_time'],
    ['a zone that there is not', { time_zone: 'Mars/Olympus' }, 'time_zone'],
    ['no seats', { capacity: 0 }, 'capacity'],
    ['half a seat', { capacity: 1.5 }, 'capacity'],
    ['too many seats', { capacity: 100_001 }, 'capacity'],
    ['an empty title', { title: ' \u200b ' }, 'title'],
    ['a title without end', { title: 'x'.repeat(121) }, 'title'],
    ['a description without end', { description: 'x'.repeat(5001) }, 'description'],
    ['a link that is not safe', { online_link: 'http://example.com/room' }, 'online_link'],
    ['a link that runs', { online_link: 'javascript:alert(1)' }, 'online_link'],
    ['a cover that is not safe', { cover_image: 'http://example.com/a.jpg' }, 'cover_image'],
    ['a cover inside our network', { cover_image: 'https://127.0.0.1/a.jpg' }, 'cover_image'],
    ['a cover that is not mine', { cover_image: `/api/files/pictures/${'a'.repeat(64)}/full` }, 'cover_image'],
    ['a view that there is not', { guests: 'everybody' }, 'guests'],
    ['a place without an address', { place: 'in_person' }, 'location'],
    ['a past time', { start_time: at(-2), end_time: at(2), is_published: true }, 'start_time'],
    ['repeats without end', { repeat: { every: 'week', count: 53 } }, '/repeat/count'],
    ['repeats of nothing', { repeat: { every: 'day', count: 3 } }, '/repeat/every'],
  ]
  it.each(cases)('%s', async (_, over, field) => {
    const before = await everything()
    expect(Object.keys(await refused(mira, planOf(over)))).toEqual([field])
    expect(await everything()).toEqual(before)
  })

  it('also when an event is changed', async () => {
    const { id } = await made(mira, { capacity: 5 })
    await crowd(id, [asha, other])
    const before = await everything()
    const bad = [
      ...cases.filter(([, over]) => !('repeat' in over)),
      ['too few seats', { capacity: 1 }, 'capacity'],
    ] as const
    for (const [name, over, field] of bad) {
      const { errors } = await answer(change(mira, id, over), 422)
      expect([name, Object.keys(errors)]).toEqual([name, [field]])
    }
    const { errors } = await answer(change(mira, id, { capacity: 1 }), 422)
    expect(errors.capacity).toEqual(['2 people are going already'])
    expect((await answer(change(mira, id, { is_published: false }), 409)).code).toBe('state_conflict')
    expect(await everything()).toEqual(before)
  })
})

it('takes markup in any field as the text that it is', async () => {
  const evil = '<img src=x onerror=alert(1)> & "quotes" {{7*7}} \' or 1=1 --'
  const { id } = await made(mira, { title: evil, description: `${evil}\n**bold**`, location: evil })
  expect(await shown(id)).toMatchObject({ title: evil, description: `${evil}\n**bold**`, location: evil })
})

describe('a draft', () => {
  it('is there for its organizer and the staff alone until it is published', async () => {
    const { id } = await made(mira, { is_published: false, start_time: at(-5), end_time: at(-4) })
    for (const who of [undefined, asha, other]) await answer(event(id, who), 404)
    expect(await shown(id, mira)).toMatchObject({ is_published: false })
    expect(await shown(id, await admin())).toMatchObject({ is_published: false })
    expect(await idsIn('?limit=100')).not.toContain(id)
    expect(await idsIn('?mine=organizing&limit=100', mira)).toContain(id)
    const { errors } = await answer(change(mira, id, { is_published: true }), 422)
    expect(Object.keys(errors)).toEqual(['start_time'])
    await answer(change(mira, id, { is_published: true, start_time: at(5), end_time: at(6) }), 200)
    expect(await shown(id)).toMatchObject({ is_published: true })
    await answer(change(mira, id, { is_published: false }), 200)
    await answer(event(id), 404)
    await answer(remove(mira, id), 204)
    await answer(event(id, mira), 404)
  })
})

describe('changing', () => {
  it('touches what is named, clears with null, and is for its organizer and admins', async () => {
    const { id } = await made(mira, { location: 'Here', capacity: 3, online_link: 'https://meet.example.com/a' })
    expect(await answer(change(mira, id, { title: 'Anew', location: null, capacity: null }), 200)).toMatchObject({
      title: 'Anew',
      location: null,
      capacity: null,
      online_link: 'https://meet.example.com/a',
      description: 'Bring a question.',
    })
    await answer(change(other, id, { title: 'Mine' }), 404)
    expect((await answer(change(asha, id, { title: 'Mine' }), 403)).code).toBe('role_required')
    await answer(change(await admin(), id, { title: 'By staff' }), 200)
    expect(await rows('select act, reason from event_staff_acts where event_id = ?', id)).toEqual([
      { act: 'changed', reason: null },
    ])
    expect((await shown(id)).title).toBe('By staff')
  })

  it('of two at the same moment lets one through', async () => {
    const { id } = await made(mira)
    const got = await Promise.all(['A', 'B', 'C', 'D'].map((title) => change(mira, id, { title })))
    const done = got.filter(({ status }) => status === 200)
    expect(done.length).toBeGreaterThan(0)
    expect(got.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const titles = await Promise.all(done.map(async (one) => (await one.json<{ title: string }>()).title))
    expect(titles).toContain((await shown(id)).title)
  })
})

describe('cancelling', () => {
  it('leaves what people answered to, marked; what nobody knows of goes', async () => {
    const [kept, gone] = [await made(mira), await made(mira)]
    await crowd(kept.id, [asha])
    await answer(remove(mira, kept.id), 204)
    await answer(remove(mira, kept.id), 204)
    await answer(remove(mira, gone.id), 204)
    expect(await shown(kept.id)).toMatchObject({ is_cancelled: true, may_edit: false, may_cancel: false })
    await answer(event(gone.id, mira), 404)
    expect(await idsIn('?limit=100')).not.toContain(kept.id)
    expect(await idsIn('?mine=going', asha)).toContain(kept.id)
    expect((await answer(change(mira, kept.id, { title: 'Back' }), 409)).code).toBe('state_conflict')
    expect((await answer(cancel(mira, kept.id), 409)).code).toBe('state_conflict')
  })

  it('is for its organizer, admins, and moderators with a reason, which is kept for good', async () => {
    const moderator = await student()
    const grant = "insert into account_roles (account_id, role, granted_at) values (?, 'moderator', 0) returning 1"
    await rows(grant, moderator.user.id)
    await rows('update sessions set second_factor_at = 1 where account_id = ? returning 1', moderator.user.id)
    const { id } = await made(mira)
    await answer(cancel(other, id), 404)
    await answer(cancel(asha, id, { reason: 'I say so' }), 404)
    expect((await shown(id, asha)).may_cancel).toBe(false)
    expect((await shown(id, moderator)).may_cancel).toBe(true)
    expect(Object.keys((await answer(cancel(moderator, id), 422)).errors)).toEqual(['reason'])
    await answer(change(moderator, id, { title: 'No' }), 403)
    const reason = 'It sells something.'
    expect(await answer(cancel(moderator, id, { reason }), 200)).toMatchObject({
      is_cancelled: true,
      cancel_reason: reason,
    })
    expect(await rows('select act, reason, staff_account_id from event_staff_acts where event_id = ?', id)).toEqual([
      { act: 'cancelled', reason, staff_account_id: moderator.user.id },
    ])
    await expect(rows('update event_staff_acts set reason = null returning 1')).rejects.toThrow('stays on record')
    await expect(rows('delete from event_staff_acts returning 1')).rejects.toThrow('stays on record')
  })

  it('comes too late for what took place', async () => {
    const { id } = await made(mira)
    await crowd(id, [asha])
    await rows('update events set start_time = 1, end_time = 2 where id = ? returning 1', id)
    await answer(remove(mira, id), 409)
    await answer(cancel(mira, id), 409)
    expect(await shown(id)).toMatchObject({ is_cancelled: false, is_upcoming: false, may_cancel: false })
  })
})

describe('the list', () => {
  let teacher: Teacher
  let ids: string[]
  const mine = (query: string, as?: Person) => idsIn(`?organizer=${teacher.mentor_id}${query}`, as)
  beforeAll(async () => {
    teacher = await mentor({ name: 'Zoë Unusual' })
    const there = { location: 'Salle Émile', place: 'in_person' }
    const plans = [
      { title: 'Résumés that are read', start_time: at(200), end_time: at(201) },
      { title: 'C++ & templates', start_time: at(100), end_time: at(101), capacity: 1 },
      { title: '面接の練習', start_time: at(150), end_time: at(151), ...there },
      { title: 'Draft', is_published: false },
      { title: 'Over', start_time: at(10), end_time: at(11) },
      { title: 'Long over', start_time: at(9), end_time: at(10) },
    ]
    ids = []
    for (const plan of plans) ids.push((await made(teacher, plan)).id)
    const back = 'update events set start_time = start_time - ?, end_time = end_time - ? where id in (?, ?) returning 1'
    await rows(back, 2 * DAY, 2 * DAY, ids[4], ids[5])
    await crowd(ids[1]!, [asha])
  })

  it('shows what is ahead with the soonest first, and what is over with the latest first', async () => {
    expect(await mine('')).toEqual([ids[1], ids[2], ids[0]])
    expect(await mine('&when=upcoming')).toEqual([ids[1], ids[2], ids[0]])
    expect(await mine('&when=past')).toEqual([ids[4], ids[5]])
    expect((await list(`?organizer=${teacher.mentor_id}&when=past`)).items.map((one: any) => one.is_upcoming)).toEqual([
      false,
      false,
    ])
  })

  it('shows an event until it ends', async () => {
    const { id } = await made(teacher, { start_time: at(3), end_time: at(5) })
    await rows(
      'update events set start_time = ?, end_time = ? where id = ? returning 1',
      now().getTime() - HOUR,
      now().getTime() + HOUR,
      id,
    )
    expect((await mine(''))[0]).toBe(id)
    expect(await mine('&when=past')).not.toContain(id)
    await rows('delete from events where id = ? returning 1', id)
  })

  it('finds words from their beginning in any case and script, in title, place, description and organizer', async () => {
    const find = (words: string) => mine(`&search=${encodeURIComponent(words)}`)
    expect(await find('resumes READ')).toEqual([ids[0]])
    expect(await find('c++')).toEqual([ids[1]])
    expect(await find('salle emile')).toEqual([ids[2]])
    expect(await find('面接')).toEqual([ids[2]])
    expect(await find('zoe unus')).toEqual([ids[1], ids[2], ids[0]])
    expect(await find('bring question')).toHaveLength(3)
    expect(await find('nothing like it')).toEqual([])
    for (const text of ['"', "' or 1=1", '*', 'title:x', 'NEAR(', '^', '😀', '(', 'AND', '%', '_', '\\', '-resumes'])
      expect([text, Array.isArray(await find(text))]).toEqual([text, true])
  })

  it('filters by place, free seats and time', async () => {
    expect(await mine('&place=in_person')).toEqual([ids[2]])
    expect(await mine('&place=online')).toEqual([ids[1], ids[0]])
    expect(await mine('&has_seats=false')).toEqual([ids[1]])
    expect(await mine('&has_seats=true')).toEqual([ids[2], ids[0]])
    expect(await mine(`&from=${at(120)}&to=${at(160)}`)).toEqual([ids[2]])
    expect(await mine(`&from=${at(100.5)}&to=${at(150.5)}`)).toEqual([ids[1], ids[2]])
    expect(await mine(`&from=${at(-72)}&to=${at(120)}`)).toEqual([ids[5], ids[4], ids[1]])
    expect(await mine(`&from=${at(-72)}&to=${at(120)}&when=past`)).toEqual([ids[4], ids[5]])
  })

  it('shows my own: what I organize with drafts, what I go to and wait for', async () => {
    expect(new Set(await idsIn('?mine=organizing', teacher))).toEqual(new Set(ids))
    expect(await idsIn('?mine=going', asha)).toContain(ids[1])
    expect(await idsIn('?mine=waiting', asha)).toEqual([])
    expect((await answer(api('GET', '/events/?mine=going'), 401)).code).toBe('not_signed_in')
  })

  it('refuses what it does not know', async () => {
    for (const query of [
      'when=soon',
      'mine=all',
      'place=moon',
      'organizer=x',
      'from=2027-01-01T00:00:00Z',
      'limit=101',
    ])
      await answer(api('GET', `/events/?${query}`), 422)
    await answer(api('GET', `/events/?from=${at(0)}&to=${at(101 * 24)}`), 422)
  })

  it('turns pages without gap or repeat, in both directions of time', async () => {
    const many = await mentor()
    const { repeats, id } = await made(many, { repeat: { every: 'week', count: 24 } })
    // Several begin at the same moment.
    await rows(
      'update events set start_time = ? where id in (?, ?, ?) returning 1',
      Date.parse(at(72)),
      id,
      repeats[3].id,
      repeats[7].id,
    )
    for (const when of ['upcoming', 'past']) {
      if (when === 'past')
        await rows(
          'update events set start_time = start_time - ?, end_time = end_time - ? where organizer_account_id = ? returning 1',
          400 * DAY,
          400 * DAY,
          many.user.id,
        )
      const whole = await idsIn(`?organizer=${many.mentor_id}&when=${when}&limit=100`)
      expect(whole).toHaveLength(when === 'past' ? 26 : 25)
      const seen: string[] = []
      for (let cursor = ''; ;) {
        const page = await list(`?organizer=${many.mentor_id}&when=${when}&limit=4${cursor}`)
        seen.push(...page.items.map((one: any) => one.id))
        if (!page.next_cursor) break
        cursor = `&cursor=${encodeURIComponent(page.next_cursor)}`
        // Another comes meanwhile.
        if (seen.length === 8 && when === 'upcoming') await made(many, { start_time: at(1), end_time: at(2) })
      }
      expect(seen).toEqual(whole)
    }
  })

  it('is the same for all visitors and may be kept by them; what somebody signed in reads may not', async () => {
    const path = '/events/?when=upcoming&limit=3'
    const first = await api('GET', path)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const tag = first.headers.get('etag')!
    expect((await api('GET', path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    expect((await api('GET', path, { as: asha })).headers.get('cache-control')).toBe('no-store')
    expect((await event(ids[0]!)).headers.get('cache-control')).toContain('public')
    expect((await event(ids[0]!, asha)).headers.get('cache-control')).toBe('no-store')
  })

  it('gives search engines what is published and ahead', async () => {
    const { events } = await answer(api('GET', '/sitemap/events/'), 200)
    const listed = events.map(({ id }: { id: string }) => id)
    expect(listed).toEqual(expect.arrayContaining([ids[0], ids[1], ids[2]]))
    for (const id of [ids[3], ids[4], ids[5]]) expect(listed).not.toContain(id)
  })
})
