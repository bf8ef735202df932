import type { post_bookmarks, post_likes } from '../community/marks.schema'
import type { community_mentions } from '../community/comments.schema'
import { mentionsIn } from '../community/mentions.rules'
import { linksIn } from '../community/posting.rules'
import type { post_tags, post_versions, posts } from '../community/posts.schema'
import { accountId, displayId, type Person } from './cast'
import { fixedId, numbersFor } from './fixed'
import { MENTORS } from './people'
import { STORIES } from './post-stories'
import { QUESTIONS, type SeedPost } from './post-words'
import { ADMIN } from './students'

const HOUR = 3_600_000

export const postId = (key: string): string => fixedId(`post:${key}`)

/** In the order in which they were published, which gives them their numbers. */
export const SEED_POSTS: SeedPost[] = [...QUESTIONS, ...STORIES].toSorted(
  (one, other) => other.hours_ago - one.hours_ago,
)
const DRAFT = 'Three things I would tell myself a year ago:\n\n1. Ask on the first day.\n2. '

const publishedAt = ({ hours_ago }: SeedPost, now: number): Date => new Date(now - hours_ago * HOUR)

/** Others who were here already, in an order of their own for each post. */
function others(post: SeedPost, cast: Map<string, Person>, now: number): Person[] {
  const next = numbersFor(`readers:${post.key}`)
  const at = publishedAt(post, now)
  return [...cast.values()]
    .filter(({ key, verified, joined_at }) => verified && joined_at < at && key !== (post.by ?? ADMIN.key))
    .map((person) => ({ person, place: next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ person }) => person)
}

function marksOf(post: SeedPost, cast: Map<string, Person>, now: number) {
  const people = others(post, cast, now)
  const at = publishedAt(post, now).getTime()
  const marked = (count: number, from: Person[]) =>
    from.slice(0, count).map(({ account_id }, i) => ({
      post_id: postId(post.key),
      account_id,
      created_at: new Date(at + ((now - at) * (i + 1)) / (count + 2)),
    }))
  return { likes: marked(post.likes, people), bookmarks: marked(post.bookmarks, people.toReversed()) }
}

function rowOf(post: SeedPost, now: number): typeof posts.$inferInsert {
  const published_at = publishedAt(post, now)
  return {
    id: postId(post.key),
    author_account_id: accountId(post.by ?? ADMIN.key),
    text: post.text,
    topic: post.topic,
    is_question: post.asks ?? false,
    is_official: post.by === undefined,
    links: linksIn(post.text),
    views: post.views,
    past_views: post.views,
    created_at: published_at,
    published_at,
    edited_at: post.before === undefined ? null : new Date(published_at.getTime() + 2 * HOUR),
  }
}

const draftRow = (now: number): typeof posts.$inferInsert => ({
  ...rowOf({ ...SEED_POSTS[0]!, key: 'draft', by: 'asha', text: DRAFT, topic: 'career', views: 0, hours_ago: 30 }, now),
  is_question: false,
  published_at: null,
})

const versionRow = (post: SeedPost, now: number): (typeof post_versions.$inferInsert)[] =>
  post.before === undefined
    ? []
    : [
        {
          id: fixedId(`version:${post.key}`),
          post_id: postId(post.key),
          text: post.before,
          written_at: publishedAt(post, now),
          replaced_at: new Date(publishedAt(post, now).getTime() + 2 * HOUR),
        },
      ]

const mentionRows = (post: SeedPost, now: number): (typeof community_mentions.$inferInsert)[] =>
  mentionsIn(post.text).map((display_id) => ({
    subject_id: postId(post.key),
    account_id: accountId(MENTORS.find((_, i) => displayId('M', i + 1) === display_id)!.key),
    display_id,
    created_at: publishedAt(post, now),
  }))

interface Posts {
  posts: (typeof posts.$inferInsert)[]
  post_tags: (typeof post_tags.$inferInsert)[]
  post_versions: (typeof post_versions.$inferInsert)[]
  post_mentions: (typeof community_mentions.$inferInsert)[]
  post_likes: (typeof post_likes.$inferInsert)[]
  post_bookmarks: (typeof post_bookmarks.$inferInsert)[]
}

/** What the community reads; triggers number, index and count it. */
export function postsAt(cast: Map<string, Person>, now: number): Posts {
  const marks = SEED_POSTS.map((post) => marksOf(post, cast, now))
  return {
    posts: [...SEED_POSTS.map((post) => rowOf(post, now)), draftRow(now)],
    post_tags: SEED_POSTS.flatMap(({ key, tags }) => tags.map((tag) => ({ post_id: postId(key), tag }))),
    post_versions: SEED_POSTS.flatMap((post) => versionRow(post, now)),
    post_mentions: SEED_POSTS.flatMap((post) => mentionRows(post, now)),
    post_likes: marks.flatMap(({ likes }) => likes),
    post_bookmarks: marks.flatMap(({ bookmarks }) => bookmarks),
  }
}
