import {
  USEFUL_AGE_HOURS,
  USEFUL_POINTS,
  USEFUL_TERMS,
  USEFUL_WAITING_HOURS,
  type UsefulTerm,
} from '../contract/community.constants'

const HOUR = 3_600_000

/** What others made of a post; what its author did with it counts nowhere. */
export interface Measures {
  likes: number
  bookmarks: number
  /** Others who commented. */
  people: number
  is_question: boolean
  is_solved: boolean
  published_at: number
}
export interface Ranked extends Measures {
  id: string
  /** In hundredths of a point, so that no rounding stands between the sum and the order. */
  score: number
}

/** So long it takes until a post has lost a hundredth of a point. */
export const HUNDREDTH_MS = (USEFUL_AGE_HOURS * HOUR) / 100

const isWaiting = ({ is_question, is_solved, people, published_at }: Measures, at: number): boolean =>
  is_question && !is_solved && people === 0 && at - published_at < USEFUL_WAITING_HOURS * HOUR

/** Each doubling counts the same: the tenth like says less than the first. */
const doublings = (count: number, points: number): number => Math.round(100 * points * Math.log2(1 + count))
const once = (holds: boolean, points: number): number => (holds ? 100 * points : 0)

/** Every term of the formula of docs/useful.md with its points in hundredths. */
export function termsOf(post: Measures, at: number): { term: UsefulTerm; count: number; points: number }[] {
  const age = Math.max(0, at - post.published_at)
  const waiting = isWaiting(post, at)
  const found: Record<UsefulTerm, [count: number, points: number]> = {
    likes: [post.likes, doublings(post.likes, USEFUL_POINTS.likes)],
    bookmarks: [post.bookmarks, doublings(post.bookmarks, USEFUL_POINTS.bookmarks)],
    people: [post.people, doublings(post.people, USEFUL_POINTS.people)],
    solved: [Number(post.is_solved), once(post.is_solved, USEFUL_POINTS.solved)],
    waiting: [Number(waiting), once(waiting, USEFUL_POINTS.waiting)],
    age: [Math.floor(age / HOUR), -Math.floor(age / HUNDREDTH_MS)],
  }
  return USEFUL_TERMS.map((term) => ({ term, count: found[term][0], points: found[term][1] }))
}

export const scoreOf = (post: Measures, at: number): number =>
  termsOf(post, at).reduce((sum, { points }) => sum + points, 0)

/** The most useful first; of two that are as useful the one that comes first in the list. */
export const ranked = (posts: (Measures & { id: string })[], at: number): Ranked[] =>
  posts.map((post) => ({ ...post, score: scoreOf(post, at) })).toSorted((one, other) => other.score - one.score)
