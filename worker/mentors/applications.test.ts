import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { PROFILE, colleague, readyApplicant, WORDS } from '../test/applicants'
import { admin, answer, api, applicant, eventually, student, type Person, type Teacher } from '../test/world'
import { answerBy } from './applications.rules'

const all = async <T = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<T>()
  ).results

const own = (as: Person) => answer(api('GET', '/mentor/application/', { as }), 200)
const past = (as: Person) =>
  all<{ act: string; from_state: string; to_state: string }>(
    'select act, from_state, to_state from application_history where account_id = ? order by rowid',
    as.user.id,
  )
const kindsTold = (as: Person) =>
  all<{ kind: string }>('select kind from notifications where account_id = ? order by rowid', as.user.id)

let staff: Person
let other: Person
beforeAll(async () => {
  ;[staff, other] = [await admin(), await colleague()]
})

const ofStaff = (path: string, who: { mentor_id: string }, body: unknown = {}, as = staff) =>
  api('POST', `/admin/mentor-applications/${who.mentor_id}/${path}/`, { as, body })
const reason = 'Read with care'
const ACTS = {
  change: (who: Teacher) => api('PUT', '/mentor/application/', { as: who, body: { motivation: WORDS.motivation } }),
  submit: (who: Teacher) => api('POST', '/mentor/application/submit/', { as: who }),
  withdraw: (who: Teacher) => api('POST', '/mentor/application/withdraw/', { as: who }),
  review: (who: Teacher) => ofStaff('review', who),
  approve: (who: Teacher) => ofStaff('decision', who, { decision: 'approve', reason }),
  refuse: (who: Teacher) => ofStaff('decision', who, { decision: 'refuse', reason }),
}
type Act = keyof typeof ACTS

/** Where each act leads from each state; what is not named is refused. */
const WAYS: Record<string, Partial<Record<Act, string>>> = {
  draft: { change: 'draft', submit: 'submitted', approve: 'approved', refuse: 'refused' },
  submitted: { withdraw: 'draft', review: 'in_review', approve: 'approved', refuse: 'refused' },
  in_review: { withdraw: 'draft', approve: 'approved', refuse: 'refused' },
  approved: { approve: 'approved', refuse: 'refused' },
  refused: { change: 'refused', approve: 'approved', refuse: 'refused' },
  'refused a week ago': { change: 'refused', submit: 'submitted', approve: 'approved', refuse: 'refused' },
}
const TABLE = Object.keys(WAYS).flatMap((state) =>
  (Object.keys(ACTS) as Act[]).map((act) => ({ state, act, to: WAYS[state]?.[act] ?? 'nowhere' })),
)

