import type { MessageHit } from '../contract/chat'

/** Around a hit while it travels out of SQLite; a text that holds them itself is only cut oddly. */
const [OPEN, SHUT] = ['\u0002', '\u0003']
const SNIPPET_WORDS = 16
const SNIPPET_LENGTH = 160

/** Every word somebody typed, the last one perhaps not to its end: quoted, so that nothing in it is syntax. */
export function matchOf(typed: string): string | undefined {
  const words = typed.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu)
  return words ? `${words.map((word) => `"${word}"`).join(' ')}*` : undefined
}

type Row = { seq: number; sender_id: string; sent_at: number; snippet: string }
export interface Search {
  q: string
  before_seq: number
  limit: number
}

/** Newest first, one more than the limit. What holds no word at all, such as an emoji, is looked for as it stands. */
export function searchMessages(sql: SqlStorage, { q, before_seq, limit }: Search): MessageHit[] {
  const match = matchOf(q)
  const rows =
    match === undefined
      ? sql.exec<Row>(
          `select seq, sender_id, sent_at, replace(substr(content, max(1, instr(content, ?1) - 40), ${SNIPPET_LENGTH}),
             ?1, '${OPEN}' || ?1 || '${SHUT}') as snippet
           from messages where instr(content, ?1) > 0 and kind = 'text' and seq < ?2 order by seq desc limit ?3`,
          q.trim(),
          before_seq,
          limit + 1,
        )
      : sql.exec<Row>(
          `select seq, sender_id, sent_at, snippet(words, 0, '${OPEN}', '${SHUT}', '…', ${SNIPPET_WORDS}) as snippet
           from words join messages on messages.seq = words.rowid
           where words match ?1 and words.rowid < ?2 and kind = 'text' order by words.rowid desc limit ?3`,
          match,
          before_seq,
          limit + 1,
        )
  return rows.toArray().map((row) => ({
    ...row,
    sent_at: new Date(row.sent_at).toISOString(),
    snippet: piecesOf(row.snippet),
  }))
}

const piecesOf = (marked: string): MessageHit['snippet'] =>
  marked.split(OPEN).flatMap((part, i) => {
    if (i === 0) return part ? [{ text: part, hit: false }] : []
    const [hit = '', ...rest] = part.split(SHUT)
    const after = rest.join('')
    return [{ text: hit, hit: true }, ...(after ? [{ text: after, hit: false }] : [])]
  })
