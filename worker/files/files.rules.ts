import { FileName } from '../contract/files'
import { PICTURE_WIDTHS, type FileKind, type FileType } from '../contract/files.constants'
import type { Account } from '../lib/route'

const ENDINGS: Record<FileType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
const PLAIN_NAMES: Record<FileKind, string> = {
  picture: 'picture',
  cv: 'cv',
  portfolio: 'work',
  evidence: 'evidence',
  chat: 'file',
  support: 'file',
  cover: 'cover',
  post: 'picture',
}

/** Public objects have an address that only their owner's pages tell; the others are behind an access check. */
export const isPublic = (kind: FileKind): boolean => kind === 'picture' || kind === 'portfolio' || kind === 'cover'

/** Replaced by the next one of its kind, where the others gather. */
export const isSingle = (kind: FileKind): boolean => kind === 'picture' || kind === 'cv'

const PICTURES = 'files/pictures/'
export const OBJECTS = 'files/'
export const keyFor = (kind: FileKind, id: string, digest: string): string =>
  isPublic(kind) ? `${PICTURES}${digest}` : `${OBJECTS}private/${id}`
export const pictureKey = (digest: string, width: string | number): string => `${PICTURES}${digest}/${width}`

interface Stored {
  id: string
  kind: FileKind
  key: string
}
/** The object that is the whole file. */
export const objectOf = ({ kind, key }: Stored): string =>
  kind === 'picture' ? `${key}/512` : isPublic(kind) ? `${key}/full` : key
export const objectsOf = (file: Stored): string[] =>
  file.kind === 'picture' ? PICTURE_WIDTHS.map((width) => `${file.key}/${width}`) : [objectOf(file)]
/** The row's key of an object found in the bucket. */
export const rowKeyOf = (object: string): string =>
  object.startsWith(PICTURES) ? object.slice(0, object.lastIndexOf('/')) : object

export const addressOf = (file: Stored): string =>
  isPublic(file.kind) ? `/api/${objectOf(file)}` : `/api/files/${file.id}/`

/** A name for people: no folders, no control characters, with the ending of what the file really is. */
export function nameOf(sent: string, kind: FileKind, type: FileType): string {
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const stem = last.replace(/\.[^.]{0,10}$/u, '').replace(/^[.\s]+/u, '')
  const ending = `.${ENDINGS[type]}`
  const kept = FileName.safeParse(
    [...new Intl.Segmenter().segment(stem)]
      .slice(0, 100)
      .map((one) => one.segment)
      .join(''),
  )
  return `${kept.success ? kept.data : PLAIN_NAMES[kind]}${ending}`
}

/** What a private file may do in a browser: be saved. */
export const PRIVATE = {
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** RFC 6266: the name in any script, and one in ASCII for clients that know no better. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** As whom somebody may read a private file; undefined where for them it does not exist. */
export function readerOf(
  file: {
    owner_account_id: string
    kind: FileKind
    open_booking: boolean
    brought_to: string[]
    taken_back: boolean
    reported: boolean
    in_ticket: boolean
    seen_in_post: boolean
  },
  account: Pick<Account, 'id' | 'roles'>,
): 'owner' | 'mentor' | 'member' | 'reader' | 'staff' | undefined {
  if (file.owner_account_id === account.id && !file.taken_back) return 'owner'
  if (isPublic(file.kind)) return undefined
  if (file.kind === 'cv' && file.open_booking) return 'mentor'
  if (file.brought_to.length > 0) return 'member'
  if (file.seen_in_post) return 'reader'
  // Whoever judges a hidden post has to see what it shows.
  if (file.kind === 'post' && account.roles.includes('moderator')) return 'staff'
  if (file.reported && account.roles.includes('moderator')) return 'staff'
  if (file.in_ticket && account.roles.includes('support')) return 'staff'
  return account.roles.includes('admin') ? 'staff' : undefined
}

/** What was handed in to be read by staff. */
const HANDED_IN: Partial<Record<FileKind, string>> = { evidence: 'Mentor application', support: 'Support ticket' }

/** Staff say why, unless it was handed in for them. */
export const reasonToRead = (kind: FileKind, given: string | undefined): string | undefined => given ?? HANDED_IN[kind]
