import * as z from 'zod'
import { ANSWERS_IN, CONVERSATION_FILTERS } from './chat.constants'
import { DisplayId, Id, Instant, MentorId, pageOf, StudentId } from './common'

const Member = z.object({
  account_id: Id,
  display_id: z.string(),
  role: z.enum(['student', 'mentor']),
  name: z.string(),
  picture_url: z.string().nullable(),
  time_zone: z.string(),
  is_online: z.boolean().meta({ description: 'Has the product open; false where one of the two hides' }),
  last_seen: Instant.nullable().meta({ description: 'Rounded down to five minutes; null where one of the two hides' }),
  answers_in: z.enum(ANSWERS_IN).nullable().meta({ description: 'Of a mentor with at least 5 answers in 90 days' }),
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
    muted: z.boolean(),
    archived: z.boolean(),
    blocked: z
      .enum(['by_me', 'by_other'])
      .nullable()
      .meta({ description: 'Nothing can be delivered here; mine where both blocked' }),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>
export const ConversationPage = pageOf(Conversation).meta({ id: 'ConversationPage' })
export const ConversationQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
  filter: z.enum(CONVERSATION_FILTERS).optional(),
  q: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'In the name of the other one, the last message and what their sessions are called' }),
})
export const ConversationChoices = z
  .strictObject({ pinned: z.boolean().optional(), muted: z.boolean().optional(), archived: z.boolean().optional() })
  .meta({ id: 'ConversationChoices' })
export const ReadUpTo = z.strictObject({ seq: z.int().min(0) }).meta({ id: 'ReadUpTo' })
export const NewConversation = z.strictObject({ with: DisplayId }).meta({ id: 'NewConversation' })
