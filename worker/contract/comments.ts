import * as z from 'zod'
import { DisplayId, Id, Instant, line, PageQuery, pageOf, text } from './common'
import { ANSWERS_SHOWN, COMMENT_ORDERS, COMMENT_STATES, COMPLETIONS_MOST } from './comments.constants'
import { COMMENT_DEPTH_MOST, COMMENT_GRAPHEMES_MOST } from './community.constants'
import { CommunityPerson, Mentioned } from './community.people'

const Words = text(1, COMMENT_GRAPHEMES_MOST)
export const NewComment = z
  .strictObject({
    text: Words,
    parent_id: Id.optional().meta({ description: 'The comment that this answers; none: it answers the post' }),
  })
  .meta({ id: 'NewComment' })
export const ChangedComment = z.strictObject({ text: Words }).meta({ id: 'ChangedComment' })

const shown = {
  id: Id,
  post_id: Id,
  parent_id: Id.nullable().meta({ description: 'Beside a deepest comment stands what answers it' }),
  depth: z.int().min(1).max(COMMENT_DEPTH_MOST),
  state: z.enum(COMMENT_STATES).meta({ description: 'Only `shown`, and a hidden one of mine, has words' }),
  author: CommunityPerson.nullable(),
  text: z.string(),
  mentions: z.array(Mentioned),
  is_mine: z.boolean(),
  is_accepted: z.boolean(),
  liked: z.boolean(),
  likes: z.int(),
  created_at: Instant,
  edited_at: Instant.nullable(),
}
export const Comment = z.object(shown).meta({ id: 'Comment' })
export const Thread = z
  .object({
    ...shown,
    answers: z.array(Comment).meta({
      description: `At every depth, as they came: an answer never stands before what it answers; at most ${ANSWERS_SHOWN}`,
    }),
    answers_cursor: z
      .string()
      .nullable()
      .meta({ description: 'Where further answers begin: ?parent={id}&cursor={answers_cursor}; null: there are none' }),
  })
  .meta({ id: 'Thread' })

export const CommentsQuery = PageQuery.extend({
  order: z.enum(COMMENT_ORDERS).default('oldest'),
  parent: Id.optional(),
})
export const ThreadPage = pageOf(Thread)
  .extend({
    accepted: Comment.nullable().meta({ description: 'Of a question, on the first page; it stands in its place too' }),
  })
  .meta({ id: 'ThreadPage' })

export const OfPost = z.strictObject({ id: Id })
export const OfComment = z.strictObject({ id: Id })
export const CommentLiked = z.object({ liked: z.boolean(), likes: z.int() }).meta({ id: 'CommentLiked' })
export const CommentVersion = z.object({ text: z.string(), written_at: Instant }).meta({ id: 'CommentVersion' })
export const CommentHistory = pageOf(CommentVersion).meta({ id: 'CommentHistory' })

export const Acceptance = z.strictObject({ comment_id: Id }).meta({ id: 'Acceptance' })
export const Accepted = z.object({ accepted_comment_id: Id.nullable() }).meta({ id: 'Accepted' })

export const CompletionQuery = z.strictObject({
  search: line(0, 100).default(''),
  post_id: Id.optional().meta({ description: 'People who speak there come first' }),
})
export const Completion = z
  .object({ items: z.array(CommunityPerson.extend({ display_id: DisplayId })).max(COMPLETIONS_MOST) })
  .meta({ id: 'Completion' })
