import { env, listDurableObjectIds, runInDurableObject } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { advance, rows } from '../payments/desk'
import { answer, api, type Person } from '../test/world'
import { FORMER_MEMBER } from './belongings.data'
import { EMAIL, exported, live, NAME, type Life } from './life'

const DAY = 86_400
/** Her name and address, also as an index of words keeps them. */
const TRACES = [NAME, EMAIL, EMAIL.toLowerCase(), 'quillfeather', 'zephyrine']

/** Anything that a cell or an object holds, as text: bytes character by character. */
const textOf = (value: unknown): string =>
  Array.isArray(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? Array.from(value instanceof ArrayBuffer ? new Uint8Array(value) : (value as ArrayLike<number>), (byte) =>
        String.fromCharCode(byte),
      ).join('')
    : String(value)

type Rows = Record<string, unknown>[]
const tracesIn = (place: string, found: Rows): string[] => {
  const all = found.map((row) => Object.values(row).map(textOf).join('\n')).join('\n')
  return TRACES.filter((trace) => all.includes(trace)).map((trace) => `${trace} in ${place}`)
}

const TABLES = "select name from sqlite_master where type = 'table' and name not glob '_cf_*'"

async function tracesInTables(): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await rows<{ name: string }>(TABLES)) {
    // What was mailed to others has left the house; the farewell is the one letter to her that stays in the mailbox.
    const where = name === 'mailbox' ? ` where recipient = '${EMAIL}' and kind <> 'account_erased'` : ''
    found.push(...tracesIn(name, await rows(`select * from "${name}"${where}`)))
  }
  return found
}

async function tracesInObjects(): Promise<string[]> {
  const found: string[] = []
  for (const namespace of [env.CONVERSATION, env.INBOX, env.MEETING] as unknown as DurableObjectNamespace[]) {
    for (const id of await listDurableObjectIds(namespace)) {
      await runInDurableObject(namespace.get(id), (_, { storage: { sql } }) => {
        for (const { name } of sql.exec<{ name: string }>(TABLES).toArray())
          found.push(...tracesIn(`object ${name}`, sql.exec(`select * from "${name}"`).toArray()))
      })
    }
  }
  return found
}

async function tracesInFiles(account_id: string): Promise<string[]> {
  const { objects } = await env.FILES.list()
  const bodies = await Promise.all(
    objects.map(async ({ key }) => ({ key, body: await (await env.FILES.get(key))!.arrayBuffer() })),
  )
  const keys = objects.map(({ key }) => key).filter((key) => key.includes(account_id))
  return [...keys, ...tracesIn('files', bodies)]
}

let life: Life
let pictures: string[]
/** Sessions live for 30 days; who comes back later signs in again. */
const signIn = async (who: Person): Promise<Person> => {
  const body = { email: who.email, password: who.password }
  return { ...who, token: (await answer(api('POST', '/auth/login/', { body }), 200)).token }
}

beforeAll(async () => {
  life = await live()
  await exported(life.zephyrine)
  pictures = (await env.FILES.list({ prefix: 'files/' })).objects.map(({ key }) => key)
  const body = { password: life.zephyrine.password, reason: `I am ${NAME} and I move on` }
  await answer(api('POST', '/account/closing/', { as: life.zephyrine, body }), 200)
}, 60_000)

describe('an account whose grace is over', () => {
  it('was everywhere, and is as it was until the last day of the grace', async () => {
    await advance(29 * DAY)
    const tables = await tracesInTables()
    for (const table of ['accounts', 'account_closings', 'notifications', 'bookings', 'files', 'identities', 'mailbox'])
      expect(tables.map((trace) => trace.split(' in ')[1])).toContain(table)
    expect(tables).toContain('zephyrine in mentor_search_data')
    expect(tables).toContain('zephyrine in event_search_data')
    expect(await tracesInObjects()).toEqual(
      expect.arrayContaining([`${NAME} in object members`, `${EMAIL} in object messages`]),
    )
    expect(pictures.length).toBeGreaterThan(1)
    const [row] = await rows<{ name: string }>('select name from accounts where id = ?', life.zephyrine.user.id)
    expect(row?.name).toBe(NAME)
  })

  it('leaves its address in no table, no object and no file, and its name on invoices alone, which the law wants', async () => {
    await advance(2 * DAY)
    await advance(0)
    expect(await tracesInTables()).toEqual([`${NAME} in invoices`])
    expect(await tracesInObjects()).toEqual([])
    expect(await tracesInFiles(life.zephyrine.user.id)).toEqual([])
    for (const key of pictures) expect([key, await env.FILES.head(key)]).toEqual([key, null])
  })

  it('says so in one last mail', async () => {
    const letters = await rows('select kind, text from mailbox where recipient = ?', EMAIL)
    expect(letters).toMatchObject([{ kind: 'account_erased' }])
    expect(letters[0]?.text).not.toContain(NAME)
  })

  it('stays a former member to the others, with what was said and paid', async () => {
    const [ila, ravi] = [await signIn(life.ila), await signIn(life.ravi)]
    const { items } = await answer(api('GET', `/chat/messages/${life.conversation}/`, { as: ila }), 200)
    const said = items.filter(({ kind }: any) => kind === 'text')
    expect(said.map(({ content }: any) => content)).toEqual([
      'A secret of mine: I am afraid of exams',
      'Write to me at … any time',
      'I wrote to … just now',
    ])
    const conversations = await answer(api('GET', '/chat/conversations/', { as: ila }), 200)
    expect(conversations.items[0].other.name).toBe(FORMER_MEMBER)
    const sessions = await answer(api('GET', '/bookings/?when=past', { as: ravi }), 200)
    expect(sessions.items).toMatchObject([{ student: { name: FORMER_MEMBER, picture_url: null }, answers: {} }])
    const notices = await answer(api('GET', '/notifications/?limit=100', { as: ila }), 200)
    expect(notices.items.some(({ message }: any) => message.includes(FORMER_MEMBER))).toBe(true)
    const [order] = await rows(
      "select count(*) as n from orders where payer_id = ? and state <> 'created'",
      life.zephyrine.user.id,
    )
    expect(order?.n).toBe(1)
    const [lines] = await rows('select sum(amount_minor) as total from ledger_lines')
    expect(lines?.total).toBe(0)
  })

  it('cannot be signed in to, and its address is free for a new one', async () => {
    const body = { email: EMAIL, password: life.zephyrine.password }
    await answer(api('POST', '/auth/login/', { body }), 401)
    await answer(api('POST', '/auth/login/', { body: { id: life.zephyrine.mentor_id, password: body.password } }), 401)
    await answer(api('GET', `/mentors/${life.zephyrine.mentor_id}/`), 404)
    await answer(
      api('POST', '/auth/student/register/', { body: { ...body, name: 'Somebody new', accepted_terms: true } }),
      201,
    )
  })

  it('is erased once: the job finds nothing more to do', async () => {
    expect(await rows('select 1 from account_closings')).toEqual([])
    expect(await rows("select topic, last_error from outbox where topic = 'erase_account'")).toEqual([])
    expect(await rows('select 1 from dead_letters')).toEqual([])
  })
})
