import * as z from 'zod'

export const CommunityClientFrame = z.strictObject({ type: z.literal('ping') })
/** What the community's socket tells: that there is a new post, and what it is about. */
export type CommunityFrame =
  | { type: 'hello'; v: 1; now: string }
  | { type: 'news'; post_id: string; topic: string; tags: string[] }
  | { type: 'error'; code: string }
  | { type: 'pong' }
