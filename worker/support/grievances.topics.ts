import { read, unmetered } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Topics } from '../lib/outbox'
import { sendLetter } from '../notifications/letters'
import { grievanceWith, type GrievanceRow } from './grievances.data'
import { grievanceToken } from './grievances.token'
import { STRANGER } from './stranger'

/** Nobody where the complaint was erased meanwhile. */
async function grievanceToMail(env: Environment, id: string): Promise<GrievanceRow | undefined> {
  const db = unmetered(env)
  const [row] = await read(db, grievanceWith(db, id))
  return row?.email ? row : undefined
}

const pathOf = async (env: Environment, id: string): Promise<string> =>
  `/grievances/status?token=${await grievanceToken(env, id)}`
const zoneOf = (row: GrievanceRow): string => row.time_zone ?? STRANGER.time_zone

async function mailReceipt(env: Environment, { id }: { id: string }): Promise<void> {
  const row = await grievanceToMail(env, id)
  if (!row) return
  const to = { ...STRANGER, time_zone: zoneOf(row), email: row.email }
  const clocks = { acknowledge_by: row.acknowledge_by.toISOString(), resolve_by: row.resolve_by.toISOString() }
  const data = { reference: row.reference, ...clocks, path: await pathOf(env, id) }
  await sendLetter(env, { id, kind: 'grievance_received', to, data })
}

async function mailAcknowledgement(env: Environment, { id }: { id: string }): Promise<void> {
  const row = await grievanceToMail(env, id)
  if (!row) return
  const to = { name: row.name, time_zone: zoneOf(row), email: row.email }
  const data = { reference: row.reference, resolve_by: row.resolve_by.toISOString(), path: await pathOf(env, id) }
  await sendLetter(env, { id: `${id}:acknowledged`, kind: 'grievance_acknowledged', to, data })
}

async function mailResolution(env: Environment, { id }: { id: string }): Promise<void> {
  const row = await grievanceToMail(env, id)
  if (!row) return
  const to = { name: row.name, time_zone: zoneOf(row), email: row.email }
  const data = { reference: row.reference, staff_words: row.resolution ?? '', path: await pathOf(env, id) }
  await sendLetter(env, { id: `${id}:resolved`, kind: 'grievance_resolved', to, data })
}

export const grievanceTopics: Topics = {
  grievance_received: mailReceipt,
  grievance_acknowledged: mailAcknowledgement,
  grievance_resolved: mailResolution,
}
