import * as z from 'zod'
import { Message } from './chat'
import { REPORT_REASONS } from './chat.constants'
import { DisplayId, Id, Instant, PageQuery, pageOf, text } from './common'

export const BlockPath = z.strictObject({ display_id: DisplayId })
export const Block = z
  .object({
    account_id: Id,
    display_id: z.string(),
    name: z.string(),
    picture_url: z.string().nullable(),
    blocked_at: Instant,
  })
  .meta({ id: 'Block' })
export const BlockPage = pageOf(Block).meta({ id: 'BlockPage' })

export const NewMessageReport = z
  .strictObject({ reason: z.enum(REPORT_REASONS), text: text(0, 1000).optional() })
  .meta({ id: 'NewMessageReport' })
export const ReportedMessage = z.object({ id: Id, reported_at: Instant }).meta({ id: 'ReportedMessage' })

/** What was said before an edit or a deletion. */
const Earlier = z.object({ seq: z.int(), content: z.string(), changed_at: Instant })
export const MessageReport = z
  .object({
    id: Id,
    conversation_id: Id,
    seq: z.int(),
    reason: z.enum(REPORT_REASONS),
    text: z.string().nullable(),
    reported_at: Instant,
    reporter: z.object({ account_id: Id, name: z.string() }),
    window: z.array(Message).meta({ description: 'The message with up to 20 on either side, as they were then' }),
    earlier: z.array(Earlier).meta({ description: 'What messages of the window said before they were changed' }),
  })
  .meta({ id: 'MessageReport' })
export const MessageReportPage = pageOf(MessageReport).meta({ id: 'MessageReportPage' })
export const MessageReportQuery = PageQuery
