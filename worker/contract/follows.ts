import * as z from 'zod'
import { DisplayId, Instant, line, pageOf } from './common'
import { CommunityPerson } from './community.people'

export const PersonPath = z.strictObject({ display_id: DisplayId })
export const TagPath = z.strictObject({ tag: line(1, 100) })

export const FollowedPerson = CommunityPerson.extend({ display_id: DisplayId, followed_at: Instant }).meta({
  id: 'FollowedPerson',
})
export const FollowPage = pageOf(FollowedPerson)
  .extend({ tags: z.array(z.string()).meta({ description: 'Every tag I follow, on each page' }) })
  .meta({ id: 'FollowPage' })

/** Somebody of the community as I see them. */
export const CommunityProfile = CommunityPerson.extend({
  display_id: DisplayId,
  is_me: z.boolean(),
  is_followed: z.boolean(),
  followers: z.int(),
  posts: z.int().meta({ description: 'Published ones that can be read' }),
}).meta({ id: 'CommunityProfile' })
