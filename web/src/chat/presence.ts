import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { fromNow, ms } from '../lib/time'
import type { Conversation } from './chat.queries'
import type { Thread } from './thread'

type Other = Pick<Conversation['other'], 'is_online' | 'last_seen'>

/** Whether the other one is here, else when they were last: by the open thread, before it by the list. */
export function createPresence(thread: Pick<Thread, 'life' | 'state'>, me: string, other: () => Other | undefined) {
  const now = createNow()
  const ofOther = <T>(known: Readonly<Record<string, T>>): T | undefined =>
    Object.entries(known).find(([account]) => account !== me)?.[1]
  const isHere = () => {
    const { met, online } = thread.state()
    if (!met) return other()?.is_online ?? false
    // Without a line nobody can tell.
    return thread.life().state === 'live' && (ofOther(online) ?? false)
  }
  const words = () => {
    if (isHere()) return m.chat_here_now()
    const at = ofOther(thread.state().lastSeen) ?? other()?.last_seen
    return at ? m.chat_last_seen({ when: fromNow(Math.min(ms(at), now()), now()) }) : undefined
  }
  return { isHere, words }
}
