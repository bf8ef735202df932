import { FIRST_DAY, POSTS_A_DAY, type Topic } from '../contract/community.constants'
import { fail } from '../lib/failure'

export interface Content {
  text: string
  topic: Topic
  tags: string[]
  is_question: boolean
  pictures: { file_id: string; alt: string }[]
}

const LINK = /\bhttps?:\/\/|(?<![\p{L}\p{N}./-])www\./giu
/** Addresses that a reader could follow. */
export const linksIn = (text: string): number => [...text.matchAll(LINK)].length

/** What somebody has published in the last 24 hours, and whether their account is not older than that. */
export interface Standing {
  is_new: number
  posts: number
  links: number
  pictures: number
}

const FIRST = 'In the first day of an account'

/** The limits of new accounts (E5), and the one that holds for everybody. */
export function judgeStanding(
  { is_new, posts, links, pictures }: Standing,
  content: Content,
  publishes: boolean,
): void {
  if (publishes && posts >= POSTS_A_DAY) fail('limit_reached', { detail: `At most ${POSTS_A_DAY} posts in 24 hours.` })
  if (!is_new) return
  if (publishes && posts >= FIRST_DAY.posts)
    fail('limit_reached', { detail: `${FIRST} there can be ${FIRST_DAY.posts} posts. Tomorrow there can be more.` })
  const added = linksIn(content.text)
  const errors = {
    ...(added > 0 &&
      links + added > FIRST_DAY.links && {
        text: [`${FIRST} what you write may hold ${FIRST_DAY.links} links altogether. Tomorrow there can be more.`],
      }),
    ...(content.pictures.length > 0 &&
      pictures + content.pictures.length > FIRST_DAY.pictures && {
        pictures: [`${FIRST} your posts may hold one picture. Tomorrow there can be more.`],
      }),
  }
  if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
}

/** Every picture of a post must be there and be its author's. */
export function judgePictures({ pictures }: Content, found: { id: string }[]): void {
  if (pictures.some(({ file_id }) => !found.some(({ id }) => id === file_id)))
    fail('invalid_input', { errors: { pictures: ['A picture is not there any more. Choose it again.'] } })
}
