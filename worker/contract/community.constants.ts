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
export const POST_PICTURES_MOST = 4
/** How deep comments are shown below each other; an answer to the deepest stands beside it. */
export const COMMENT_DEPTH_MOST = 6
/** An account of less than a day may do this much (E5). */
export const FIRST_DAY = { links: 2, pictures: 1, posts: 3 } as const
