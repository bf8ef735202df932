import { speakerOf } from './people.rules'
import type { Account } from '../lib/route'
import type { MentionFact } from './mentions.rules'
import type { Writing } from './posting.data'
import { ASPIREX, pictureUrl } from './posts.rules'

interface Found {
  pictures: { id: string; width: number | null; height: number | null }[]
  mentioned: MentionFact[]
}

/** A post of this moment as its author meets it, known before it is written, so that a repeated call answers the same. */
export function newPostView({ id, content, is_official, now }: Writing, account: Account, found: Found) {
  const sizes = new Map(found.pictures.map(({ id: file_id, width, height }) => [file_id, { width, height }]))
  return {
    id,
    state: 'shown' as const,
    author: is_official ? ASPIREX : speakerOf(account),
    text: content.text,
    mentions: found.mentioned.map(({ display_id, name }) => ({ display_id, name })),
    topic: content.topic,
    tags: content.tags.toSorted(),
    is_question: content.is_question,
    is_official,
    pictures: content.pictures.map(({ file_id, alt }) => ({
      file_id,
      url: pictureUrl(file_id, is_official),
      alt,
      width: sizes.get(file_id)?.width ?? null,
      height: sizes.get(file_id)?.height ?? null,
    })),
    is_mine: true,
    may_edit: true,
    accepted_comment_id: null,
    likes: 0,
    comments: 0,
    bookmarks: 0,
    views: 0,
    liked: false,
    bookmarked: false,
    published_at: now,
    edited_at: null,
  }
}
