import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { now } from '../lib/clock'
import { freeMentor, session, told } from '../reviews/desk'
import { numbersFor, pick } from '../seed/fixed'
import { answer, api, hold, student, type Person, type Teacher } from '../test/world'

const rows = async (as: Person, query = '') =>
  (await answer(api('GET', `/mentor/students/${query}`, { as }), 200)).items as Record<string, any>[]
const one = (as: Person, who: Person) => api('GET', `/mentor/students/${who.user.student_id}/`, { as })
const progress = (as: Person) => answer(api('GET', '/student/progress/', { as }), 200)
const propose = (as: Person, who: Person, skill: string) =>
  api('POST', `/mentor/students/${who.user.student_id}/learned/`, { as, body: { skill } })
const mark = (as: Person, { mentor_id }: Teacher, skill: string) =>
  api('POST', '/student/learned/', { as, body: { mentor_id, skill } })
const confirm = (as: Person, id: string) => api('POST', `/student/learned/${id}/confirm/`, { as })
const setNote = (as: Person, who: Person, text: string) =>
  api('PUT', `/mentor/students/${who.user.student_id}/note/`, { as, body: { text } })

const NUMBERS = [
  'last_session',
  'next_session',
  'sessions',
  'minutes',
  'shared_goals',
  'shared_goals_done',
  'steps',
  'steps_done',
  'learned',
  'conversation_id',
]
const numbersIn = (row: Record<string, unknown>) => Object.fromEntries(NUMBERS.map((name) => [name, row[name]]))

async function shareGoal(who: Person, booking: string, title: string, steps: boolean[], done = false): Promise<void> {
  const goal = await answer(api('POST', '/goals/', { as: who, body: { title } }), 201)
  for (const [i, is] of steps.entries()) {
    const body = { title: `Step ${i}`, done: is }
    await answer(api('POST', `/goals/${goal.id}/steps/`, { as: who, body }), 201)
  }
  if (done) await answer(api('PUT', `/goals/${goal.id}/`, { as: who, body: { done } }), 200)
  const { items } = await answer(api('GET', `/bookings/${booking}/goals/`, { as: who }), 200)
  const goal_ids = [...items.map(({ id }: { id: string }) => id), goal.id]
  await answer(api('PUT', `/bookings/${booking}/goals/`, { as: who, body: { goal_ids } }), 200)
}

describe('my students', () => {
  let [meera, ila, ben]: [Teacher, Person, Person] = [] as never
  beforeAll(async () => {
    meera = await freeMentor()
    ;[ila, ben] = [await student({ name: 'Ila Rao' }), await student({ name: 'Ben 50% Oak' })]
    await session(ila, meera)
    await session(ila, meera)
    await session(ila, meera, 'student_absent')
    const { booking } = await hold(ila, meera, 2)
    await shareGoal(ila, booking.id, 'A first job', [true, false])
    await answer(api('POST', '/chat/conversations/', { as: ben, body: { with: meera.mentor_id } }), 201)
  })

  it('are the people with a booking or a conversation, with what was done together', async () => {
    const [first, second] = await rows(meera)
    expect(first).toMatchObject({ student_id: ben.user.student_id, sessions: 0, minutes: 0, last_session: null })
    expect(first?.conversation_id).toEqual(expect.any(String))
    expect(second).toMatchObject({ student_id: ila.user.student_id, name: 'Ila Rao', sessions: 2, minutes: 120 })
    expect(second).toMatchObject({ shared_goals: 1, shared_goals_done: 0, steps: 2, steps_done: 1, has_note: false })
    expect(second?.conversation_id).toBeNull()
    expect(Date.parse(second?.next_session.start_time)).toBeGreaterThan(now().getTime())
    expect(Date.parse(second?.last_session.end_time)).toBeLessThan(now().getTime())
  })

  it('come in pages and are found by a part of their name', async () => {
    const page = await answer(api('GET', '/mentor/students/?limit=1', { as: meera }), 200)
    const rest = await rows(meera, `?limit=1&cursor=${encodeURIComponent(page.next_cursor)}`)
    expect([...page.items, ...rest].map(({ name }) => name)).toEqual(['Ben 50% Oak', 'Ila Rao'])
    expect((await rows(meera, '?q=ila')).map(({ name }) => name)).toEqual(['Ila Rao'])
    expect((await rows(meera, '?q=50%25')).map(({ name }) => name)).toEqual(['Ben 50% Oak'])
    expect(await rows(meera, '?q=nobody')).toEqual([])
  })

  it('show on a page of their own what became of each session, and the goals shared with me', async () => {
    const page = await answer(one(meera, ila), 200)
    expect(numbersIn(page)).toEqual(numbersIn((await rows(meera, '?q=ila'))[0]!))
    const states = page.history.map(({ state }: { state: string }) => state)
    expect(states.toSorted()).toEqual(['completed', 'completed', 'confirmed', 'student_absent'])
    expect(page.goals).toMatchObject([{ title: 'A first job', steps: [{ title: 'Step 0' }, { title: 'Step 1' }] }])
  })

  it('are nobody else’s: a stranger finds neither page nor note nor skills', async () => {
    const other = await freeMentor()
    await answer(one(other, ila), 404)
    await answer(setNote(other, ila, 'Mine?'), 404)
    await answer(propose(other, ila, 'Go'), 404)
    await answer(one(ila, ila), 403)
    await answer(api('GET', '/mentor/students/S999999/', { as: meera }), 404)
    expect(await rows(other)).toEqual([])
  })

  it('have a note that only its mentor reads, and that empty words remove', async () => {
    const other = await freeMentor()
    await session(ila, other)
    await answer(setNote(meera, ila, 'Learns best by drawing.'), 200)
    expect(await answer(one(meera, ila), 200)).toMatchObject({ note: 'Learns best by drawing.', has_note: true })
    expect(await answer(one(other, ila), 200)).toMatchObject({ note: '', has_note: false })
    expect(JSON.stringify(await progress(ila))).not.toMatch(/drawing|has_note/)
    await answer(setNote(meera, ila, 'x'.repeat(5001)), 422)
    await answer(setNote(meera, ila, ''), 200)
    expect(await answer(one(meera, ila), 200)).toMatchObject({ note: '', has_note: false })
  })
})

