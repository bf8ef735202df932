import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../lib/database'
import { newsletter_issues } from './newsletter.schema'

const line = {
  id: newsletter_issues.id,
  slug: newsletter_issues.slug,
  subject: newsletter_issues.subject,
  sent_at: newsletter_issues.sent_at,
}
const isSent = isNotNull(newsletter_issues.sent_at)

/** What was sent, the latest first, one more than asked. */
export const issues = (db: Database, after: (string | number | null)[] | undefined, limit: number) =>
  db
    .select(line)
    .from(newsletter_issues)
    .where(
      and(
        isSent,
        after ? sql`(${newsletter_issues.sent_at}, ${newsletter_issues.id}) < (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(newsletter_issues.sent_at), desc(newsletter_issues.id))
    .limit(limit + 1)

export const issueCalled = (db: Database, slug: string) =>
  db
    .select({ ...line, text: newsletter_issues.text })
    .from(newsletter_issues)
    .where(and(eq(newsletter_issues.slug, slug), isSent))
