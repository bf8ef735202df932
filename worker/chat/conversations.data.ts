import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { presenceIsHidden } from '../accounts/preferences.data'
import type { Conversation } from '../contract/chat-conversations'
import type { CONVERSATION_FILTERS } from '../contract/chat.constants'
import { nullable, positionOf, shape, type Database, type Statement } from '../lib/database'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { answersIn } from './answers.data'
import { hasBlocked } from './blocks.data'
import { conversation_members, conversations } from './chat.schema'
import { asMentor, asStudent, pairWith } from './memberships.data'
import { seenAt } from './presence.data'
import type { Presence } from './presence.rules'

const ARCHIVED = sql<boolean>`(${conversation_members.archived_seq} is not null
  and ${conversation_members.archived_seq} >= ${conversations.last_seq})`.mapWith(Boolean)
const THE_OTHER = sql`case when ${conversations.mentor_account_id} = ${conversation_members.account_id}
  then ${conversations.student_account_id} else ${conversations.mentor_account_id} end`

const listed = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        id: conversations.id,
        me: conversation_members.account_id,
        mentor_account_id: conversations.mentor_account_id,
        student_account_id: conversations.student_account_id,
        mentor_id: mentors.mentor_id,
        student_id: students.student_id,
        mentor_name: asMentor.name,
        student_name: asStudent.name,
        mentor_picture: nullable(asMentor.picture_url),
        student_picture: nullable(asStudent.picture_url),
        mentor_zone: asMentor.time_zone,
        student_zone: asStudent.time_zone,
        mentor_birth: nullable(asMentor.date_of_birth),
        student_birth: nullable(asStudent.date_of_birth),
        mentor_hides: presenceIsHidden(sql`${asMentor.id}`),
        student_hides: presenceIsHidden(sql`${asStudent.id}`),
        seen_at: seenAt(THE_OTHER),
        answers_in: answersIn(sql`${conversations.mentor_account_id}`),
        last_seq: conversations.last_seq,
        last_sender_id: nullable(conversations.last_sender_id),
        last_preview: nullable(conversations.last_preview),
        last_sent_at: nullable(conversations.last_sent_at),
        unread: conversation_members.unread,
        pinned: conversation_members.pinned,
        muted: conversation_members.muted,
        archived: ARCHIVED,
        blocked_by_me: hasBlocked(me, THE_OTHER),
        blocked_by_other: hasBlocked(THE_OTHER, me),
        created_at: conversations.created_at,
        updated_at: conversation_members.updated_at,
      }),
    )
    .from(conversation_members)
    .innerJoin(conversations, eq(conversations.id, conversation_members.conversation_id))
    .innerJoin(asMentor, eq(asMentor.id, conversations.mentor_account_id))
    .innerJoin(asStudent, eq(asStudent.id, conversations.student_account_id))
    .innerJoin(mentors, eq(mentors.account_id, conversations.mentor_account_id))
    .innerJoin(students, eq(students.account_id, conversations.student_account_id))
    .$dynamic()
    .where(eq(conversation_members.account_id, me))

interface Wanted {
  limit: number
  cursor?: string | undefined
  filter?: (typeof CONVERSATION_FILTERS)[number] | undefined
  q?: string | undefined
}

/** Newest first, one more than the limit. What was put away shows where it is asked for, or looked for. */
export function conversationsOf(db: Database, me: SQL, { limit, cursor, filter, q = '' }: Wanted) {
  const [time, id] = positionOf(cursor) ?? []
  const { updated_at, conversation_id, account_id } = conversation_members
  const behind =
    typeof time === 'number' && typeof id === 'string'
      ? sql`(${updated_at}, ${conversation_id}) < (${time}, ${id})`
      : undefined
  const sought = q.trim()
  const which = filter === undefined ? (sought ? undefined : sql`not ${ARCHIVED}`) : FILTERS[filter]
  return listed(db, me)
    .where(and(eq(account_id, me), behind, which, sought ? speaksOf(sought) : undefined))
    .orderBy(desc(updated_at), desc(conversation_id))
    .limit(limit + 1)
}

