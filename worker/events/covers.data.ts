import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Statement } from '../lib/database'
import { events } from './events.schema'

const awaiting = (organizer: string, source: string) =>
  and(
    eq(events.organizer_account_id, organizer),
    eq(events.cover_source, source),
    isNull(events.cover_image),
    isNull(events.cover_fault),
  )

/** The events of somebody that wait for a copy of this picture. */
export const awaitingCover = (db: Database, organizer: string, source: string) =>
  db.select({ id: events.id }).from(events).where(awaiting(organizer, source)).limit(1)

export const showCover = (db: Database, organizer: string, source: string, address: string): Statement =>
  db.update(events).set({ cover_image: address, cover_source: null }).where(awaiting(organizer, source))

export const refuseCover = (db: Database, organizer: string, source: string, fault: string): Statement =>
  db.update(events).set({ cover_fault: fault }).where(awaiting(organizer, source))
