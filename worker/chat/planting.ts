import type { Message } from '../contract/chat'
import { newId } from '../lib/ids'
import type { Markers } from './markers'
import type { MessageLog } from './message-log'

export type Planted = Pick<Message, 'sender_id' | 'content' | 'sent_at'>

/** Messages of a made-up past, and how far each person has read: nobody is told of them. */
export function plant(log: MessageLog, markers: Markers, messages: Planted[], read: Record<string, number>): void {
  messages.forEach(({ sender_id, content, sent_at }, i) => {
    const at = new Date(sent_at)
    const entry = { id: newId(at), client_id: `planted-${i}`, sender_id, content, reply_to: null }
    log.append({ ...entry, sent_at: at.getTime() })
  })
  markers.plant(read)
}
