import type { Message } from '../../../worker/contract/chat'
import type { ThreadState } from './apply'

export type Page = { items: readonly Message[]; more: boolean }

/** How many messages are kept: what is further away goes, and is fetched again when somebody returns to it. */
export const KEEP = 250

export const lastSeq = (state: ThreadState): number => state.messages.at(-1)?.seq ?? 0

/** What is here has no gap, so a place tells where a message is. */
export const messageAt = (state: ThreadState, seq: number): Message | undefined =>
  state.messages[seq - (state.messages[0]?.seq ?? 0)]

/** The newest end, at first or instead of another place. */
export const open = (state: ThreadState, page: Page): ThreadState =>
  settle(
    follow({
      ...reach(state, { ...page, more: false }),
      opened: true,
      messages: page.items,
      hasOlder: page.more,
      detached: false,
    }),
    page.items,
  )

/** A place in the past: what is newer comes as one scrolls towards it. */
export function look(state: ThreadState, page: Page): ThreadState {
  if (page.items.length === 0) return state
  const hasOlder = page.items[0]!.seq > 1
  return follow({ ...reach(state, page), messages: page.items, hasOlder, detached: true })
}

/** Items that do not follow ours without a gap are left to the next fetch. */
export function append(state: ThreadState, page: Page): ThreadState {
  const last = lastSeq(state)
  const fresh = page.items.filter((item) => item.seq > last)
  const joins = fresh[0]?.seq === last + 1
  const messages = joins ? [...state.messages, ...fresh] : state.messages
  return settle(follow({ ...reach(state, page), messages }), page.items)
}

export function prepend(state: ThreadState, page: Page): ThreadState {
  const first = state.messages[0]?.seq ?? Number.POSITIVE_INFINITY
  const fresh = page.items.filter((item) => item.seq < first)
  const joins = fresh.length > 0 && (first === Number.POSITIVE_INFINITY || fresh.at(-1)!.seq === first - 1)
  if (!joins) return { ...state, hasOlder: page.more && state.hasOlder }
  return { ...state, messages: [...fresh, ...state.messages], hasOlder: page.more }
}

/** Lets go of what is furthest away on one side. */
export function forget(state: ThreadState, side: 'older' | 'newer'): ThreadState {
  if (state.messages.length <= KEEP) return state
  return side === 'older'
    ? { ...state, messages: state.messages.slice(-KEEP), hasOlder: true }
    : follow({ ...state, messages: state.messages.slice(0, KEEP), detached: true })
}

/** What came back under its `client_id` waits no longer: the pending bubble becomes the real one. */
export function settle(state: ThreadState, came: readonly Message[]): ThreadState {
  if (state.waiting.length === 0) return state
  const mine = new Set(came.filter((one) => one.sender_id === state.you).map((one) => one.client_id))
  const waiting = state.waiting.filter((one) => !mine.has(one.client_id))
  return waiting.length === state.waiting.length ? state : { ...state, waiting }
}

/** At the newest end what is missing is fetched by itself; in the past it waits for whoever scrolls. */
export function follow(state: ThreadState): ThreadState {
  const isShort = lastSeq(state) < state.end
  return { ...state, detached: state.detached && isShort, behind: !state.detached && isShort }
}

/** `more` tells of newer messages than those of the page. */
function reach(state: ThreadState, { items, more }: Page): ThreadState {
  const last = items.at(-1)?.seq ?? lastSeq(state)
  return { ...state, end: Math.max(state.end, more ? last + 1 : last) }
}