const FILTERS: Record<NonNullable<Wanted['filter']>, SQL> = {
  unread: sql`${conversation_members.unread} > 0`,
  pinned: sql`not ${ARCHIVED} and ${conversation_members.pinned} = 1`,
  archived: ARCHIVED,
  mentors: sql`not ${ARCHIVED} and ${conversations.student_account_id} = ${conversation_members.account_id}`,
  students: sql`not ${ARCHIVED} and ${conversations.mentor_account_id} = ${conversation_members.account_id}`,
}

/** In the name of the other one, the last message, or what their sessions are called. */
const speaksOf = (q: string): SQL => {
  const holds = (text: SQL) => sql`instr(lower(${text}), lower(${q})) > 0`
  const name = sql`case when ${conversations.mentor_account_id} = ${conversation_members.account_id}
    then ${asStudent.name} else ${asMentor.name} end`
  return sql`(${holds(name)} or ${holds(sql`coalesce(${conversations.last_preview}, '')`)} or exists (
    select 1 from bookings where bookings.mentor_account_id = ${conversations.mentor_account_id}
      and bookings.student_account_id = ${conversations.student_account_id} and ${holds(sql`bookings.offer_title`)}))`
}

/** My conversation with the holder of a display id, if there is one. */
export const conversationWith = (db: Database, me: SQL | string, display_id: string) =>
  listed(db, me).where(and(eq(conversation_members.account_id, me), eq(conversations.pair, pairWith(me, display_id))))

/** One of mine, as the list shows it. */
export const conversationById = (db: Database, me: SQL | string, id: string) =>
  listed(db, me).where(and(eq(conversation_members.account_id, me), eq(conversation_members.conversation_id, id)))

export const chooseFor = (
  db: Database,
  me: string,
  conversation_id: string,
  {
    archived,
    ...choices
  }: { pinned?: boolean | undefined; muted?: boolean | undefined; archived?: boolean | undefined },
): Statement =>
  db
    .update(conversation_members)
    .set({
      ...choices,
      ...(archived !== undefined && {
        archived_seq: archived ? sql`(select last_seq from conversations where id = ${conversation_id})` : null,
      }),
    })
    .where(and(eq(conversation_members.conversation_id, conversation_id), eq(conversation_members.account_id, me)))

export type ConversationRow = Awaited<ReturnType<typeof conversationsOf>>[number]

/** The other one's presence is looked up beside it. */
export function conversationFrom(row: ConversationRow, presence: Presence): Conversation {
  const iAmMentor = row.me === row.mentor_account_id
  return {
    id: row.id,
    mentor_id: row.mentor_id,
    student_id: row.student_id,
    other: iAmMentor
      ? {
          account_id: row.student_account_id,
          display_id: row.student_id,
          role: 'student',
          name: row.student_name,
          picture_url: row.student_picture,
          time_zone: row.student_zone,
          ...presence,
          answers_in: null,
        }
      : {
          account_id: row.mentor_account_id,
          display_id: row.mentor_id,
          role: 'mentor',
          name: row.mentor_name,
          picture_url: row.mentor_picture,
          time_zone: row.mentor_zone,
          ...presence,
          answers_in: row.answers_in,
        },
    last_message:
      row.last_sender_id !== null && row.last_sent_at
        ? {
            seq: row.last_seq,
            sender_id: row.last_sender_id,
            preview: row.last_preview ?? '',
            sent_at: row.last_sent_at.toISOString(),
          }
        : null,
    last_seq: row.last_seq,
    unread: row.unread,
    pinned: row.pinned,
    muted: row.muted,
    archived: row.archived,
    blocked: row.blocked_by_me ? 'by_me' : row.blocked_by_other ? 'by_other' : null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