describe('an application', () => {
  let ravi: Teacher
  beforeAll(async () => {
    ravi = await readyApplicant()
  })

  it.each(TABLE)('that is $state goes $to by $act', async ({ state, act, to }) => {
    const before = state.split(' ')[0]
    const decided_at = now().getTime() - (state.includes('week') ? 7 * 86_400_000 : 60_000)
    await all(
      'update mentors set application_state = ?, decided_at = ? where account_id = ?',
      before,
      decided_at,
      ravi.user.id,
    )
    const lines = await past(ravi)
    const response = await ACTS[act](ravi)
    if (to === 'nowhere') {
      expect(await answer(response, 409)).toMatchObject({ code: 'state_conflict' })
      expect(await own(ravi)).toMatchObject({ state: before })
      expect(await past(ravi)).toEqual(lines)
      return
    }
    const body = await answer(response, 200)
    expect(body.state ?? body.application_state).toBe(to)
    expect(await own(ravi)).toMatchObject({ state: to })
    const added = (await past(ravi)).slice(lines.length)
    expect(added).toEqual(act === 'change' ? [] : [{ act, from_state: before, to_state: to }])
  })

  it('goes from draft to the directory, and each step tells its person', async () => {
    const mina = await readyApplicant({ name: 'Mina Harbour' })
    const submitted = await answer(ACTS.submit(mina), 200)
    expect(submitted).toMatchObject({ state: 'submitted', missing: [], may_reapply_at: null })
    expect(Date.parse(submitted.answer_by)).toBe(answerBy(new Date(submitted.submitted_at)).getTime())
    const found = async () => (await answer(api('GET', '/mentors/?q=mina'), 200)).items.length
    expect(await found()).toBe(0)
    await answer(ACTS.review(mina), 200)
    await answer(ACTS.approve(mina), 200)
    expect(await found()).toBe(1)
    expect(await own(mina)).toMatchObject({ state: 'approved', decision_reason: reason, answer_by: null })
    expect((await kindsTold(mina)).map(({ kind }) => kind)).toEqual([
      'application_submitted',
      'application_in_review',
      'mentor_approved',
    ])
    const letter = await eventually(async () =>
      (
        await all<{ text: string }>(
          "select text from mailbox where recipient = ? and kind = 'application_submitted'",
          mina.email,
        )
      ).at(0),
    )
    expect(letter.text).toContain('A person reads it and answers by')
  })

  it('may be handed in again a week after a refusal, and not a moment before', async () => {
    const lena = await readyApplicant()
    await answer(ACTS.submit(lena), 200)
    await answer(ACTS.refuse(lena), 200)
    const { decided_at, may_reapply_at } = await own(lena)
    expect(Date.parse(may_reapply_at) - Date.parse(decided_at)).toBe(7 * 86_400_000)
    expect((await answer(ACTS.submit(lena), 409)).detail).toContain(may_reapply_at)
    await all('update mentors set decided_at = decided_at - 7 * 86400000 + 60000 where account_id = ?', lena.user.id)
    await answer(ACTS.submit(lena), 409)
    await all('update mentors set decided_at = decided_at - 60000 where account_id = ?', lena.user.id)
    expect(await answer(ACTS.submit(lena), 200)).toMatchObject({ state: 'submitted', may_reapply_at: null })
  })

  it('can be prepared with offers and a week before anybody decides', async () => {
    const early = await applicant()
    expect((await answer(api('GET', '/mentor/offers/', { as: early }), 200)).items).toHaveLength(1)
    await answer(api('GET', `/mentors/${early.mentor_id}/`), 404)
  })

  it('is the mentor’s own: a student has none', async () => {
    await answer(api('GET', '/mentor/application/', { as: await student() }), 403)
  })
})

describe('what is missing', () => {
  const NAMED = [
    ['headline', { headline: null }],
    ['bio', { bio: 'x'.repeat(99) }],
    ['bio', { bio: '  ' + '👩‍👩‍👧‍👦'.repeat(60) + ' '.repeat(60) }],
    ['skills', { expertise: [] }],
  ] as const
  it.each(NAMED)('is named before a submission: %s %j', async (name, profile) => {
    const person = await readyApplicant({}, profile)
    expect(await own(person)).toMatchObject({ missing: [name] })
    const { errors } = await answer(ACTS.submit(person), 422)
    expect(Object.keys(errors)).toEqual([name])
    expect(await own(person)).toMatchObject({ state: 'draft', submitted_at: null })
  })

  it.each([
    ['experience', { experience: '   ' }],
    ['motivation', { motivation: 'Because.' }],
  ])('is named before a submission: %s', async (name, words) => {
    const person = await readyApplicant()
    await answer(api('PUT', '/mentor/application/', { as: person, body: words }), 200)
    expect(Object.keys((await answer(ACTS.submit(person), 422)).errors)).toEqual([name])
  })

  it.each([
    ['email', 'email_verified_at = null'],
    ['birth_date', 'date_of_birth = null'],
    ['age', "date_of_birth = strftime('%Y-%m-%d', 'now', '-17 years')"],
  ])('is named before a submission: %s', async (name, change) => {
    const person = await readyApplicant()
    await all(`update accounts set ${change} where id = ?`, person.user.id)
    expect(Object.keys((await answer(ACTS.submit(person), 422)).errors)).toEqual([name])
  })

  it('is everything at the very beginning, in the order in which it is told', async () => {
    const person = await applicant({ date_of_birth: undefined })
    await all('update accounts set email_verified_at = null where id = ?', person.user.id)
    const missing = ['headline', 'bio', 'skills', 'experience', 'motivation', 'email', 'birth_date']
    expect(await own(person)).toMatchObject({ state: 'draft', missing, experience: null, links: [], evidence: [] })
  })
})

