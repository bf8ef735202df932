/** What a post is about: a closed list beside the free tags. */
export const TOPICS = [
  'career',
  'studies',
  'programming',
  'data',
  'design',
  'business',
  'interviews',
  'wellbeing',
  'showcase',
  'general',
] as const
export type Topic = (typeof TOPICS)[number]

export const POST_GRAPHEMES_MOST = 2500
export const COMMENT_GRAPHEMES_MOST = 2500
export const TAGS_MOST = 5
export const TAG_GRAPHEMES_MOST = 30
export const POST_PICTURES_MOST = 4
/** How deep comments are shown below each other; an answer to the deepest stands beside it. */
export const COMMENT_DEPTH_MOST = 6
/** An account of less than a day may do this much (E5). */
export const FIRST_DAY = { links: 2, pictures: 1, posts: 3 } as const
/** Anybody may publish so many in 24 hours. */
export const POSTS_A_DAY = 30
export const DRAFTS_MOST = 50
export const ALT_GRAPHEMES_MOST = 300
/** Seen posts that one request may report: a screen and what was passed on the way. */
export const VIEWS_AT_ONCE = 100
/** "3 new posts" counts no further. */
export const NEWER_MOST = 99
export const SUGGESTED_TAGS = 20

/** Everything by time; by the formula of docs/useful.md; of the people and tags I follow, by time. */
export const FEEDS = ['latest', 'useful', 'following'] as const
export type Feed = (typeof FEEDS)[number]

/** A removed post is the place where its comments stand; a hidden one is its author's alone to read. */
export const POST_STATES = ['shown', 'hidden', 'removed'] as const

/** What makes a post useful, in the order in which it is explained. */
export const USEFUL_TERMS = ['likes', 'bookmarks', 'people', 'solved', 'waiting', 'age'] as const
export type UsefulTerm = (typeof USEFUL_TERMS)[number]
/**
 * Of likes, bookmarks and people who answered every doubling of one more than their number earns so much; the author's
 * own count nothing.
 */
export const USEFUL_POINTS = { likes: 3, bookmarks: 4, people: 2, solved: 4, waiting: 4 } as const
/** A point is lost in so many hours. */
export const USEFUL_AGE_HOURS = 12
/** A question that nobody else has answered is lifted for so long. */
export const USEFUL_WAITING_HOURS = 48
/** Posts of the last days that are ranked, and the most of them. */
export const USEFUL_DAYS = 60
export const USEFUL_MOST = 1000
