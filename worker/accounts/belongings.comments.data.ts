import { sql } from 'drizzle-orm'
import { comment_likes, comment_versions, comments, community_mentions } from '../community/comments.schema'
import { community_acts, community_cases, community_flags } from '../community/flags.schema'
import { follows_people, follows_tags } from '../community/follows.schema'
import { belonging, by, type Belonging } from './belongings'

/** What a person says in the community, whom they follow, and what moderation did about it. */
export const COMMENT_BELONGINGS: Belonging[] = [
  belonging(comment_likes, { mine: by(comment_likes.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(comment_versions, {
    mine: ({ id }) => sql`comment_id in (select id from comments where author_account_id = ${id})`,
    taken: { but: [] },
    left: 'nothing',
  }),
  // Its place stays, for others answered it.
  belonging(comments, {
    mine: by(comments.author_account_id),
    taken: { but: [] },
    left: { sets: (at) => ({ text: '', removed_at: at }) },
  }),
  belonging(community_mentions, {
    mine: by(community_mentions.account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(follows_people, {
    mine: by(follows_people.follower_account_id),
    traces: by(follows_people.followed_account_id),
    taken: { but: [] },
    left: 'nothing',
  }),
  belonging(follows_tags, { mine: by(follows_tags.account_id), taken: { but: [] }, left: 'nothing' }),
  belonging(community_flags, {
    mine: by(community_flags.reporter_account_id),
    taken: { but: ['case_id', 'weight'] },
    left: { sets: () => ({ text: null }) },
  }),
  belonging(community_cases, {
    mine: by(community_cases.author_account_id),
    taken: {
      only: [
        'id',
        'post_id',
        'comment_id',
        'state',
        'cause',
        'opened_at',
        'edited_at',
        'appeal',
        'decided_at',
        'decision',
        'decision_reason',
      ],
    },
    left: { sets: () => ({ appeal: null }) },
  }),
  belonging(community_acts, {
    mine: by(community_acts.by_account_id),
    taken: { nothing: 'Work of the staff for the product, by ids' },
    left: { everything: 'Who of the staff hid or restored what, and why, stays on record' },
  }),
]