describe('the words of an application', () => {
  it('change by the keys present, and null clears', async () => {
    const person = await readyApplicant()
    const put = (body: object) => answer(api('PUT', '/mentor/application/', { as: person, body }), 200)
    const links = ['https://talks.example.com/queues', 'http://example.com/ಕನ್ನಡ']
    expect(await put({ links })).toMatchObject({ links, ...WORDS })
    expect(await put({ experience: null })).toMatchObject({ links, experience: null, motivation: WORDS.motivation })
    expect(await put({ links: null, experience: ' a\n<b>b</b> ' })).toMatchObject({
      links: [],
      experience: ' a\n<b>b</b> ',
    })
  })

  it.each([
    ['a script address', { links: ['javascript:alert(1)'] }],
    ['six links', { links: Array(6).fill('https://example.com') }],
    ['a text over its length', { motivation: 'x'.repeat(4001) }],
    ['a state', { state: 'approved' }],
    ['a file that is not there', { evidence_file_ids: ['nothing-here'] }],
  ])('refuse %s and keep what was there', async (_, body) => {
    const person = await readyApplicant()
    expect((await answer(api('PUT', '/mentor/application/', { as: person, body }), 422)).code).toBe('invalid_input')
    expect(await own(person)).toMatchObject({ ...WORDS, links: [], evidence: [] })
  })

  it('name evidence of one’s own, shown to staff, and nobody else’s', async () => {
    const [person, stranger] = [await readyApplicant(), await readyApplicant()]
    const [mine, theirs, cv] = [
      await file(person, 'evidence', 'लाइसेंस.pdf'),
      await file(stranger, 'evidence', 'x.pdf'),
      await file(person, 'cv', 'cv.pdf'),
    ]
    const put = (ids: string[]) => api('PUT', '/mentor/application/', { as: person, body: { evidence_file_ids: ids } })
    for (const wrong of [theirs, cv]) await answer(put([mine, wrong]), 422)
    const shown = { id: mine, name: 'लाइसेंस.pdf', size: 10, type: 'application/pdf', url: `/api/files/${mine}/` }
    expect(await answer(put([mine]), 200)).toMatchObject({ evidence: [shown], evidence_file_ids: [mine] })
    expect(await seen(person)).toMatchObject({ evidence: [shown] })
    await all('update files set removed_at = 1 where id = ?', mine)
    expect(await own(person)).toMatchObject({ evidence: [], evidence_file_ids: [] })
  })
})

async function file(person: Person, kind: string, name: string): Promise<string> {
  const id = `${kind}-${person.user.id}`
  await all(
    `insert into files (id, owner_account_id, kind, key, hash, name, type, size, created_at)
    values (?1, ?2, ?3, ?1, ?1, ?4, 'application/pdf', 10, 1)`,
    id,
    person.user.id,
    kind,
    name,
  )
  return id
}

const seen = (who: Teacher) => answer(api('GET', `/admin/mentor-applications/${who.mentor_id}/`, { as: staff }), 200)

