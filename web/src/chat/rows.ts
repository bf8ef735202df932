import type { Attachment, Message, SessionNews } from '../../../worker/contract/chat'
import type { ThreadState } from './apply'

export type Mark = 'sending' | 'sent' | 'read' | 'failed'
export type Bubble = {
  kind: 'bubble'
  key: string
  /** The account that said it. */
  sender: string
  mine: boolean
  content: string
  at: string
  /** Where it stands in the conversation; null before its receipt. */
  seq: number | null
  edited: boolean
  deleted: boolean
  reactions: Reaction[]
  attachments: Attachment[]
  reply: Quote | null
  /** Of a run by one person within minutes: the face and the time stand once for each. */
  first: boolean
  last: boolean
  mark: Mark | null
  client_id: string
  failed: string | null
}
export type Reaction = { emoji: string; count: number; mine: boolean }
/** What a message answers; without words where it is not loaded. */
export type Quote = { seq: number; mine: boolean; content: string | null; deleted: boolean }
export type News = {
  kind: 'news'
  key: string
  seq: number | null
  at: string
  content: string
  news: SessionNews | null
}
export type Row = Bubble | News | { kind: 'day'; key: string; at: string } | { kind: 'new'; key: 'new' }

const RUN_MS = 5 * 60_000

type Said = Omit<Bubble, 'kind' | 'first' | 'last'> & { isNew: boolean; news?: SessionNews | null }

/**
 * The thread as it is shown, oldest first. A bubble keeps its key when its receipt comes, so that the one on the screen
 * becomes the real one. `dateOf` gives the reader's day of an instant.
 */
export function rowsOf(state: ThreadState, dateOf: (instant: string) => string): Row[] {
  const rows: Row[] = []
  const all = said(state)
  let date: string | undefined
  // Where what is new begins is shown only where that is here.
  let lined = (state.messages[0]?.seq ?? 1) > (state.fresh?.after ?? 0) + 1
  let run: Bubble | undefined
  let before: Said | undefined
  for (const one of all) {
    const today = dateOf(one.at)
    let breaks = !before || before.sender !== one.sender || Date.parse(one.at) - Date.parse(before.at) > RUN_MS
    if (today !== date) {
      rows.push({ kind: 'day', key: `day:${today}`, at: one.at })
      breaks = true
      date = today
    }
    if (one.isNew && !lined) {
      rows.push({ kind: 'new', key: 'new' })
      breaks = lined = true
    }
    if (run) run.last = breaks
    if (one.news !== undefined) {
      rows.push({ kind: 'news', key: one.key, seq: one.seq, at: one.at, content: one.content, news: one.news })
      run = undefined
      before = undefined
      continue
    }
    const { isNew: _isNew, ...shown } = one
    run = { ...shown, kind: 'bubble', first: breaks, last: true }
    rows.push(run)
    before = one
  }
  return rows
}

function said(state: ThreadState): Said[] {
  const readByOthers = Math.max(
    0,
    ...Object.entries(state.markers).map(([account, seq]) => (account === state.you ? 0 : seq)),
  )
  const isNew = ({ seq, sender_id }: Message) =>
    state.fresh !== undefined && seq > state.fresh.after && seq <= state.fresh.upTo && sender_id !== state.you
  return [
    ...state.messages.map((message) => {
      const mine = message.sender_id === state.you
      const mark: Mark | null = mine ? (message.seq <= readByOthers ? 'read' : 'sent') : null
      return {
        key: `${message.sender_id}:${message.client_id}`,
        client_id: message.client_id,
        sender: message.sender_id,
        mine,
        content: message.content,
        at: message.sent_at,
        seq: message.seq,
        edited: message.edited_at !== null && message.deleted_at === null,
        deleted: message.deleted_at !== null,
        reactions: message.reactions.map(({ emoji, account_ids }) => ({
          emoji,
          count: account_ids.length,
          mine: account_ids.includes(state.you),
        })),
        attachments: message.attachments,
        reply: quoteOf(state, message.reply_to),
        ...(message.kind === 'system' && { news: message.system }),
        mark,
        failed: null,
        isNew: isNew(message),
      }
    }),
    // What waits comes after the newest one, which may not be here.
    ...(state.detached ? [] : state.waiting).map((one) => ({
      key: `${state.you}:${one.client_id}`,
      client_id: one.client_id,
      sender: state.you,
      mine: true,
      content: one.content,
      at: one.queued_at,
      seq: null,
      edited: false,
      deleted: false,
      reactions: [],
      attachments: one.attachments ?? [],
      reply: quoteOf(state, one.reply_to ?? null),
      mark: one.failed ? ('failed' as const) : ('sending' as const),
      failed: one.failed ?? null,
      isNew: false,
    })),
  ]
}

function quoteOf(state: ThreadState, seq: number | null): Quote | null {
  if (seq === null) return null
  const said = state.messages.find((message) => message.seq === seq)
  return {
    seq,
    mine: said?.sender_id === state.you,
    content: said?.content ?? null,
    deleted: said?.deleted_at != null,
  }
}
