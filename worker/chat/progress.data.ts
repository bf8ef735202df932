import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Message } from '../contract/chat'
import type { Database, Statement } from '../lib/database'
import { summaryOf } from './chat.rules'
import { conversation_members, conversations } from './chat.schema'

/** 1 where a person does not want to be told of this conversation. */
export const isMutedFor = (conversation_id: string, person: string): SQL =>
  sql`exists (select 1 from conversation_members
    where conversation_id = ${conversation_id} and account_id = ${person} and muted)`

/** What the object tells the registry; everything moves forward only, so repeating it changes nothing. */
export const registerProgress = (
  db: Database,
  conversation_id: string,
  last: Message | undefined,
  members: { account_id: string; read_seq: number; unread: number }[],
): Statement[] => {
  const sent_at = new Date(last?.sent_at ?? 0)
  const moved = last && {
    last_seq: last.seq,
    last_sender_id: last.sender_id,
    last_preview: summaryOf(last),
    last_sent_at: sent_at,
    updated_at: sent_at,
  }
  return [
    ...(moved
      ? [
          db
            .update(conversations)
            .set(moved)
            .where(
              and(
                eq(conversations.id, conversation_id),
                sql`(${conversations.last_seq} < ${moved.last_seq} or (${conversations.last_seq} = ${moved.last_seq}
                  and ${conversations.last_preview} is not ${moved.last_preview}))`,
              ),
            ),
        ]
      : []),
    ...members.map(({ account_id, read_seq, unread }) =>
      db
        .update(conversation_members)
        .set({
          read_seq: sql`max(${conversation_members.read_seq}, ${read_seq})`,
          unread,
          updated_at: sql`max(${conversation_members.updated_at}, ${sent_at.getTime()})`,
        })
        .where(
          and(
            eq(conversation_members.conversation_id, conversation_id),
            eq(conversation_members.account_id, account_id),
          ),
        ),
    ),
  ]
}