describe('staff', () => {
  it('see who waits, the longest waiting first, page by page, and no drafts', async () => {
    const people = [await readyApplicant(), await readyApplicant(), await readyApplicant()]
    await readyApplicant()
    for (const one of people) await answer(ACTS.submit(one), 200)
    const [first, second] = people
    await all('update mentors set submitted_at = 1000 where account_id = ?', second!.user.id)
    await all('update mentors set submitted_at = 2000 where account_id = ?', first!.user.id)
    const list = async (query: string) => answer(api('GET', `/admin/mentor-applications/?${query}`, { as: staff }), 200)
    const met: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { mentor_id: string; state: string }[]; next_cursor: string | null } = await list(
        `state=submitted&limit=1&cursor=${encodeURIComponent(cursor)}`,
      )
      met.push(...page.items.map(({ mentor_id }) => mentor_id))
      cursor = page.next_cursor
    }
    expect(met.slice(0, 2)).toEqual([second!.mentor_id, first!.mentor_id])
    expect(new Set(met).size).toBe(met.length)
    const rows = await all<{ n: number }>(
      "select count(*) as n from mentors where application_state = 'submitted' and submitted_at is not null",
    )
    expect(met).toHaveLength(rows[0]!.n)
    await answer(api('GET', '/admin/mentor-applications/?state=draft', { as: staff }), 422)
  })

  it('read what they decide from, and how it came to be, without the date of birth', async () => {
    const person = await readyApplicant({ name: 'Anja Brandt' })
    await answer(ACTS.submit(person), 200)
    await answer(ACTS.review(person), 200)
    const application = await seen(person)
    expect(application).toMatchObject({
      name: 'Anja Brandt',
      state: 'in_review',
      ...WORDS,
      bio: PROFILE.bio,
      skills: PROFILE.expertise,
      profile_links: [PROFILE.portfolio_url],
      email_verified: true,
      is_of_age: true,
      missing: [],
      checks: [],
    })
    expect(application.history.map(({ act, by }: { act: string; by: string }) => [act, by])).toEqual([
      ['review', 'Staff'],
      ['submit', 'Anja Brandt'],
    ])
    expect(JSON.stringify(application)).not.toContain('2001-02-03')
  })

  it('find nothing at a number that nobody has', async () => {
    const nobody = { mentor_id: 'M999999' }
    await answer(api('GET', '/admin/mentor-applications/M999999/', { as: staff }), 404)
    await answer(ofStaff('review', nobody), 404)
    await answer(ofStaff('decision', nobody, { decision: 'approve', reason }), 404)
  })

  it('begin to read an application once, however many of them begin', async () => {
    const person = await readyApplicant()
    await answer(ACTS.submit(person), 200)
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, i) => ofStaff('review', person, {}, i % 2 ? staff : other)),
    )
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
    expect((await past(person)).map(({ act }) => act)).toEqual(['submit', 'review'])
    expect((await kindsTold(person)).map(({ kind }) => kind)).toEqual([
      'application_submitted',
      'application_in_review',
    ])
  })

  it('who are of two minds decide once where both say what they saw', async () => {
    const person = await readyApplicant()
    await answer(ACTS.submit(person), 200)
    const decide = (decision: string, as: Person) =>
      ofStaff('decision', person, { decision, reason: `I say ${decision}`, seen_state: 'submitted' }, as)
    const tries = await Promise.all([decide('approve', staff), decide('refuse', other)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { state, decision_reason } = await own(person)
    expect(decision_reason).toBe(state === 'approved' ? 'I say approve' : 'I say refuse')
    expect(await kindsTold(person)).toHaveLength(2)
  })

  it('leave a past without a gap, whatever comes at the same time', async () => {
    const person = await readyApplicant()
    await answer(ACTS.submit(person), 200)
    const acts: Act[] = ['review', 'withdraw', 'approve', 'refuse', 'withdraw', 'review', 'submit', 'refuse', 'approve']
    await Promise.all(acts.map(async (act) => (await ACTS[act](person)).body?.cancel()))
    const lines = await past(person)
    lines.forEach(({ from_state }, i) => expect(from_state).toBe(i === 0 ? 'draft' : lines[i - 1]!.to_state))
    expect(await own(person)).toMatchObject({ state: lines.at(-1)!.to_state })
    expect(await kindsTold(person)).toHaveLength(lines.filter(({ act }) => act !== 'withdraw').length)
  })
})

it('two who hand in at the same moment hand in once', async () => {
  const person = await readyApplicant()
  const tries = await Promise.all(Array.from({ length: 5 }, () => ACTS.submit(person)))
  expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
  expect(await kindsTold(person)).toHaveLength(1)
})

it('the past of an application cannot be changed or taken away; only its words can be erased', async () => {
  const person = await readyApplicant()
  await answer(ACTS.refuse(person), 200)
  const sql = (text: string) => env.DB.prepare(text).bind(person.user.id).run()
  for (const forgery of [
    "update application_history set to_state = 'approved' where account_id = ?",
    "update application_history set reason = 'kinder' where account_id = ?",
    'delete from application_history where account_id = ?',
  ]) {
    await expect(sql(forgery)).rejects.toThrow('append-only')
  }
  await sql('update application_history set reason = null where account_id = ?')
})

it.each([
  ['a Monday', '2026-11-23T09:30:00Z', '2026-11-26T09:30:00Z'],
  ['a Friday', '2026-11-27T09:30:00Z', '2026-12-02T09:30:00Z'],
  ['a Saturday', '2026-11-28T23:59:59Z', '2026-12-02T23:59:59Z'],
  ['a Sunday', '2026-11-29T00:00:00Z', '2026-12-02T00:00:00Z'],
])('an application of %s is answered after three working days', (_, at, by) => {
  expect(answerBy(new Date(at))).toEqual(new Date(by))
})
