import { and, desc, eq, lt } from 'drizzle-orm'
import { pageFrom, positionOf, read, type Database } from '../lib/database'
import { mailbox } from '../notifications/notifications.schema'

type Row = typeof mailbox.$inferSelect
export type Letter = Omit<Row, 'recipient'> & { to: string; links: string[] }

interface Wish {
  to?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** What would have been sent, newest first. */
export async function lettersTo(db: Database, { to, limit, cursor }: Wish) {
  const before = positionOf(cursor)?.[0]
  const rows = await read(
    db,
    db
      .select()
      .from(mailbox)
      .where(and(to ? eq(mailbox.recipient, to) : undefined, before ? lt(mailbox.id, String(before)) : undefined))
      .orderBy(desc(mailbox.id))
      .limit(limit + 1),
  )
  const letters = pageFrom(rows, limit, (last) => [last.id])
  return { ...letters, items: letters.items.map(letterOf) }
}

const letterOf = ({ recipient, ...row }: Row): Letter => ({ ...row, to: recipient, links: linksIn(row) })

/** Every address in the letter, once, in the order of the text. */
const linksIn = ({ text, html }: Pick<Row, 'text' | 'html'>): string[] => [
  ...new Set([
    ...(text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []),
    ...Array.from(html.matchAll(/href="(https?:[^"]+)"/g), ([, link = '']) => link.replaceAll('&amp;', '&')),
  ]),
]
