import { fail } from '../lib/failure'
import type { Account } from '../lib/route'
import type { PostRow } from './posts.data'

export interface ShownPicture {
  file_id: string
  alt: string
  width: number | null
  height: number | null
}

/** Pictures of what AspireX says have an address for visitors. */
export const pictureUrl = (file_id: string, is_official: boolean): string =>
  is_official ? `/api/community/pictures/${file_id}/` : `/api/files/${file_id}/`

export const picturesFrom = ({ pictures, is_official }: Pick<PostRow, 'pictures' | 'is_official'>) =>
  (JSON.parse(pictures) as ShownPicture[]).map((picture) => ({
    ...picture,
    url: pictureUrl(picture.file_id, Boolean(is_official)),
  }))

export const ASPIREX = { display_id: null, name: 'AspireX', picture_url: null, role: 'staff' as const }

/** Who may speak in the name of AspireX; staff roles count only in a staff session. */
export const isSpokesperson = (account: Pick<Account, 'roles'> | undefined): boolean =>
  account !== undefined && (account.roles.includes('admin') || account.roles.includes('support'))

export function judgeOfficial(as_official: boolean, account: Account): void {
  if (as_official && !isSpokesperson(account)) fail('role_required')
}

/** What AspireX says is changed by whoever may speak for it, anything else by its author alone. */
export const isTheirs = (row: PostRow, account: Account | undefined): boolean =>
  row.is_official ? isSpokesperson(account) : Boolean(row.is_mine)

const at = (time: number | null): Date | null => (time === null ? null : new Date(time))

const NOTHING = {
  author: null,
  text: '',
  mentions: [],
  tags: [],
  pictures: [],
  is_mine: false,
  may_edit: false,
  accepted_comment_id: null,
  likes: 0,
  bookmarks: 0,
  views: 0,
  liked: false,
  bookmarked: false,
  edited_at: null,
}

/** A published post as somebody reads it. */
export function postView(row: PostRow, reader: Account | undefined) {
  const place = {
    id: row.id,
    topic: row.topic,
    is_question: Boolean(row.is_question),
    is_official: Boolean(row.is_official),
    comments: row.comments,
    published_at: at(row.published_at),
  }
  if (row.removed_at !== null) return { ...place, ...NOTHING, state: 'removed' }
  return {
    ...place,
    state: row.hidden_at === null ? 'shown' : 'hidden',
    author: row.is_official ? ASPIREX : (JSON.parse(row.author ?? 'null') as object | null),
    text: row.text,
    mentions: JSON.parse(row.mentions) as object[],
    tags: JSON.parse(row.tags) as string[],
    pictures: picturesFrom(row),
    is_mine: Boolean(row.is_mine),
    may_edit: isTheirs(row, reader) && !row.is_frozen,
    accepted_comment_id: row.accepted_comment_id,
    likes: row.likes,
    bookmarks: row.bookmarks,
    views: row.views,
    liked: Boolean(row.liked),
    bookmarked: Boolean(row.bookmarked),
    edited_at: at(row.edited_at),
  }
}

export const draftView = (row: PostRow) => ({
  id: row.id,
  text: row.text,
  topic: row.topic,
  tags: JSON.parse(row.tags) as string[],
  is_question: Boolean(row.is_question),
  is_official: Boolean(row.is_official),
  pictures: picturesFrom({ ...row, is_official: 0 }),
  saved_at: new Date(row.edited_at ?? row.created_at),
})
