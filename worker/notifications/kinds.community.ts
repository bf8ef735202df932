import type { FlagReason } from '../contract/flags.constants'
import type { Kind } from './kind'
import { named } from './wording'

/** Somebody did something below a post. The one who did it is named by id as well, so that an erasure finds the name. */
export interface CommunityAct {
  by_account_id: string
  by_name: string
  post_id: string
  /** The comment that was written, accepted, liked or hidden; none: the post itself. */
  comment_id: string | null
}
interface Moderated {
  post_id: string
  comment_id: string | null
  staff_reason: string | null
}

export interface CommunityKinds {
  community_comment: CommunityAct
  community_answer: CommunityAct
  community_mention: CommunityAct
  community_accepted: CommunityAct
  community_likes: CommunityAct & { count: number }
  community_follower: { by_account_id: string; by_name: string; display_id: string }
  community_hidden: Moderated & { flagged_for: FlagReason[] }
  community_restored: Moderated
}

const REASONS: Record<FlagReason, string> = {
  spam: 'spam',
  harassment: 'harassment',
  hate: 'hatred',
  sexual: 'sexual content',
  self_harm: 'self-harm',
  misinformation: 'false information',
  private_information: 'private information',
  other: 'another reason',
}

type Thing = Pick<Moderated, 'post_id' | 'comment_id'>
const place = ({ post_id, comment_id }: Thing): string =>
  `/community/posts/${post_id}${comment_id ? `#comment-${comment_id}` : ''}`
const mine = ({ comment_id }: Thing): string => (comment_id ? 'Your comment' : 'Your post')
const who = ({ by_name }: { by_name: string }): string => named(by_name)

/** Why it is hidden: the moderator's words, or what people flagged it for. */
const whyHidden = ({ staff_reason, flagged_for }: CommunityKinds['community_hidden']): string =>
  staff_reason ?? `People flagged it for ${flagged_for.map((reason) => REASONS[reason]).join(', ')}.`
const WHAT_NEXT = {
  decided: 'You may edit it once, or ask another moderator to look at it.',
  waiting: 'A moderator will look at it. You may edit it once meanwhile.',
}
const whatNext = ({ staff_reason }: Moderated): string => (staff_reason ? WHAT_NEXT.decided : WHAT_NEXT.waiting)

function likers(data: CommunityKinds['community_likes']): string {
  if (data.count <= 1) return `${who(data)} likes`
  return data.count === 2 ? `${who(data)} and one other like` : `${who(data)} and ${data.count - 1} others like`
}

export const COMMUNITY_KINDS: { [K in keyof CommunityKinds]: Kind<CommunityKinds[K]> } = {
  community_comment: {
    type: 'info',
    text: (data) => `${who(data)} commented on your post.`,
    link: place,
  },
  community_answer: {
    type: 'info',
    text: (data) => `${who(data)} answered your comment.`,
    link: place,
  },
  community_mention: {
    type: 'info',
    text: (data) => `${who(data)} mentioned you in a ${data.comment_id ? 'comment' : 'post'}.`,
    link: place,
    mail: (data) => ({
      subject: `${data.by_name} mentioned you`,
      paragraphs: [`${who(data)} mentioned you in a ${data.comment_id ? 'comment' : 'post'} of the community.`],
      action: { label: 'Read it', path: place(data) },
    }),
  },
  community_accepted: {
    type: 'success',
    text: (data) => `${who(data)} accepted your answer.`,
    link: place,
  },
  community_likes: {
    type: 'info',
    text: (data) => `${likers(data)} ${mine(data).toLowerCase()}.`,
    link: place,
  },
  community_follower: {
    type: 'info',
    text: (data) => `${who(data)} follows you now.`,
    link: ({ display_id }) => `/community/people/${display_id}`,
  },
  community_hidden: {
    type: 'warning',
    important: true,
    text: (data) => `${mine(data)} is hidden. ${whyHidden(data)} ${whatNext(data)}`,
    link: place,
    mail: (data) => ({
      subject: `${mine(data)} is hidden`,
      paragraphs: [`${mine(data)} in the community is hidden.`, whyHidden(data), whatNext(data)],
      action: { label: 'See what you can do', path: place(data) },
    }),
  },
  community_restored: {
    type: 'success',
    text: (data) => `${mine(data)} can be read again.${data.staff_reason ? ` ${data.staff_reason}` : ''}`,
    link: place,
  },
}
