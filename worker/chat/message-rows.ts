import type { Message } from '../contract/chat'

/** Who says what the product itself has to say. */
export const SYSTEM = 'system'

export type MessageRow = {
  seq: number
  id: string
  conversation_id: string
  client_id: string
  sender_id: string
  sender_type: Message['sender_type']
  kind: Message['kind']
  content: string
  reply_to: number | null
  sent_at: number
  edited_at: number | null
  deleted_at: number | null
  rev: number
  attachments: string
  system: string | null
  /** Pairs of emoji and account, the oldest first. */
  reactions: string
}

export const MESSAGE_COLUMNS = `messages.*, (select conversation_id from outline) as conversation_id,
  coalesce((select role from members where account_id = sender_id), '${SYSTEM}') as sender_type,
  (select json_group_array(json_array(emoji, account_id)) from (
    select emoji, account_id from reactions where reactions.seq = messages.seq order by at, emoji, account_id
  )) as reactions`

const isoOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** A deleted message is a place in the order and nothing else. */
export function messageFrom(row: MessageRow): Message {
  const { seq, id, conversation_id, client_id, sender_id, sender_type, kind, content, reply_to, rev } = row
  return {
    seq,
    id,
    conversation_id,
    client_id,
    sender_id,
    sender_type,
    kind,
    content,
    reply_to,
    sent_at: new Date(row.sent_at).toISOString(),
    edited_at: isoOf(row.edited_at),
    deleted_at: isoOf(row.deleted_at),
    rev,
    reactions: reactionsFrom(JSON.parse(row.reactions) as [string, string][]),
    attachments: row.deleted_at === null ? (JSON.parse(row.attachments) as Message['attachments']) : [],
    system: row.system === null ? null : (JSON.parse(row.system) as Message['system']),
  }
}

function reactionsFrom(pairs: [emoji: string, account_id: string][]): Message['reactions'] {
  const people = new Map<string, string[]>()
  for (const [emoji, account_id] of pairs) people.set(emoji, [...(people.get(emoji) ?? []), account_id])
  return [...people].map(([emoji, account_ids]) => ({ emoji, account_ids }))
}
