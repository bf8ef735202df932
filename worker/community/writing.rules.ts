import { FIRST_DAY } from '../contract/community.constants'
import { fail } from '../lib/failure'
import { linksIn } from './posting.rules'

/** What somebody has said in the last 24 hours. */
export interface LinkStanding {
  is_new: number
  links: number
}

/** The limit of new accounts, over posts and comments (E5). A comment without links is always possible. */
export function judgeLinks({ is_new, links }: LinkStanding, text: string): void {
  if (!is_new || linksIn(text) === 0 || links + linksIn(text) <= FIRST_DAY.links) return
  const words = `In the first day of an account what you write may hold ${FIRST_DAY.links} links altogether. Tomorrow there can be more.`
  fail('invalid_input', { errors: { text: [words] } })
}
