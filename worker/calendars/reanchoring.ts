import type { ZoneData } from '../contract/zone'
import { now } from '../lib/clock'
import { read, unmetered, write, type Database } from '../lib/database'
import type { Environment } from '../lib/environment'
import { drainOutbox } from '../lib/outbox'
import * as data from './reanchoring.data'
import { anchoredAt, inOrder, type Shift } from './reanchoring.rules'

const AT_ONCE = 500

/**
 * Time-zone data is ours and changes with the rules of countries. What two people agreed is a time of day in a zone, so a
 * session ahead keeps that and its instant moves (B8). What would run into another session stays, and a person is asked.
 */
export async function reanchorSessions(env: Environment, zones: ZoneData): Promise<number> {
  const db = unmetered(env)
  const at = now()
  let waiting = await shiftsAhead(db, zones, at)
  let moved = 0
  // What stood in the way may itself have moved, so whoever was blocked tries again while anybody gets on.
  for (let blocked: Shift[] = []; waiting.length > 0; waiting = blocked) {
    blocked = []
    for (const shift of inOrder(waiting)) if (!(await moves(db, shift, zones, at))) blocked.push(shift)
    moved += waiting.length - blocked.length
    if (blocked.length < waiting.length) continue
    for (const shift of blocked) await leave(db, shift, zones.version, at)
    break
  }
  await write(db, [data.settleEdition(db, zones.version, at)])
  await drainOutbox(env)
  return moved
}

/** Looks through the sessions ahead; those that stay where they are are of this edition from now on. */
async function shiftsAhead(db: Database, zones: ZoneData, at: Date): Promise<Shift[]> {
  const shifts = new Map<string, Shift>()
  for (let after: [number, string] = [0, '']; ;) {
    const rows = await read(db, data.ofOtherEditions(db, { version: zones.version, now: at, after, most: AT_ONCE }))
    for (const { id, room_id, time_zone, wall_time, start_time } of rows) {
      const start = start_time.getTime()
      const by = zones.has(time_zone) ? anchoredAt(zones.zone(time_zone), wall_time, start) - start : 0
      if (!shifts.has(room_id)) shifts.set(room_id, { room_id, anchor_id: id, start, by })
    }
    const same = rows.filter(({ room_id }) => shifts.get(room_id)?.by === 0).map(({ id }) => id)
    if (same.length > 0) await write(db, [data.confirmEdition(db, same, zones.version)])
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return [...shifts.values()].filter(({ by }) => by !== 0)
    after = [last.start_time.getTime(), last.id]
  }
}

async function moves(db: Database, shift: Shift, zones: ZoneData, at: Date): Promise<boolean> {
  if (shift.start + shift.by <= at.getTime()) return false
  const seats = await read(db, data.seatsOf(db, shift.room_id))
  const moved = (await write(db, data.moveRoom(db, seats, shift, zones, at))).at(-1)
  return Array.isArray(moved) && moved.length > 0
}

async function leave(db: Database, shift: Shift, version: string, at: Date): Promise<void> {
  const [found] = await read(db, data.blockerOf(db, shift, at))
  const isPast = shift.start + shift.by <= at.getTime()
  if (!isPast && !found?.id) return
  const seats = await read(db, data.seatsOf(db, shift.room_id))
  await write(db, data.reportClash(db, seats, { shift, version, beside: found?.id ?? 'the past', now: at }))
}
