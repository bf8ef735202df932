import { now } from '../lib/clock'
import { read, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Jobs } from '../lib/jobs'
import { drainOutbox } from '../lib/outbox'
import * as data from './judging.data'
import { meetingOf } from './meeting'
import { verdictOf, type Presence } from './meetings.rules'

/** So many at once, and so many rounds of them in one run: what is left over waits for the next minute. */
const AT_ONCE = 20
const ROUNDS = 25

export const meetingJobs: Jobs = {
  /** Says of sessions that are over whether they took place (H1). */
  judge_sessions: async (env) => {
    const db = unmetered(env)
    let judged = 0
    for (let round = 0; round < ROUNDS; round++) {
      const due = await read(db, data.sessionsToJudge(db, now(), AT_ONCE))
      if (due.length === 0) break
      judged += await judgeAll(env, db, due)
    }
    if (judged > 0) await drainOutbox(env)
    return judged
  },
}

async function judgeAll(env: Environment, db: Database, due: data.Due[]): Promise<number> {
  const at = now()
  const rows = await read(
    db,
    data.bookingsNamed(
      db,
      due.map(({ id }) => id),
    ),
  )
  const seen = new Map(await Promise.all(due.map(async (one) => [one.id, await seenIn(env, one)] as const)))
  const verdicts = rows.map((row) => ({ row, verdict: verdictOf(row, presencesOf(seen.get(row.id), row), at) }))
  await write(
    db,
    verdicts.flatMap(({ row, verdict }) => (verdict === undefined ? [] : data.judge(db, row, verdict, at))),
  )
  return verdicts.length
}

/** The room itself is asked where D1 has not seen both: only it knows for how long somebody waited. */
const seenIn = async (env: Environment, { both_there, room_id }: data.Due) =>
  both_there ? 'both' : meetingOf(env, room_id).settle()

type Seen = Awaited<ReturnType<typeof seenIn>> | undefined
type Row = Awaited<ReturnType<typeof data.bookingsNamed>>[number]

function presencesOf(seen: Seen, row: Row): Presence[] {
  if (seen === undefined) return []
  const there = { joined_at: row.start_time, left_at: row.end_time }
  if (seen === 'both') return [true, false].map((is_mentor) => ({ is_mentor, ...there }))
  return seen
    .filter(({ account_id }) => account_id === row.mentor_account_id || account_id === row.student_account_id)
    .map(({ is_mentor, joined_at, left_at }) => ({
      is_mentor,
      joined_at: new Date(joined_at),
      left_at: left_at === null ? null : new Date(left_at),
    }))
}
