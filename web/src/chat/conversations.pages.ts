import type { Message } from '../../../worker/contract/chat'
import type { CONVERSATION_FILTERS } from '../../../worker/contract/chat.constants'
import type { Answer } from '../lib/api'

export type Conversation = Answer<'/api/chat/conversations/'>['items'][number]
/** What is known of a list, the newest first and without a gap; the cursor leads on from its end. */
export type Conversations = { items: Conversation[]; next_cursor: string | null }
export type Filter = (typeof CONVERSATION_FILTERS)[number]
export type Wish = { filter?: Filter | undefined; q?: string | undefined }

/** Negative where `a` stands above `b`: the order of the server. */
const above = (a: Conversation, b: Conversation): number =>
  a.updated_at !== b.updated_at ? (a.updated_at > b.updated_at ? -1 : 1) : a.id > b.id ? -1 : a.id < b.id ? 1 : 0

/** The first page again: it says everything about its own stretch, and what lies below stays as it was. */
export function takeNewest(known: Conversations | undefined, page: Conversations): Conversations {
  const last = page.items.at(-1)
  const first = known?.items[0]
  // Where nothing of it is known any more, there may be a gap between the two.
  if (!known || !last || !first || page.next_cursor === null || above(last, first) < 0) return page
  const here = new Set(page.items.map((one) => one.id))
  const below = known.items.filter((one) => above(last, one) < 0 && !here.has(one.id))
  return { items: [...page.items, ...below], next_cursor: below.length > 0 ? known.next_cursor : page.next_cursor }
}

/** The page after the cursor. */
export function takeOlder(known: Conversations, page: Conversations): Conversations {
  const here = new Set(known.items.map((one) => one.id))
  return { items: [...known.items, ...page.items.filter((one) => !here.has(one.id))], next_cursor: page.next_cursor }
}

/** One of them as it is now, where it belongs: it may rise, leave, or come in. */
export function place(known: Conversations, wish: Wish, now: Conversation): Conversations {
  const others = known.items.filter((one) => one.id !== now.id)
  const was = known.items.find((one) => one.id === now.id)
  if (wish.q ? !was : !belongs(wish, now)) return was ? { ...known, items: others } : known
  const at = others.findIndex((one) => above(now, one) < 0)
  if (was && was.updated_at === now.updated_at)
    return { ...known, items: known.items.map((one) => (one.id === now.id ? now : one)) }
  // Below what is known it comes with its page.
  if (at === -1 && known.next_cursor !== null) return { ...known, items: others }
  return { ...known, items: at === -1 ? [...others, now] : others.toSpliced(at, 0, now) }
}

function belongs({ filter }: Wish, one: Conversation): boolean {
  if (filter === 'archived') return one.archived
  // One that is being read stays until the list is asked for again.
  if (filter === 'unread') return true
  if (one.archived) return false
  if (filter === 'pinned') return one.pinned
  return filter === undefined || one.other.role === (filter === 'mentors' ? 'mentor' : 'student')
}

/** Pinned ones first, wherever they stand by their time. */
export function pinnedFirst(all: Conversation[], pinned: Conversation[]): Conversation[] {
  const known = new Map([...pinned, ...all].map((one) => [one.id, one]))
  const top = [...known.values()].filter((one) => one.pinned && !one.archived)
  return [...top.toSorted(above), ...all.filter((one) => !one.pinned)]
}

const PREVIEW = 140

/** A conversation after a message that came on another way than the list. */
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
