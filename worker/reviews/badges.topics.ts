import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import * as data from './badges.data'
import { earned } from './badges.rules'

/** So many mentors are looked at in one task; the next one takes the next. */
const AT_ONCE = 50

/** Gives and takes the badges of the next mentors; answers how many changed hands. */
export async function judgeBadges(env: Environment, after: number): Promise<number> {
  const db = unmetered(env)
  const at = now()
  const rows = await read(db, data.standingsBeyond(db, after, at, AT_ONCE))
  const changes = rows.flatMap(({ account_id, held, ...counts }) => {
    const due = earned(counts)
    return [
      ...due
        .filter((badge) => !held.includes(badge))
        .map((badge) => data.giveBadge(db, { account_id, badge, now: at })),
      ...held
        .filter((badge) => !due.includes(badge))
        .map((badge) => data.takeBadge(db, { account_id, badge, now: at })),
    ]
  })
  const last = rows.length === AT_ONCE ? rows.at(-1) : undefined
  const next = last ? [post(db, { topic: 'judge_badges', payload: { after: last.number } }, at)] : []
  const statements = [...changes.flat(), ...next]
  if (statements.length > 0) await write(db, statements)
  if (statements.length > 0) await drainOutbox(env)
  return changes.length
}

export const badgeTopics: Topics = {
  judge_badges: async (env, { after }: { after: number }) => void (await judgeBadges(env, after)),
}
