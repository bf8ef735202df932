import type { Message } from '../contract/chat'
import { UNANSWERED_MOST } from '../contract/chat.constants'

/** Which conversation an object is, and whose. */
export interface Place {
  conversation_id: string
  members: { account_id: string; role: 'student' | 'mentor'; name: string }[]
}

/** What the Worker vouches for when it lets a person into a conversation. */
export interface Entrance extends Place {
  account_id: string
  session_id: string
  admitted_at: number
  /** Is not seen here and sees nobody (D6). */
  hidden: boolean
  /** When the other one was seen last; null where one of the two hides. */
  last_seen: string | null
  /** One of the two is a minor whose guardian has not agreed: ways to meet elsewhere are taken out (A7). */
  masked: boolean
  /** One of the two has blocked the other: nothing can be delivered (D9). */
  blocked: boolean
}

/** D9: until the mentor has answered once, a student may say only so much. */
export const needsReply = (role: 'student' | 'mentor', sent_so_far: number, mentor_wrote: boolean): boolean =>
  role === 'student' && !mentor_wrote && sent_so_far >= UNANSWERED_MOST

const PREVIEW_LENGTH = 140

/** The beginning of a message on one line, never cut inside a character. */
export function previewOf(content: string): string {
  const characters = Array.from(
    content
      .slice(0, PREVIEW_LENGTH * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return characters.length > PREVIEW_LENGTH
    ? `${characters.slice(0, PREVIEW_LENGTH - 1).join('')}…`
    : characters.join('')
}

/** What a list shows of a message: its words, or else its first file; nothing of one that was deleted. */
export const summaryOf = ({ content, attachments }: Pick<Message, 'content' | 'attachments'>): string =>
  previewOf(content) || previewOf(attachments[0]?.name ?? '')

/** Somebody who is here may be reading: the notification waits this long for the read marker. */
export const NOTICE_GRACE_MS = 700

/** When a person is to be told of a message that waits unread, in product time. */
export const noticeDueAt = (sent_at: number, online: boolean): number => sent_at + (online ? NOTICE_GRACE_MS : 0)

/** One notification for each run of unread messages. */
export const noticeCause = (conversation_id: string, first_unread_seq: number): string =>
  `message:${conversation_id}:${first_unread_seq}`
