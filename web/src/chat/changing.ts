import type { Message } from '../../../worker/contract/chat'
import { EDIT_HOURS } from '../../../worker/contract/chat.constants'
import { now } from '../lib/clock'
import type { ThreadState } from './apply'

const EDIT_MS = EDIT_HOURS * 3_600_000

/** An author has a day to change or take back what they said. */
export const mayChange = (mine: boolean, saidAt: string): boolean => mine && now() - Date.parse(saidAt) < EDIT_MS

/** What an arrow up means in an empty field: my last words, where they can still be changed. */
export function lastOfMine({ messages, detached, blocked, you }: ThreadState): Message | undefined {
  if (detached || blocked) return undefined
  const last = messages.findLast((one) => one.sender_id === you && one.deleted_at === null)
  return last && last.content !== '' && mayChange(true, last.sent_at) ? last : undefined
}
