import { and, desc, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { accounts, sessions } from '../accounts/accounts.schema'
import { isMinor } from '../accounts/age.rules'
import { hasConsent } from '../guardians/guardians.data'
import { presenceIsHidden } from '../accounts/preferences.data'
import type { Conversation, Message } from '../contract/chat'
import type { CONVERSATION_FILTERS } from '../contract/chat.constants'
import { nullable, positionOf, shape, type Database, type Statement } from '../lib/database'
import type { Account } from '../lib/route'
import { mentors } from '../mentors/mentors.schema'
import { students } from '../students/students.schema'
import { summaryOf, type Entrance, type Place } from './chat.rules'
import { hasBlocked, isBlocked } from './blocks.data'
import { conversation_members, conversations } from './chat.schema'

const asMentor = alias(accounts, 'as_mentor')
const asStudent = alias(accounts, 'as_student')

const memberships = (db: Database, me: SQL | string) =>
  db
    .select(
      shape({
        conversation_id: conversations.id,
        mentor_account_id: conversations.mentor_account_id,
        student_account_id: conversations.student_account_id,
        mentor_name: asMentor.name,
        student_name: asStudent.name,
        hidden: presenceIsHidden(me),
        student_birth: nullable(asStudent.date_of_birth),
        student_zone: asStudent.time_zone,
        blocked: isBlocked(sql`${conversations.mentor_account_id}`, sql`${conversations.student_account_id}`),
        consented: hasConsent(sql`${conversations.student_account_id}`, sql`${conversations.mentor_account_id}`),
      }),
    )
    .from(conversations)
    .innerJoin(asMentor, eq(asMentor.id, conversations.mentor_account_id))
    .innerJoin(asStudent, eq(asStudent.id, conversations.student_account_id))
    .$dynamic()

type Membership = Awaited<ReturnType<typeof memberships>>[number]

/** The conversation with both its people; a stranger finds nothing. */
export const membership = (db: Database, conversation_id: string, me: SQL | string) =>
  memberships(db, me).where(
    and(
      eq(conversations.id, conversation_id),
      or(eq(conversations.mentor_account_id, me), eq(conversations.student_account_id, me)),
    ),
  )

/** In each pair of roles two people have one conversation, whoever opens it. */
export const pairOf = (mentor: SQL | string, student: SQL | string): SQL => sql`${mentor} || ':' || ${student}`

export const holderOf = (display_id: string): SQL =>
  display_id.startsWith('M')
    ? sql`(select account_id from mentors where mentor_id = ${display_id})`
    : sql`(select account_id from students where student_id = ${display_id})`

/** The pair of mine with the holder of a display id, which also says as what I meet them. */
const pairWith = (me: SQL | string, display_id: string): SQL =>
  display_id.startsWith('M') ? pairOf(holderOf(display_id), me) : pairOf(me, holderOf(display_id))

/** Both people of a pair, for what nobody says. */
export const membersOfPair = (db: Database, pair: string) => memberships(db, '').where(eq(conversations.pair, pair))

/** The same, by the display id of the other one. */
export const membershipWith = (db: Database, me: SQL | string, display_id: string) =>
  memberships(db, me).where(eq(conversations.pair, pairWith(me, display_id)))

export const placeOf = (row: Membership): Place => ({
  conversation_id: row.conversation_id,
  members: [
    { account_id: row.mentor_account_id, role: 'mentor', name: row.mentor_name },
    { account_id: row.student_account_id, role: 'student', name: row.student_name },
  ],
})

export const entranceOf = (
  row: Membership,
  { id, session_id, ...person }: Pick<Account, 'id' | 'session_id' | 'date_of_birth' | 'time_zone'>,
  now: Date,
): Entrance => ({
  ...placeOf(row),
  account_id: id,
  session_id,
  admitted_at: now.getTime(),
  hidden: Boolean(row.hidden) || Boolean(row.blocked) || isMinor(person, now),
  blocked: Boolean(row.blocked),
  masked: !row.consented && isMinor({ date_of_birth: row.student_birth, time_zone: row.student_zone }, now),
})

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

/** 1 where a person does not want to be told of this conversation. */
export const isMutedFor = (conversation_id: string, person: string): SQL =>
  sql`exists (select 1 from conversation_members
    where conversation_id = ${conversation_id} and account_id = ${person} and muted)`

/** Sessions that may keep their sockets; a suspended account has none. */
export const aliveSessions = (db: Database, account_id: string, now: Date) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account_id))
    .where(and(eq(sessions.account_id, account_id), gt(sessions.expires_at, now), isNull(accounts.suspended_at)))

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

type ListRow = Awaited<ReturnType<typeof conversationsOf>>[number]

export function conversationFrom(row: ListRow): Conversation {
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
        }
      : {
          account_id: row.mentor_account_id,
          display_id: row.mentor_id,
          role: 'mentor',
          name: row.mentor_name,
          picture_url: row.mentor_picture,
          time_zone: row.mentor_zone,
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
