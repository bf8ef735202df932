import * as z from 'zod'
import { DisplayId, graphemeCount, Id, Instant, line, PageQuery, pageOf, text } from './common'
import {
  ALT_GRAPHEMES_MOST,
  FEEDS,
  NEWER_MOST,
  POST_GRAPHEMES_MOST,
  POST_PICTURES_MOST,
  POST_STATES,
  SUGGESTED_TAGS,
  TAG_GRAPHEMES_MOST,
  TAGS_MOST,
  TOPICS,
  USEFUL_TERMS,
  VIEWS_AT_ONCE,
} from './community.constants'
import { CommunityPerson, Mentioned } from './community.people'
import { foldTag, isTag } from './tags'

export const Tag = z
  .string()
  .max(TAG_GRAPHEMES_MOST * 16)
  .overwrite(foldTag)
  .refine(isTag, 'Letters, digits and - + # . only')
  .refine((tag) => graphemeCount(tag) <= TAG_GRAPHEMES_MOST, `At most ${TAG_GRAPHEMES_MOST} characters`)
  .meta({ description: 'Folded: NFKC, lower case, without # before it' })

const ChosenPicture = z.strictObject({
  file_id: Id.meta({ description: 'From POST /api/files/post/' }),
  alt: line(0, ALT_GRAPHEMES_MOST).default('').meta({ description: 'What it shows, for who does not see it' }),
})
const isEachOnce = (pictures: { file_id: string }[]): boolean =>
  new Set(pictures.map(({ file_id }) => file_id)).size === pictures.length

const content = {
  topic: z.enum(TOPICS).default('general'),
  tags: z
    .array(Tag)
    .max(TAGS_MOST, `At most ${TAGS_MOST} tags`)
    .overwrite((tags) => [...new Set(tags)])
    .default([]),
  is_question: z.boolean().default(false),
  pictures: z
    .array(ChosenPicture)
    .max(POST_PICTURES_MOST, `At most ${POST_PICTURES_MOST} pictures`)
    .refine(isEachOnce, 'Each picture once')
    .default([]),
}
const Words = text(1, POST_GRAPHEMES_MOST)
const as_official = z
  .boolean()
  .default(false)
  .meta({ description: 'In the name of AspireX: administrators and support alone' })

export const NewPost = z.strictObject({ text: Words, ...content, as_official }).meta({ id: 'NewPost' })
export const ChangedPost = z.strictObject({ text: Words, ...content }).meta({ id: 'ChangedPost' })
export const NewDraft = z
  .strictObject({ text: text(0, POST_GRAPHEMES_MOST), ...content, as_official })
  .meta({ id: 'NewDraft' })

const PostPicture = z.object({
  file_id: Id,
  url: z.string(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
})
const shown = {
  id: Id,
  text: z.string(),
  topic: z.enum(TOPICS),
  tags: z.array(z.string()),
  is_question: z.boolean(),
  is_official: z.boolean(),
  pictures: z.array(PostPicture),
}
export const Post = z
  .object({
    ...shown,
    state: z.enum(POST_STATES).meta({ description: 'A removed one has no words, tags, pictures or author' }),
    author: CommunityPerson.nullable(),
    mentions: z.array(Mentioned),
    is_mine: z.boolean(),
    may_edit: z.boolean(),
    accepted_comment_id: Id.nullable(),
    likes: z.int(),
    comments: z.int(),
    bookmarks: z.int(),
    views: z.int(),
    liked: z.boolean(),
    bookmarked: z.boolean(),
    published_at: Instant,
    edited_at: Instant.nullable(),
  })
  .meta({ id: 'Post' })
export const PostPage = pageOf(Post)
  .extend({
    newest: z
      .string()
      .nullable()
      .meta({ description: 'On a first page: ask later with ?since={newest} how many have come' }),
    newer: z
      .int()
      .nullable()
      .meta({ description: `With ?since=: how many posts of others have come, at most ${NEWER_MOST}` }),
  })
  .meta({ id: 'PostPage' })
export const OfficialPage = pageOf(Post).meta({ id: 'OfficialPage' })
export const BookmarkPage = pageOf(Post.extend({ bookmarked_at: Instant })).meta({ id: 'BookmarkPage' })

export const FeedQuery = PageQuery.extend({
  feed: z.enum(FEEDS).default('latest'),
  topic: z.enum(TOPICS).optional(),
  tag: Tag.optional(),
  author: DisplayId.optional(),
  is_question: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  search: line(0, 200).optional(),
  since: z.string().max(500).optional().meta({ description: '`newest` of a page: counts instead of listing' }),
})
export const PostPath = z.strictObject({ id: Id })
export const PicturePath = z.strictObject({ file_id: Id })

export const Liked = z.object({ liked: z.boolean(), likes: z.int() }).meta({ id: 'PostLiked' })
export const Viewed = z.object({ views: z.int() }).meta({ id: 'PostViewed' })
export const SeenPosts = z.strictObject({ ids: z.array(Id).min(1).max(VIEWS_AT_ONCE) }).meta({ id: 'SeenPosts' })
export const ViewCounts = z
  .object({ items: z.array(z.object({ id: Id, views: z.int() })).max(VIEWS_AT_ONCE) })
  .meta({ id: 'ViewCounts' })

export const PostHistory = z
  .object({
    items: z
      .array(z.object({ text: z.string(), written_at: Instant }))
      .meta({ description: 'What it said before, the latest first' }),
    next_cursor: z.null(),
  })
  .meta({ id: 'PostHistory' })

export const Usefulness = z
  .object({
    points: z.number().meta({ description: 'The sum of the terms, by which the feed is sorted' }),
    place: z
      .int()
      .nullable()
      .meta({ description: 'In the whole ranking, from 1; null where it is not ranked yet or any more' }),
    ranked_at: Instant.meta({ description: 'When the terms were taken' }),
    terms: z.array(
      z.object({
        term: z.enum(USEFUL_TERMS),
        count: z.number().meta({ description: 'How many; 1 or 0 for yes or no; hours for the age' }),
        points: z.number(),
      }),
    ),
  })
  .meta({ id: 'Usefulness' })

export const Draft = z.object({ ...shown, saved_at: Instant }).meta({ id: 'Draft' })
export const DraftPage = z.object({ items: z.array(Draft), next_cursor: z.null() }).meta({ id: 'DraftPage' })

const CountedTag = z.object({ tag: z.string(), posts: z.int().meta({ description: 'Published ones' }) })
export const TagQuery = z.strictObject({ search: line(0, 100).default('') })
export const TagList = z.object({ items: z.array(CountedTag).max(SUGGESTED_TAGS) }).meta({ id: 'TagList' })
export const TagPagePath = z.strictObject({ tag: Tag })
export const TagPage = CountedTag.extend({ followers: z.int(), following: z.boolean() }).meta({ id: 'TagPage' })
