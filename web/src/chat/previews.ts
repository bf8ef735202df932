import type { Message } from '../../../worker/contract/chat'
import type { Conversation } from './chat.queries'

const PREVIEW = 140

/** A conversation as the list shows it once this was said. */
export const withLast = (known: Conversation, { seq, sender_id, content, sent_at }: Message): Conversation =>
  known.last_seq >= seq
    ? known
    : {
        ...known,
        last_seq: seq,
        updated_at: sent_at,
        // News of a session is no message of anybody.
        last_message: { seq, sender_id, sent_at, preview: Array.from(content).slice(0, PREVIEW).join('') },
      }
