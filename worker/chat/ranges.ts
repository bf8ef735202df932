import type * as z from 'zod'
import type { MessageQuery } from '../contract/chat'
import { cursorOf, positionOf } from '../lib/database'
import type { Page } from './message-log'

/** A cursor goes on in the direction that was asked first. */
export function rangeFrom({ before_seq, after_seq, limit, cursor }: z.output<typeof MessageQuery>) {
  const [direction, seq] = positionOf(cursor) ?? []
  if (typeof seq !== 'number') return { before_seq, after_seq, limit }
  return direction === 'after' ? { after_seq: seq, limit } : { before_seq: seq, limit }
}

export function cursorBehind({ items, more }: Page, direction: 'before' | 'after'): string | null {
  const edge = direction === 'after' ? items.at(-1) : items[0]
  return more && edge ? cursorOf(direction, edge.seq) : null
}