describe('skills learned together', () => {
  it('are proposed by the mentor, told to the student, and count once the student agrees', async () => {
    const [meera, ila] = [await freeMentor(), await student()]
    await session(ila, meera)
    const { id, ...made } = await answer(propose(meera, ila, 'golang'), 201)
    expect(made).toMatchObject({ skill: 'Go', proposed_by: 'mentor', confirmed_at: null })
    expect((await answer(propose(meera, ila, 'Go'), 200)).id).toBe(id)
    expect((await told(ila)).filter((kind) => kind === 'skill_learned_proposed')).toHaveLength(1)
    expect((await rows(meera))[0]).toMatchObject({ learned: 0 })
    expect((await progress(ila)).totals).toMatchObject({ learned: 0, proposed: 1 })
    await answer(confirm(await student(), id), 404)
    expect((await answer(confirm(ila, id), 200)).confirmed_at).toEqual(expect.any(String))
    await answer(confirm(ila, id), 200)
    expect((await told(meera)).filter((kind) => kind === 'skill_learned')).toHaveLength(1)
    expect((await rows(meera))[0]).toMatchObject({ learned: 1 })
    expect((await progress(ila)).totals).toMatchObject({ learned: 1, proposed: 0 })
  })

  it('are confirmed at once where the student marks them, also what the mentor had proposed', async () => {
    const [meera, ila] = [await freeMentor(), await student()]
    await session(ila, meera)
    expect(await answer(mark(ila, meera, 'Rust'), 201)).toMatchObject({ proposed_by: 'student' })
    const { id } = await answer(propose(meera, ila, 'SQL'), 201)
    expect(await answer(mark(ila, meera, 'sql'), 200)).toMatchObject({ id, proposed_by: 'mentor' })
    expect((await progress(ila)).totals).toMatchObject({ learned: 2, proposed: 0 })
  })

  it('are removed by whoever proposed them or by the student, and by nobody else', async () => {
    const [meera, ila] = [await freeMentor(), await student()]
    await session(ila, meera)
    const taken = (id: string, as: Person = meera) =>
      api('DELETE', `/mentor/students/${ila.user.student_id}/learned/${id}/`, { as })
    const dropped = (id: string, as: Person) => api('DELETE', `/student/learned/${id}/`, { as })
    const [rust, sql, go] = [
      await answer(mark(ila, meera, 'Rust'), 201),
      await answer(propose(meera, ila, 'SQL'), 201),
      await answer(propose(meera, ila, 'Go'), 201),
    ]
    await answer(taken(rust.id), 404)
    await answer(taken(sql.id, await freeMentor()), 404)
    await answer(dropped(sql.id, await student()), 404)
    await answer(taken(sql.id), 204)
    await answer(dropped(go.id, ila), 204)
    await answer(dropped(rust.id, ila), 204)
    expect((await answer(one(meera, ila), 200)).skills).toEqual([])
  })

  it('need a session that took place', async () => {
    const [meera, ila] = [await freeMentor(), await student()]
    await answer(mark(ila, meera, 'Go'), 404)
    await session(ila, meera, 'student_absent')
    expect(await answer(mark(ila, meera, 'Go'), 409)).toMatchObject({ code: 'state_conflict' })
    await answer(propose(meera, ila, 'Go'), 409)
    await session(ila, meera)
    await answer(mark(ila, meera, 'Go'), 201)
  })
})

