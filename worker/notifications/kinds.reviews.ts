import type { Badge } from '../contract/badges.constants'
import { because, type Kind } from './kind'
import { named, timeIn } from './wording'

interface ReviewData {
  reader: 'student' | 'mentor'
  booking_id: string
  offer_title: string
  mentor_name: string
  student_name: string
}

export interface ReviewKinds {
  review_received: ReviewData & { visible_from: string }
  review_visible: ReviewData
  review_reply: { mentor_name: string; booking_id: string; offer_title: string; mentor_id: string }
  review_removed: { booking_id: string; is_reply: boolean; staff_reason: string }
  badge_gained: { badge: Badge }
  badge_lost: { badge: Badge }
}

const BADGES: Record<Badge, string> = {
  trusted: 'Trusted',
  reliable: 'Keeps their word',
  returned_to: 'Students come back',
  seasoned: 'A hundred sessions',
}

const writerOf = (data: ReviewData): string => named(data.reader === 'mentor' ? data.student_name : data.mentor_name)
const titleOf = ({ offer_title }: { offer_title: string }): string => `“${named(offer_title)}”`
const session = ({ booking_id }: { booking_id: string }): string => `/sessions/${booking_id}`

export const REVIEW_KINDS: { [K in keyof ReviewKinds]: Kind<ReviewKinds[K]> } = {
  review_received: {
    type: 'info',
    text: (data, reader) =>
      `${writerOf(data)} wrote about your session ${titleOf(data)}. You can read it once you have written too, or from ${timeIn(reader.time_zone, data.visible_from)}.`,
    link: session,
  },
  review_visible: {
    type: 'info',
    text: (data) =>
      data.reader === 'mentor'
        ? `${writerOf(data)}’s review of ${titleOf(data)} is on your page.`
        : `${writerOf(data)} left you feedback on ${titleOf(data)}. Only you can read it.`,
    link: session,
    mail: (data) => ({
      subject: data.reader === 'mentor' ? `A review by ${writerOf(data)}` : `Feedback from ${writerOf(data)}`,
      paragraphs:
        data.reader === 'mentor'
          ? [`${writerOf(data)} reviewed ${titleOf(data)}. It is on your page now, and you may reply once.`]
          : [`${writerOf(data)} left you feedback on ${titleOf(data)}. Only you can read it.`],
      action: { label: 'Read it', path: session(data) },
    }),
  },
  review_reply: {
    type: 'info',
    text: (data) => `${named(data.mentor_name)} replied to your review of ${titleOf(data)}.`,
    link: session,
  },
  review_removed: {
    type: 'warning',
    text: ({ is_reply, staff_reason }) =>
      `${is_reply ? 'Your reply to a review' : 'Your review'} was removed by our staff. ${staff_reason}`,
    link: session,
    mail: (data) => ({
      subject: data.is_reply ? 'Your reply was removed' : 'Your review was removed',
      paragraphs: [
        `${data.is_reply ? 'Your reply to a review' : 'Your review'} was removed by our staff.`,
        ...because(data.staff_reason),
      ],
      action: { label: 'See the session', path: session(data) },
    }),
  },
  badge_gained: {
    type: 'success',
    text: ({ badge }) => `You have the badge “${BADGES[badge]}” now. Students see it on your page.`,
    link: () => '/badges',
  },
  badge_lost: {
    type: 'info',
    text: ({ badge }) => `You no longer meet the rules of the badge “${BADGES[badge]}”. See what is missing.`,
    link: () => '/badges',
  },
}
