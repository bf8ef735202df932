import type { Attachment, Message, ServerFrame } from '../../../worker/contract/chat'
import { alter, catchChanges } from './changes'
import { append, follow, forget, lastSeq, look, open, prepend, settle } from './window'

/** A message that waits for its receipt; `failed` is the code of why it was refused. */
export type Waiting = {
  client_id: string
  content: string
  reply_to?: number
  attachments?: Attachment[]
  queued_at: string
  failed?: string
}

export type ThreadState = {
  you: string
  /** Whether the server has shown us this conversation yet. */
  opened: boolean
  /** Whether a greeting told who is here and what was read. */
  met: boolean
  /** Dense by `seq`, ascending: what is here has no gap. It is a window, so that a long thread stays small. */
  messages: readonly Message[]
  hasOlder: boolean
  /** The last `seq` that we know to exist, here or not. */
  end: number
  /** What is here is from the past: newer ones come as somebody scrolls to them, not by themselves. */
  detached: boolean
  /** The server has newer ones than ours: they are to be fetched after our last. */
  behind: boolean
  /** The last change of a message that we know of; where `isStale`, some after it were missed and are to be fetched. */
  rev: number
  isStale: boolean
  /** One of the two has blocked the other: nothing can be delivered. */
  blocked: boolean
  /** What each person has read, forward only. */
  markers: Readonly<Record<string, number>>
  /** What came while nobody looked: after my marker at opening or leaving, up to the end at opening or coming back. */
  fresh: { after: number; upTo: number } | undefined
  online: Readonly<Record<string, boolean>>
  /** When the other one was last here, where that may be known. */
  lastSeen: Readonly<Record<string, string | null>>
  typingUntil: Readonly<Record<string, number>>
  names: Readonly<Record<string, string>>
  waiting: readonly Waiting[]
}

/** Frames of the socket, pages of the fallback, and what happens on this side. */
export type Happening =
  | ServerFrame
  | { type: 'newest'; items: readonly Message[]; more: boolean }
  | { type: 'newer'; items: readonly Message[]; more: boolean }
  | { type: 'older'; items: readonly Message[]; more: boolean }
  /** Another place of the thread: its newest end, or the surroundings of a message. */
  | { type: 'end' | 'around'; items: readonly Message[]; more: boolean }
  | { type: 'forget'; side: 'older' | 'newer' }
  | { type: 'changes'; items: readonly Message[]; rev: number; more: boolean }
  | { type: 'waiting'; items: readonly Waiting[] }
  /** The tab went to the background, came back, or its person answered. */
  | { type: 'left' | 'returned' | 'answered' }

const TYPING_MS = 6000

export const begin = (you: string, waiting: readonly Waiting[]): ThreadState => ({
  you,
  opened: false,
  met: false,
  messages: [],
  hasOlder: false,
  end: 0,
  detached: false,
  behind: false,
  rev: 0,
  isStale: false,
  blocked: false,
  markers: {},
  fresh: undefined,
  online: {},
  lastSeen: {},
  typingUntil: {},
  names: {},
  waiting,
})

/** What is known after something happened. Pure: the same happenings in any cut and repetition end in the same thread. */
export function apply(state: ThreadState, happening: Happening, at: number): ThreadState {
  switch (happening.type) {
    case 'hello':
      return greet(state, happening)
    case 'message':
      return hear(state, happening)
    case 'changed':
      return alter(state, happening)
    case 'changes':
      return catchChanges(state, happening)
    case 'read':
      return { ...state, markers: forward(state.markers, { [happening.account_id]: happening.seq }) }
    case 'typing':
      return { ...state, typingUntil: { ...state.typingUntil, [happening.account_id]: at + TYPING_MS } }
    case 'presence':
      return present(state, happening, at)
    case 'newest':
      return state.opened
        ? append(state, { items: happening.items, more: false })
        : open({ ...state, rev: Math.max(0, ...happening.items.map(({ rev }) => rev)) }, happening)
    case 'newer':
      return append(state, happening)
    case 'older':
      return prepend(state, happening)
    case 'end':
      return open(state, happening)
    case 'around':
      return look(state, happening)
    case 'forget':
      return forget(state, happening.side)
    case 'waiting':
      return { ...state, waiting: happening.items }
    case 'left':
      return { ...state, fresh: { after: state.markers[state.you] ?? lastSeq(state), upTo: Number.POSITIVE_INFINITY } }
    case 'returned':
      return { ...state, fresh: state.fresh && { ...state.fresh, upTo: Math.min(state.fresh.upTo, lastSeq(state)) } }
    case 'answered':
      return { ...state, fresh: undefined }
    default:
      return state
  }
}

type Hello = Extract<ServerFrame, { type: 'hello' }>

function greet(state: ThreadState, hello: Hello): ThreadState {
  const markers = forward(state.markers, hello.markers)
  const known: ThreadState = {
    ...state,
    markers,
    fresh: state.met ? state.fresh : { after: markers[state.you] ?? 0, upTo: hello.last_seq },
    met: true,
    blocked: hello.blocked,
    online: Object.fromEntries(hello.members.map((member) => [member.account_id, member.online])),
    lastSeen: Object.fromEntries(hello.members.map((member) => [member.account_id, member.last_seen ?? null])),
    names: Object.fromEntries(hello.members.map((member) => [member.account_id, member.name])),
  }
  const filled = state.opened
    ? append(catchChanges(known, { items: hello.changes, rev: hello.rev, more: hello.more_changes }), hello)
    : open({ ...known, rev: hello.rev }, hello)
  return follow({ ...filled, end: Math.max(filled.end, hello.last_seq) })
}

/** A receipt, a repeat, the next message, or a sign that some are missing. */
function hear(state: ThreadState, message: Message): ThreadState {
  const { [message.sender_id]: _typed, ...typingUntil } = state.typingUntil
  const heard = settle({ ...state, typingUntil, end: Math.max(state.end, message.seq) }, [message])
  const isNext = message.seq === lastSeq(state) + 1 && !state.detached
  return follow(isNext ? { ...heard, messages: [...state.messages, withoutType(message)] } : heard)
}

/** Others are told of a sight in steps, so this is no more exact. */
const SIGHT_MS = 300_000

type Presence = { account_id: string; online: boolean }
function present(state: ThreadState, { account_id, online }: Presence, at: number): ThreadState {
  if (online) return { ...state, online: { ...state.online, [account_id]: true } }
  const { [account_id]: _typed, ...typingUntil } = state.typingUntil
  const seen = new Date(Math.floor(at / SIGHT_MS) * SIGHT_MS).toISOString()
  return {
    ...state,
    online: { ...state.online, [account_id]: false },
    lastSeen: { ...state.lastSeen, [account_id]: seen },
    typingUntil,
  }
}

function forward(known: Readonly<Record<string, number>>, told: Record<string, number>): Record<string, number> {
  const markers = { ...known }
  for (const [account, seq] of Object.entries(told)) markers[account] = Math.max(markers[account] ?? 0, seq)
  return markers
}

function withoutType(message: Message & { type?: string }): Message {
  const { type: _type, ...rest } = message
  return rest
}
