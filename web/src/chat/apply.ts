import type { Attachment, Message, ServerFrame } from '../../../worker/contract/chat'

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
  /** Dense by `seq`, ascending: what is here has no gap. */
  messages: readonly Message[]
  hasOlder: boolean
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
  behind: false,
  rev: 0,
  isStale: false,
  blocked: false,
  markers: {},
  fresh: undefined,
  online: {},
  typingUntil: {},
  names: {},
  waiting,
})

export const lastSeq = (state: ThreadState): number => state.messages.at(-1)?.seq ?? 0

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
      return present(state, happening)
    case 'newest':
      return state.opened
        ? append(state, { items: happening.items, more: false })
        : open({ ...state, rev: Math.max(0, ...happening.items.map(({ rev }) => rev)) }, happening)
    case 'newer':
      return append(state, happening)
    case 'older':
      return prepend(state, happening)
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
type Page = { items: readonly Message[]; more: boolean }

function greet(state: ThreadState, hello: Hello): ThreadState {
  const markers = forward(state.markers, hello.markers)
  const known: ThreadState = {
    ...state,
    markers,
    fresh: state.met ? state.fresh : { after: markers[state.you] ?? 0, upTo: hello.last_seq },
    met: true,
    blocked: hello.blocked,
    online: Object.fromEntries(hello.members.map((member) => [member.account_id, member.online])),
    names: Object.fromEntries(hello.members.map((member) => [member.account_id, member.name])),
  }
  const filled = state.opened
    ? append(catchChanges(known, { items: hello.changes, rev: hello.rev, more: hello.more_changes }), hello)
    : open({ ...known, rev: hello.rev }, hello)
  return { ...filled, behind: lastSeq(filled) < hello.last_seq }
}

const open = (state: ThreadState, page: Page): ThreadState =>
  settle({ ...state, opened: true, messages: page.items, hasOlder: page.more }, page.items)

/** A receipt, a repeat, the next message, or a sign that some are missing. */
function hear(state: ThreadState, message: Message): ThreadState {
  const { [message.sender_id]: _typed, ...typingUntil } = state.typingUntil
  const heard = settle({ ...state, typingUntil }, [message])
  const last = lastSeq(state)
  if (message.seq <= last) return heard
  if (message.seq > last + 1) return { ...heard, behind: true }
  return { ...heard, messages: [...state.messages, withoutType(message)] }
}

/** One message as it is now. A change that is not the next one says that some were missed. */
function alter(state: ThreadState, { rev, message }: { rev: number; message: Message }): ThreadState {
  const messages = withNewer(state.messages, [message])
  if (rev <= state.rev) return { ...state, messages }
  return rev === state.rev + 1 ? { ...state, messages, rev } : { ...state, messages, isStale: true }
}

const catchChanges = (
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

/** Items that do not follow ours without a gap are left to the next fetch. */
function append(state: ThreadState, page: Page): ThreadState {
  const last = lastSeq(state)
  const fresh = page.items.filter((item) => item.seq > last)
  if (fresh.length === 0) return settle({ ...state, behind: page.more }, page.items)
  if (fresh[0]!.seq !== last + 1) return { ...state, behind: true }
  return settle({ ...state, messages: [...state.messages, ...fresh], behind: page.more }, fresh)
}

function prepend(state: ThreadState, page: Page): ThreadState {
  const first = state.messages[0]?.seq ?? Number.POSITIVE_INFINITY
  const fresh = page.items.filter((item) => item.seq < first)
  const joins = fresh.length > 0 && (first === Number.POSITIVE_INFINITY || fresh.at(-1)!.seq === first - 1)
  if (!joins) return { ...state, hasOlder: page.more && state.hasOlder }
  return { ...state, messages: [...fresh, ...state.messages], hasOlder: page.more }
}

function present(state: ThreadState, { account_id, online }: { account_id: string; online: boolean }): ThreadState {
  const { [account_id]: _typed, ...typingUntil } = state.typingUntil
  return {
    ...state,
    online: { ...state.online, [account_id]: online },
    typingUntil: online ? state.typingUntil : typingUntil,
  }
}

/** What came back under its `client_id` waits no longer: the pending bubble becomes the real one. */
function settle(state: ThreadState, came: readonly Message[]): ThreadState {
  if (state.waiting.length === 0) return state
  const mine = new Set(came.filter((one) => one.sender_id === state.you).map((one) => one.client_id))
  const waiting = state.waiting.filter((one) => !mine.has(one.client_id))
  return waiting.length === state.waiting.length ? state : { ...state, waiting }
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
