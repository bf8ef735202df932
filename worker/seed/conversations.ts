import { noticeCause, previewOf, type Entrance } from '../chat/chat.rules'
import type { conversation_members, conversations } from '../chat/chat.schema'
import { accountId, type Person } from './cast'
import { fixedId } from './fixed'
import type { Told } from './notices'
import { TALKS, type SeedTalk } from './talks'

const HOUR = 3_600_000

export interface Conversation {
  row: typeof conversations.$inferInsert
  members: (typeof conversation_members.$inferInsert)[]
  /** What its object is told. */
  entrance: Entrance
  messages: { sender_id: string; content: string; sent_at: string }[]
  read: Record<string, number>
  notices: Told[]
}

export const conversationsAt = (cast: Map<string, Person>, now: number): Conversation[] =>
  TALKS.map((talk) => conversationFrom(talk, cast, now))

function conversationFrom(talk: SeedTalk, cast: Map<string, Person>, now: number): Conversation {
  const id = fixedId(`conversation:${talk.mentor}:${talk.student}`)
  const [mentor, student] = [accountId(talk.mentor), accountId(talk.student)]
  const people = [
    { account_id: mentor, role: 'mentor' as const, name: cast.get(talk.mentor)?.name ?? '' },
    { account_id: student, role: 'student' as const, name: cast.get(talk.student)?.name ?? '' },
  ]
  const messages = talk.said.map(([who, hours_ago, content]) => ({
    sender_id: who === 'm' ? mentor : student,
    content,
    sent_at: new Date(now - hours_ago * HOUR).toISOString(),
  }))
  const members = people.map(({ account_id, role }) =>
    memberRow(id, account_id, messages, talk.unread?.[role] ?? 0, talk.pinned_by?.includes(role) ?? false),
  )
  return {
    row: conversationRow(id, mentor, student, messages),
    members,
    entrance: {
      conversation_id: id,
      account_id: mentor,
      session_id: '',
      admitted_at: now,
      hidden: false,
      last_seen: null,
      masked: false,
      blocked: false,
      members: people,
    },
    messages,
    read: Object.fromEntries(members.map(({ account_id, read_seq }) => [account_id, read_seq])),
    notices: people.flatMap(({ account_id }, i) =>
      unreadNotice(id, account_id, people[1 - i]?.name ?? '', messages, talk.said.length - (members[i]?.unread ?? 0)),
    ),
  }
}

function conversationRow(
  id: string,
  mentor: string,
  student: string,
  messages: Conversation['messages'],
): Conversation['row'] {
  const [first, last] = [messages[0], messages.at(-1)]
  return {
    id,
    mentor_account_id: mentor,
    student_account_id: student,
    pair: `${mentor}:${student}`,
    last_seq: messages.length,
    last_sender_id: last?.sender_id ?? null,
    last_preview: previewOf(last?.content ?? ''),
    last_sent_at: new Date(last?.sent_at ?? 0),
    created_at: new Date(first?.sent_at ?? 0),
    updated_at: new Date(last?.sent_at ?? 0),
  }
}

const memberRow = (
  conversation_id: string,
  account_id: string,
  messages: Conversation['messages'],
  unread: number,
  pinned: boolean,
) => ({
  conversation_id,
  account_id,
  read_seq: messages.length - unread,
  unread,
  pinned,
  updated_at: new Date(messages.at(-1)?.sent_at ?? 0),
})

/** One for the run of messages behind the marker, as the object would have told it. */
function unreadNotice(
  conversation_id: string,
  person: string,
  sender_name: string,
  messages: Conversation['messages'],
  read_seq: number,
): Told[] {
  const unread = messages.slice(read_seq)
  const [first, last] = [unread[0], unread.at(-1)]
  if (!first || !last) return []
  const data = { conversation_id, sender_name, preview: previewOf(last.content) }
  const cause = noticeCause(conversation_id, read_seq + 1)
  return [{ person, kind: 'message_received', cause, data, at: new Date(first.sent_at), is_read: false }]
}
