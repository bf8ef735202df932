import { and, eq, lte, sql, type SQL } from 'drizzle-orm'
import { now } from './clock'
import { unmetered, read, write, type Database, type Statement } from './database'
import type { Environment } from './environment'
import { newId } from './ids'
import { report } from './log'
import { dead_letters, outbox } from './spine.schema'

/** Work that leaves by the same batch as its cause: written here, carried by the queue, swept by cron. */
export interface Task {
  topic: string
  payload: Record<string, unknown>
  due_at?: Date
  /** Stable where one cause must give one task. */
  id?: string
}
export type Worker = (env: Environment, payload: never, attempt: number) => Promise<void>
export type Topics = Record<string, Worker>

/** `when` guards the row: it is written only where the condition holds inside the batch. */
export function post(db: Database, task: Task, at: Date, when?: SQL): Statement {
  const id = task.id ?? newId(at)
  const due = (task.due_at ?? at).getTime()
  return db.run(sql`insert into outbox (id, topic, payload, due_at, created_at)
    select ${id}, ${task.topic}, ${JSON.stringify(task.payload)}, ${due}, ${at.getTime()}
    where ${when ?? sql`true`} on conflict (id) do nothing`)
}

/** Trying again would change nothing: the task is buried at once. `reason` is for whoever wants to act on it. */
export class Hopeless extends Error {
  constructor(
    message: string,
    readonly reason?: string,
  ) {
    super(message)
  }
}

/** Seconds a carried task has before the sweep carries it again. */
const GRACE_SECONDS = 60
const MOST_ATTEMPTS = 8

/** Hands everything due to the queue; the row stays until the work is done. */
export async function drainOutbox(env: Environment): Promise<number> {
  const db = unmetered(env)
  const at = now()
  const due = await read(
    db,
    db
      .update(outbox)
      .set({ due_at: new Date(at.getTime() + GRACE_SECONDS * 1000) })
      .where(sql`${outbox.id} in (select id from outbox where due_at <= ${at.getTime()} order by due_at limit 100)`)
      .returning({ id: outbox.id }),
  )
  if (due.length > 0) await env.WORK.sendBatch(due.map(({ id }) => ({ body: { id } })))
  return due.length
}

/** Does one task. A failure is written down and retried later with back-off, and buried after the last attempt. */
export async function work(env: Environment, topics: Topics, id: string): Promise<void> {
  const db = unmetered(env)
  const [task] = await read(db, db.select().from(outbox).where(eq(outbox.id, id)))
  if (!task) return
  try {
    const worker = topics[task.topic]
    if (!worker) throw new Error(`No worker for ${task.topic}`)
    await worker(env, task.payload as never, task.attempts + 1)
    await write(db, [db.delete(outbox).where(and(eq(outbox.id, id), lte(outbox.attempts, task.attempts)))])
  } catch (error) {
    report('task failed', { topic: task.topic, task: id, attempt: task.attempts + 1 }, error)
    await write(db, setback(db, task, error))
  }
}

function setback(db: Database, task: typeof outbox.$inferSelect, error: unknown): Statement[] {
  const at = now()
  const last_error = error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500)
  const tried = task.attempts + 1
  if (tried < MOST_ATTEMPTS && !(error instanceof Hopeless)) {
    const due_at = new Date(at.getTime() + 2 ** tried * 5000)
    return [db.update(outbox).set({ attempts: tried, last_error, due_at }).where(eq(outbox.id, task.id))]
  }
  const { id, topic, payload, created_at } = task
  return [
    db
      .insert(dead_letters)
      .values({ id, topic, payload, created_at, attempts: tried, last_error, buried_at: at })
      .onConflictDoNothing(),
    db.delete(outbox).where(eq(outbox.id, id)),
  ]
}

/** Messages that the queue itself gave up on: their row, if it is still there, is buried. */
export async function bury(env: Environment, id: string): Promise<void> {
  const db = unmetered(env)
  await write(db, [
    db.run(sql`insert into dead_letters (id, topic, payload, attempts, last_error, created_at, buried_at)
      select id, topic, payload, attempts, last_error, created_at, ${now().getTime()} from outbox where id = ${id}
      on conflict (id) do nothing`),
    db.delete(outbox).where(eq(outbox.id, id)),
  ])
}
