import * as z from 'zod'
import { DisplayId, Instant, pageOf } from './common'
import { Tag } from './community'
import { CommunityPerson } from './community.people'

export const PersonPath = z.strictObject({ display_id: DisplayId })
export const TagPath = z.strictObject({ tag: Tag })

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
