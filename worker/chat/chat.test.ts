import { beforeAll, describe, expect, it } from 'vitest'
import { answer, api, eventually, hold, mentor, student, type Person, type Teacher } from '../test/world'
import { connect } from '../test/peer'

let asha: Person
let mira: Teacher
const open = (as: Person, display_id: string) => api('POST', '/chat/conversations/', { as, body: { with: display_id } })
const say = (as: Person, conversation_id: string, content: string) =>
  answer(
    api('POST', '/chat/messages/', { as, body: { conversation_id, client_id: crypto.randomUUID(), content } }),
    201,
  )
const listOf = async (as: Person) => (await answer(api('GET', '/chat/conversations/', { as }), 200)).items

beforeAll(async () => {
  ;[asha, mira] = [await student(), await mentor()]
})

describe('opening a conversation', () => {
  it('makes it once for a pair, whoever asks', async () => {
    const made = await answer(open(asha, mira.mentor_id), 201)
    expect(made).toMatchObject({
      mentor_id: mira.mentor_id,
      student_id: asha.user.student_id,
      last_message: null,
      unread: 0,
    })
    expect(made.other).toMatchObject({ account_id: mira.user.id, role: 'mentor', display_id: mira.mentor_id })
    expect((await answer(open(asha, mira.mentor_id), 200)).id).toBe(made.id)
    expect((await answer(open(mira, asha.user.student_id), 200)).id).toBe(made.id)
  })

  it('from ten tabs at once makes one', async () => {
    const newcomer = await student()
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(newcomer, mira.mentor_id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const ids = await Promise.all(answers.map(async (response) => (await response.json<{ id: string }>()).id))
    expect(new Set(ids).size).toBe(1)
  })

  it('is a mentor’s right only towards students with a booking', async () => {
    const newcomer = await student()
    const missing = await answer(open(mira, 'S999999'), 404)
    const stranger = await answer(open(mira, newcomer.user.student_id), 404)
    expect({ ...stranger, request_id: '' }).toEqual({ ...missing, request_id: '' })
    await hold(newcomer, mira)
    await answer(open(mira, newcomer.user.student_id), 201)
  })

  it('leads to no mentor who is not listed, and not to oneself', async () => {
    const applicant = await answer(
      api('POST', '/auth/mentor/register/', {
        body: { name: 'New', email: 'new-mentor@example.com', password: 'correct horse 1', accepted_terms: true },
        headers: { 'cf-connecting-ip': '10.200.1.1' },
      }),
      201,
    )
    await answer(open(asha, applicant.mentor_id), 404)
    await answer(open(mira, mira.mentor_id), 404)
    await answer(open(mira, mira.user.student_id), 404)
    await answer(open(asha, 'X1'), 422)
  })
})

describe('the list', () => {
  it('shows the last message and counts what is unread, within a second', async () => {
    const newcomer = await student()
    const { id } = await answer(open(newcomer, mira.mentor_id), 201)
    await say(newcomer, id, 'First')
    await say(newcomer, id, `Second\n${'long '.repeat(100)}`)
    const shown = await eventually(async () =>
      (await listOf(mira)).find((one: any) => one.id === id && one.last_seq === 2),
    )
    expect(shown).toMatchObject({ unread: 2, last_message: { seq: 2, sender_id: newcomer.user.id } })
    expect(shown.last_message.preview).toMatch(/^Second long .{100,}…$/)
    expect((await listOf(newcomer))[0]).toMatchObject({ id, unread: 0 })

    const reader = await connect(`/conversations/${id}/`, mira)
    reader.send({ type: 'read', seq: 1 })
    await eventually(async () => (await listOf(mira)).some((one: any) => one.id === id && one.unread === 1))
    reader.say('My own words')
    await eventually(async () =>
      (await listOf(mira)).some((one: any) => one.id === id && one.last_seq === 3 && one.unread === 1),
    )
    reader.send({ type: 'read', seq: 3 })
    await eventually(async () => (await listOf(mira)).some((one: any) => one.id === id && one.unread === 0))
  })

  it('has the one that was touched last on top, and pages without repeating', async () => {
    const busy = await mentor()
    const ids: string[] = []
    for (let i = 0; i < 5; i++) {
      const someone = await student()
      ids.unshift((await answer(open(someone, busy.mentor_id), 201)).id)
      await say(someone, ids[0]!, `Hello ${i}`)
    }
    await eventually(async () => (await listOf(busy)).every((one: any) => one.last_seq === 1))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: any = await answer(
        api('GET', `/chat/conversations/?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { as: busy }),
        200,
      )
      seen.push(...page.items.map((one: any) => one.id))
      cursor = page.next_cursor
    }
    expect(seen).toEqual(ids)
  })
})

describe('messages', () => {
  it('are read in pages before and after one, ascending', async () => {
    const newcomer = await student()
    const { id } = await answer(open(newcomer, mira.mentor_id), 201)
    expect(await answer(api('GET', `/chat/messages/${id}/`, { as: newcomer }), 200)).toEqual({
      items: [],
      next_cursor: null,
    })
    await say(newcomer, id, '1')
    for (let i = 2; i <= 7; i++) await say(mira, id, `${i}`)
    const page = async (query: string) => {
      const { items, next_cursor } = await answer(api('GET', `/chat/messages/${id}/?${query}`, { as: newcomer }), 200)
      return { texts: items.map((message: any) => message.content).join(''), next_cursor }
    }
    expect(await page('limit=3')).toMatchObject({ texts: '567' })
    expect(await page('limit=3&before_seq=5')).toMatchObject({ texts: '234' })
    expect(await page('limit=3&after_seq=4')).toEqual({ texts: '567', next_cursor: null })
    const { next_cursor } = await page('limit=3&after_seq=0')
    expect(await page(`limit=3&cursor=${encodeURIComponent(next_cursor)}`)).toMatchObject({ texts: '456' })
    await answer(api('GET', `/chat/messages/${id}/?before_seq=2&after_seq=1`, { as: newcomer }), 422)
  })

  it('do not exist for somebody else, byte for byte like missing ones', async () => {
    const { id } = await answer(open(asha, mira.mentor_id), 200)
    const outsider = await student()
    await say(asha, id, 'Between us')
    const read = (of: string) => answer(api('GET', `/chat/messages/${of}/`, { as: outsider }), 404)
    const send = (of: string) =>
      answer(
        api('POST', '/chat/messages/', {
          as: outsider,
          body: { conversation_id: of, client_id: 'intruder', content: 'Hi' },
        }),
        404,
      )
    const request_id = ''
    expect({ ...(await read(id)), request_id }).toEqual({ ...(await read('nowhere')), request_id })
    expect({ ...(await send(id)), request_id }).toEqual({ ...(await send('nowhere')), request_id })
    const { items } = await answer(api('GET', `/chat/messages/${id}/`, { as: asha }), 200)
    expect(items.map((message: any) => message.content)).toEqual(['Between us'])
  })
})
