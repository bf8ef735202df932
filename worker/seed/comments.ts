import type { comment_likes, comments } from '../community/comments.schema'
import type { follows_people, follows_tags } from '../community/follows.schema'
import { linksIn } from '../community/posting.rules'
import { accountId, type Person } from './cast'
import { COMMENTS, FOLLOWS, type SeedComment } from './comment-words'
import { fixedId, numbersFor } from './fixed'
import { postId, SEED_POSTS } from './posts'

const HOUR = 3_600_000
type Row = typeof comments.$inferInsert & {
  id: string
  parent_id: string | null
  root_id: string | null
  depth: number
}

interface Place {
  post: string
  published: number
  above: Row | undefined
}

/** A comment, then all that stands below it: none comes before what it answers. */
function rowsOf(seed: SeedComment, { post, published, above }: Place): { row: Row; seed: SeedComment }[] {
  const row: Row = {
    id: fixedId(`comment:${post}:${seed.by}:${seed.after}`),
    post_id: postId(post),
    parent_id: above?.id ?? null,
    root_id: above ? (above.root_id ?? above.id) : null,
    depth: (above?.depth ?? 0) + 1,
    author_account_id: accountId(seed.by),
    text: seed.text,
    links: linksIn(seed.text),
    created_at: new Date(published + seed.after * HOUR),
  }
  const below = (seed.answers ?? []).flatMap((answer) => rowsOf(answer, { post, published, above: row }))
  return [{ row, seed }, ...below]
}

/** Others who were here already, each once. */
function likesOf(
  { row, seed }: { row: Row; seed: SeedComment },
  people: Person[],
): (typeof comment_likes.$inferInsert)[] {
  const next = numbersFor(`likes:${row.id}`)
  return people
    .filter(
      ({ account_id, verified, joined_at }) =>
        verified && joined_at < row.created_at && account_id !== row.author_account_id,
    )
    .map((person) => ({ person, place: next() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, seed.likes ?? 0)
    .map(({ person }) => ({ comment_id: row.id, account_id: person.account_id, created_at: row.created_at }))
}

const followsAt = (now: number) => {
  const created_at = new Date(now - 21 * 24 * HOUR)
  const all = Object.entries(FOLLOWS)
  return {
    follows_people: all.flatMap(([key, { people }]): (typeof follows_people.$inferInsert)[] =>
      people.map((other) => ({
        follower_account_id: accountId(key),
        followed_account_id: accountId(other),
        created_at,
      })),
    ),
    follows_tags: all.flatMap(([key, { tags }]): (typeof follows_tags.$inferInsert)[] =>
      tags.map((tag) => ({ account_id: accountId(key), tag, created_at })),
    ),
  }
}

/** What was said below the posts, which answers helped, and who follows whom. */
export function commentsAt(cast: Map<string, Person>, now: number) {
  const said = SEED_POSTS.flatMap(({ key, hours_ago }) =>
    (COMMENTS[key] ?? []).flatMap((seed) =>
      rowsOf(seed, { post: key, published: now - hours_ago * HOUR, above: undefined }),
    ),
  )
  const people = [...cast.values()]
  return {
    comments: said.map(({ row }) => row),
    comment_likes: said.flatMap((one) => likesOf(one, people)),
    accepted: said.flatMap(({ row, seed }) => (seed.is_accepted ? [{ post_id: row.post_id, comment_id: row.id }] : [])),
    ...followsAt(now),
  }
}
