export const COMMENT_ORDERS = ['oldest', 'liked'] as const
export type CommentOrder = (typeof COMMENT_ORDERS)[number]
/** What is left of a comment for who reads it: words, the place where its author removed them, or where staff hid them. */
export const COMMENT_STATES = ['shown', 'removed', 'hidden'] as const
export type CommentState = (typeof COMMENT_STATES)[number]

/** So many answers come along with a comment of a page; the others are asked for with `?parent=`. */
export const ANSWERS_SHOWN = 30
/** Of one account in one day. */
export const COMMENTS_A_DAY = 200
/** People whom one post or comment may name. */
export const MENTIONS_MOST = 10
/** People that completion offers. */
export const COMPLETIONS_MOST = 8