describe('the progress of a student', () => {
  const STATES = ['completed', 'completed', 'student_absent', 'cancelled', 'mentor_absent', 'expired']
  /** Names the history, so that one that failed can be had again. */
  const history = String(Math.random())
  const chance = numbersFor(history)
  const drawn = <T>(from: readonly T[]): T => pick(from, chance)

  /** Something that the two may do. */
  async function happens(ila: Person, teacher: Teacher): Promise<void> {
    await session(ila, teacher, drawn(STATES), 1 + chance() * 20).catch(() => undefined)
    if (chance() < 0.4) {
      // A time at which she meets somebody else already is not agreed.
      const next = await hold(ila, teacher, 1 + Math.floor(chance() * 20)).catch(() => undefined)
      if (next) await shareGoal(ila, next.booking.id, 'A goal', [chance() < 0.5, true], chance() < 0.5)
    }
    if (chance() < 0.5) await mark(ila, teacher, drawn(['Go', 'Rust', 'SQL']))
    if (chance() < 0.5) await propose(teacher, ila, drawn(['Python', 'Rust', 'Figma']))
    if (chance() < 0.3) {
      await api('POST', '/chat/conversations/', { as: ila, body: { with: teacher.mentor_id } })
    }
  }

  it('has the very numbers of the mentor’s row, whatever the two have done', async () => {
    const [ila, ...teachers] = [await student(), await freeMentor(), await freeMentor(), await freeMentor()] as const
    for (let i = 0; i < 9; i++) await happens(ila, drawn(teachers))
    const mine = await progress(ila)
    const sums = { sessions: 0, minutes: 0, learned: 0 }
    for (const teacher of teachers) {
      const [row] = await rows(teacher)
      const same = mine.mentors.find(({ mentor_id }: { mentor_id: string }) => mentor_id === teacher.mentor_id)
      expect([history, same && numbersIn(same)]).toEqual([history, row && numbersIn(row)])
      sums.sessions += row?.sessions ?? 0
      sums.minutes += row?.minutes ?? 0
      sums.learned += row?.learned ?? 0
    }
    expect(mine.totals).toMatchObject(sums)
    expect(mine.weeks).toHaveLength(12)
  }, 60_000)

  it('counts each session in the week of the student’s own calendar', async () => {
    const [meera, ila] = [await freeMentor(), await student({ time_zone: 'Pacific/Auckland' })]
    const booking = await session(ila, meera)
    const last = (await progress(ila)).weeks.at(-1)
    const monday = Date.parse(`${last.from}T00:00:00Z`)
    expect(new Date(monday).getUTCDay()).toBe(1)
    // Sunday evening in London is Monday in Auckland.
    const at = async (start: number) => {
      await env.DB.prepare('update bookings set start_time = ?1, end_time = ?1 + 3600000 where id = ?2')
        .bind(start, booking.id)
        .run()
      return (await progress(ila)).weeks.slice(-2).map(({ sessions }: { sessions: number }) => sessions)
    }
    expect(await at(monday - 10 * 3_600_000)).toEqual([0, 1])
    expect(await at(monday - 14 * 3_600_000)).toEqual([1, 0])
  })

  it('counts goals and steps of one’s own, and nobody else’s', async () => {
    const ila = await student()
    const goal = await answer(api('POST', '/goals/', { as: ila, body: { title: 'A first job' } }), 201)
    await answer(api('POST', `/goals/${goal.id}/steps/`, { as: ila, body: { title: 'CV', done: true } }), 201)
    expect((await progress(ila)).totals).toMatchObject({ goals_open: 1, goals_done: 0, steps_done: 1, mentors: 0 })
    expect((await progress(await student())).totals).toMatchObject({ goals_open: 0, steps_done: 0 })
  })
})
