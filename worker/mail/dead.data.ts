import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { positionOf, type Database, type Statement } from '../lib/database'
import { dead_letters } from '../lib/spine.schema'

/** The tasks that send mail. */
export const TOPICS = [
  'notification_mail',
  'guardian_notice',
  'message_digest',
  'email_verification',
  'email_change',
  'email_change_notice',
  'password_reset',
  'set_password',
  'guardian_request',
  'google_link',
  'company_email_proof',
  'contact_received',
  'contact_reply',
  'grievance_received',
  'grievance_acknowledged',
  'grievance_resolved',
  'newsletter_confirm',
  'newsletter_welcome',
]
const isMail = inArray(dead_letters.topic, TOPICS)

const shown = {
  id: dead_letters.id,
  topic: dead_letters.topic,
  attempts: dead_letters.attempts,
  last_error: dead_letters.last_error,
  created_at: dead_letters.created_at,
  buried_at: dead_letters.buried_at,
}

/** The newest first. */
export function deadMails(db: Database, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [time, id] = positionOf(cursor) ?? []
  const before =
    typeof time === 'number' && typeof id === 'string'
      ? sql`(${dead_letters.buried_at}, ${dead_letters.id}) < (${time}, ${id})`
      : undefined
  return db
    .select(shown)
    .from(dead_letters)
    .where(and(isMail, before))
    .orderBy(desc(dead_letters.buried_at), desc(dead_letters.id))
    .limit(limit + 1)
}

export const deadMail = (db: Database, id: string) =>
  db
    .select(shown)
    .from(dead_letters)
    .where(and(isMail, eq(dead_letters.id, id)))

/** Back into the outbox under the id it had: two who ask at once bring back one task. */
export const revive = (db: Database, id: string, at: Date): Statement[] => [
  db.run(sql`insert into outbox (id, topic, payload, due_at, created_at)
    select id, topic, payload, ${at.getTime()}, created_at from dead_letters where id = ${id} on conflict (id) do nothing`),
  db.delete(dead_letters).where(eq(dead_letters.id, id)),
]
