import * as z from 'zod'
import { DisplayId, graphemeCount, Id, Instant, MentorId, pageOf, StudentId } from './common'
import { FRAME_BYTES, MESSAGE_LENGTH, PAGE_OF_MESSAGES } from './chat.constants'

export const Content = z
  .string()
  .max(FRAME_BYTES)
  .refine((value) => value.isWellFormed(), 'This holds a broken character')
  .refine((value) => value.trim().length > 0, 'Required')
  .refine((value) => graphemeCount(value) <= MESSAGE_LENGTH.graphemes, `At most ${MESSAGE_LENGTH.graphemes} characters`)
  .refine((value) => new TextEncoder().encode(value).length <= MESSAGE_LENGTH.bytes, 'At most 32 KiB')
export const ClientId = z.string().regex(/^[\x21-\x7e]{1,64}$/)
const Seq = z.int().min(0)

export const Message = z
  .object({
    seq: z.int(),
    id: Id,
    conversation_id: Id,
    client_id: z.string(),
    sender_id: Id,
    sender_type: z.enum(['student', 'mentor']),
    content: z.string(),
    reply_to: z.int().nullable().meta({ description: 'The seq of the message it answers' }),
    sent_at: Instant,
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

const Member = z.object({
  account_id: Id,
  display_id: z.string(),
  role: z.enum(['student', 'mentor']),
  name: z.string(),
  picture_url: z.string().nullable(),
  time_zone: z.string(),
})
export const Conversation = z
  .object({
    id: Id,
    mentor_id: MentorId,
    student_id: StudentId,
    other: Member,
    last_message: z.object({ seq: z.int(), sender_id: Id, preview: z.string(), sent_at: Instant }).nullable(),
    last_seq: z.int(),
    unread: z.int(),
    pinned: z.boolean(),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>
export const ConversationPage = pageOf(Conversation).meta({ id: 'ConversationPage' })
export const NewConversation = z.strictObject({ with: DisplayId }).meta({ id: 'NewConversation' })
export const ConversationPath = z.strictObject({ conversation_id: Id })

export const MessageQuery = z
  .strictObject({
    before_seq: z.coerce.number().int().min(1).optional(),
    after_seq: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(PAGE_OF_MESSAGES),
    cursor: z.string().max(500).optional(),
  })
  .refine((query) => query.before_seq === undefined || query.after_seq === undefined, {
    error: 'Give before_seq or after_seq',
    path: ['after_seq'],
  })
export const MessagePage = pageOf(Message).meta({ id: 'MessagePage' })
export const NewMessage = z
  .strictObject({ conversation_id: Id, client_id: ClientId, content: Content, reply_to: Seq.optional() })
  .meta({ id: 'NewMessage' })

/** Frames of a client into a conversation. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('send'), client_id: ClientId, content: Content, reply_to: Seq.optional() }),
  z.strictObject({ type: z.literal('read'), seq: Seq }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

type Markers = Record<string, number>
/**
 * Frames of a conversation to a client. With `?since=` the items of `hello` follow that seq without a gap and `more`
 * says that newer ones remain; without it they are the newest ones and `more` says that older ones exist.
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
      members: { account_id: string; role: 'student' | 'mentor'; name: string; online: boolean }[]
      markers: Markers
    }
  | ({ type: 'message' } & Message)
  | { type: 'read'; account_id: string; seq: number }
  | { type: 'typing'; account_id: string }
  | { type: 'presence'; account_id: string; online: boolean }
  | { type: 'error'; code: string; client_id?: string }
  | { type: 'pong' }
