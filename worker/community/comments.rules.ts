import { ANSWERS_SHOWN, type CommentState } from '../contract/comments.constants'
import { COMMENT_DEPTH_MOST } from '../contract/community.constants'
import { cursorOf } from '../lib/database'
import type { Account } from '../lib/route'
import type { CommentRow } from './comments.data'
import type { MentionFact } from './mentions.rules'
import { speakerOf } from './people.rules'

const stateOf = ({ removed_at, hidden_at, is_unseen }: CommentRow): CommentState => {
  if (removed_at !== null || is_unseen) return 'removed'
  return hidden_at === null ? 'shown' : 'hidden'
}

/** A hidden one is still its author's to read. */
export const isRead = (row: CommentRow): boolean =>
  stateOf(row) === 'shown' || (stateOf(row) === 'hidden' && Boolean(row.is_mine))

/** What is left of a comment for this reader. A block looks like a removal: nobody is told of one. */
export function commentView(row: CommentRow) {
  const state = stateOf(row)
  const { id, post_id, parent_id, depth, created_at } = row
  const place = { id, post_id, parent_id, depth, state, created_at, is_mine: Boolean(row.is_mine) }
  if (!isRead(row)) return { ...place, ...NOTHING }
  const { author, text, mentions, likes, edited_at } = row
  const said = { author, text, mentions, likes, edited_at }
  return { ...place, ...said, liked: Boolean(row.liked), is_accepted: Boolean(row.is_accepted) }
}
const NOTHING = { author: null, text: '', mentions: [], likes: 0, liked: false, is_accepted: false, edited_at: null }

export const placeIn = ({ likes, created_at, id }: Pick<CommentRow, 'likes' | 'created_at' | 'id'>) => [
  likes,
  created_at.getTime(),
  id,
]

/** As a comment of this moment is answered to its author, who need not read it again. */
export const freshView = ({ id, post_id, place, text, now }: Fresh, account: Account, mentioned: MentionFact[]) => ({
  id,
  post_id,
  parent_id: place.parent_id,
  depth: place.depth,
  state: 'shown' as const,
  created_at: now,
  is_mine: true,
  ...NOTHING,
  author: speakerOf(account),
  text,
  mentions: mentioned.map(({ display_id, name }) => ({ display_id, name })),
})
interface Fresh {
  id: string
  post_id: string
  place: ReturnType<typeof placeBelow>
  text: string
  now: Date
}

/** Answers in the order they came are whole trees: none stands before what it answers. */
export function threadsOf(tops: CommentRow[], below: CommentRow[]) {
  const byRoot = Map.groupBy(below, ({ root_id }) => root_id)
  return tops.map((top) => {
    const all = byRoot.get(top.id) ?? []
    const answers = all.slice(0, ANSWERS_SHOWN)
    const last = answers.at(-1)
    const answers_cursor = last && all.length > ANSWERS_SHOWN ? cursorOf(...placeIn(last)) : null
    return { ...commentView(top), answers: answers.filter(leavesTrace).map(commentView), answers_cursor }
  })
}

/** What cannot be read leaves its place only where somebody answered it. */
export const leavesTrace = (row: CommentRow): boolean => Boolean(row.has_answers) || isRead(row)

interface Above {
  id: string
  parent_id: string | null
  root_id: string | null
  depth: number
}

/** Where an answer stands: below what it answers, or beside it where that is as deep as is shown. */
export function placeBelow(answered: Above | undefined) {
  if (!answered) return { parent_id: null, root_id: null, depth: 1 }
  const isDeepest = answered.depth >= COMMENT_DEPTH_MOST
  return {
    parent_id: isDeepest ? answered.parent_id : answered.id,
    root_id: answered.root_id ?? answered.id,
    depth: isDeepest ? answered.depth : answered.depth + 1,
  }
}
