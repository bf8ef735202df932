import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { moveClock, now } from './clock'
import { unmetered, write } from './database'
import { drainOutbox, Hopeless, post, work, type Task, type Topics } from './outbox'

const db = unmetered(env)
const rows = async (table: string) =>
  (await env.DB.prepare(`select * from ${table}`).all<Record<string, unknown>>()).results
const put = (task: Task, when = sql`true`) => write(db, [post(db, task, now(), when)])

let done: unknown[]
const topics: Topics = {
  write_down: async (_, payload) => void done.push(payload),
  fail_always: async () => {
    throw new Error('the provider is away')
  },
  fail_for_good: async () => {
    throw new Hopeless('nobody lives there')
  },
}

beforeEach(async () => {
  done = []
  await env.DB.batch([env.DB.prepare('delete from outbox'), env.DB.prepare('delete from dead_letters')])
})

it('does a task once and forgets it', async () => {
  await put({ id: 'task-1', topic: 'write_down', payload: { n: 1 } })
  await work(env, topics, 'task-1')
  await work(env, topics, 'task-1')
  expect(done).toEqual([{ n: 1 }])
  expect(await rows('outbox')).toEqual([])
})

it('writes a task only where its guard holds, and one cause once', async () => {
  await put({ id: 'guarded', topic: 'write_down', payload: {} }, sql`1 = 2`)
  await put({ id: 'twice', topic: 'write_down', payload: {} })
  await put({ id: 'twice', topic: 'write_down', payload: { other: true } })
  expect((await rows('outbox')).map(({ id, payload }) => [id, payload])).toEqual([['twice', '{}']])
})

it('tries again with growing pauses and buries what never works, with its reason', async () => {
  await put({ id: 'unlucky', topic: 'fail_always', payload: { mail: 1 } })
  const pauses: number[] = []
  for (let attempt = 1; attempt <= 8; attempt++) {
    const at = now().getTime()
    await work(env, topics, 'unlucky')
    const [row] = await rows('outbox')
    if (row) pauses.push(Math.round((Number(row.due_at) - at) / 5000))
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128])
  expect(await rows('outbox')).toEqual([])
  expect(await rows('dead_letters')).toMatchObject([
    { id: 'unlucky', topic: 'fail_always', payload: '{"mail":1}', attempts: 8, last_error: 'the provider is away' },
  ])
})

it('buries at once what no further try would change', async () => {
  await put({ id: 'hopeless', topic: 'fail_for_good', payload: {} })
  await work(env, topics, 'hopeless')
  expect(await rows('outbox')).toEqual([])
  expect(await rows('dead_letters')).toMatchObject([{ attempts: 1, last_error: 'nobody lives there' }])
})

it('buries a task that nobody knows how to do', async () => {
  await put({ id: 'strange', topic: 'unheard_of', payload: {} })
  for (let attempt = 1; attempt <= 8; attempt++) await work(env, topics, 'strange')
  expect(await rows('dead_letters')).toMatchObject([{ last_error: 'No worker for unheard_of' }])
})

it('hands a task over again when a minute passed and it is still there', async () => {
  await put({ topic: 'write_down', payload: {} })
  await put({ topic: 'write_down', payload: {}, due_at: new Date(now().getTime() + 3_600_000) })
  expect(await drainOutbox(env)).toBe(1)
  expect(await drainOutbox(env)).toBe(0)
  await env.DB.prepare("update outbox set topic = 'lost'").run()
  await moveClock(env, new Date(now().getTime() + 61_000))
  expect(await drainOutbox(env)).toBe(1)
})
