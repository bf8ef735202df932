import * as z from 'zod'
import { graphemeCount, Id, Instant, pageOf } from './common'
import { ATTACHMENTS_MOST, FRAME_BYTES, MESSAGE_LENGTH, PAGE_OF_MESSAGES, SESSION_EVENTS } from './chat.constants'
import { FILE_TYPES } from './files.constants'

/** What goes with files may be empty. */
const Words = z
  .string()
  .max(FRAME_BYTES)
  .refine((value) => value.isWellFormed(), 'This holds a broken character')
  .refine((value) => graphemeCount(value) <= MESSAGE_LENGTH.graphemes, `At most ${MESSAGE_LENGTH.graphemes} characters`)
  .refine((value) => new TextEncoder().encode(value).length <= MESSAGE_LENGTH.bytes, 'At most 32 KiB')
export const Content = Words.refine((value) => value.trim().length > 0, 'Required')
/** One emoji as Unicode recommends it for interchange: a closed list, whatever its length in code points. */
export const Emoji = z
  .string()
  .max(64)
  .refine((value) => /^\p{RGI_Emoji}$/v.test(value), 'One emoji')
export const ClientId = z.string().regex(/^[\x21-\x7e]{1,64}$/)
const Seq = z.int().min(0)
const Attachments = z
  .array(Id)
  .max(ATTACHMENTS_MOST)
  .refine((ids) => new Set(ids).size === ids.length, 'Each file once')
const saysSomething = ({ content, attachments = [] }: { content: string; attachments?: string[] | undefined }) =>
  content.trim().length > 0 || attachments.length > 0
const NOTHING = { error: 'Required', path: ['content'] }

export const Attachment = z
  .object({
    file_id: Id,
    name: z.string(),
    content_type: z.enum(FILE_TYPES),
    size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    url: z.string(),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

export const SessionNews = z
  .object({
    event: z.enum(SESSION_EVENTS),
    booking_id: Id,
    offer_title: z.string(),
    start_time: Instant,
    /** With `session_moved`: when it would have been. */
    was: Instant.nullable(),
  })
  .meta({ id: 'SessionNews' })
export type SessionNews = z.infer<typeof SessionNews>

export const Message = z
  .object({
    seq: z.int(),
    id: Id,
    conversation_id: Id,
    client_id: z.string(),
    sender_id: Id.meta({ description: '`system` where nobody said it' }),
    sender_type: z.enum(['student', 'mentor', 'system']),
    kind: z.enum(['text', 'system']),
    content: z.string().meta({ description: 'Empty where the message was deleted' }),
    reply_to: z.int().nullable().meta({ description: 'The seq of the message it answers' }),
    sent_at: Instant,
    edited_at: Instant.nullable(),
    deleted_at: Instant.nullable(),
    rev: z.int().meta({ description: 'The change of the conversation that touched it last; 0 for none' }),
    reactions: z.array(z.object({ emoji: z.string(), account_ids: z.array(Id) })),
    attachments: z.array(Attachment),
    system: SessionNews.nullable(),
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

export const ConversationPath = z.strictObject({ conversation_id: Id })

export const MessageQuery = z
  .strictObject({
    before_seq: z.coerce.number().int().min(1).optional(),
    after_seq: z.coerce.number().int().min(0).optional(),
    around_seq: z.coerce.number().int().min(1).optional(),
    at: Instant.optional().meta({ description: 'Around the first message from then on' }),
    limit: z.coerce.number().int().min(1).max(100).default(PAGE_OF_MESSAGES),
    cursor: z.string().max(500).optional(),
  })
  .refine(
    ({ before_seq, after_seq, around_seq, at }) =>
      [before_seq, after_seq, around_seq, at].filter((given) => given !== undefined).length <= 1,
    { error: 'Give one of before_seq, after_seq, around_seq and at', path: ['after_seq'] },
  )
export const MessagePage = pageOf(Message).meta({ id: 'MessagePage' })
const NEW = {
  client_id: ClientId,
  content: Words,
  reply_to: Seq.optional(),
  attachments: Attachments.optional(),
}
export const NewMessage = z
  .strictObject({ conversation_id: Id, ...NEW })
  .refine(saysSomething, NOTHING)
  .meta({ id: 'NewMessage' })
export const MessagePath = z.strictObject({ conversation_id: Id, seq: z.coerce.number().int().min(1) })
export const ReactionPath = z.strictObject({ ...MessagePath.shape, emoji: Emoji })
export const MessageEdit = z.strictObject({ content: Content }).meta({ id: 'MessageEdit' })

export const MessageSearchQuery = z.strictObject({
  q: z
    .string()
    .max(200)
    .refine((value) => value.isWellFormed(), 'This holds a broken character')
    .refine((value) => value.trim().length > 0, 'Required'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional(),
})
/** The words around a hit, in pieces, so that nobody has to take a text apart or trust it as markup. */
export const MessageHit = z
  .object({
    seq: z.int(),
    sender_id: Id,
    sent_at: Instant,
    snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .meta({ id: 'MessageHit' })
export type MessageHit = z.infer<typeof MessageHit>
export const MessageHits = pageOf(MessageHit).meta({ id: 'MessageHits' })

export const ChangesQuery = z.strictObject({ after_rev: z.coerce.number().int().min(0) })
export const MessageChanges = z
  .object({
    items: z.array(Message),
    rev: z.int().meta({ description: 'Ask again after this one' }),
    more: z.boolean(),
  })
  .meta({ id: 'MessageChanges' })
export type MessageChanges = z.infer<typeof MessageChanges>

/** Frames of a client into a conversation. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('send'), ...NEW }).refine(saysSomething, NOTHING),
  z.strictObject({ type: z.literal('edit'), seq: Seq, content: Content }),
  z.strictObject({ type: z.literal('delete'), seq: Seq }),
  z.strictObject({ type: z.literal('react'), seq: Seq, emoji: Emoji, on: z.boolean() }),
  z.strictObject({ type: z.literal('read'), seq: Seq }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

type Markers = Record<string, number>
/**
 * Frames of a conversation to a client. With `?since=` the items of `hello` follow that seq without a gap and `more`
 * says that newer ones remain; without it they are the newest ones and `more` says that older ones exist. With `&rev=`
 * as well, `changes` are the messages up to `since` that were edited, deleted or reacted to after that rev, and `rev` is
 * where one stands then; `more_changes` says that further ones are to be fetched after it.
 */
export type ServerFrame =
  | {
      type: 'hello'
      v: 1
      conversation_id: string
      you: string
      now: string
      last_seq: number
      items: Message[]
      more: boolean
      rev: number
      changes: Message[]
      more_changes: boolean
      /** Nothing can be delivered: one of the two has blocked the other. */
      blocked: boolean
      members: {
        account_id: string
        role: 'student' | 'mentor'
        name: string
        online: boolean
        /** Of the other one, rounded down to five minutes; null where one of the two hides. */
        last_seen?: string | null
      }[]
      markers: Markers
    }
  | ({ type: 'message' } & Message)
  | { type: 'changed'; rev: number; message: Message }
  | { type: 'read'; account_id: string; seq: number }
  | { type: 'typing'; account_id: string }
  | { type: 'presence'; account_id: string; online: boolean }
  /** With `client_id` of what was sent, or `seq` of what was to be changed. */
  | { type: 'error'; code: string; client_id?: string; seq?: number }
  | { type: 'pong' }
