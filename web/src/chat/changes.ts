import type { Message } from '../../../worker/contract/chat'
import type { ThreadState } from './apply'

/** One message as it is now. A change that is not the next one says that some were missed. */
export function alter(state: ThreadState, { rev, message }: { rev: number; message: Message }): ThreadState {
  const messages = withNewer(state.messages, [message])
  if (rev <= state.rev) return { ...state, messages }
  return rev === state.rev + 1 ? { ...state, messages, rev } : { ...state, messages, isStale: true }
}

export const catchChanges = (
  state: ThreadState,
  told: { items: readonly Message[]; rev: number; more: boolean },
): ThreadState => ({
  ...state,
  messages: withNewer(state.messages, told.items),
  rev: Math.max(state.rev, told.rev),
  isStale: told.more,
})

/** Each message in its latest state, whatever the order in which its states came. */
function withNewer(messages: readonly Message[], changed: readonly Message[]): readonly Message[] {
  if (changed.length === 0) return messages
  const latest = new Map(changed.map((one) => [one.seq, one]))
  return messages.map((known) => {
    const now = latest.get(known.seq)
    return now && now.rev >= known.rev ? now : known
  })
}
