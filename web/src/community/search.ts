import { FEEDS, TOPICS } from '../../../worker/contract/community.constants'
import type { Wish } from './community.queries'

type Address = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined

/** What the address of the page wishes to see; what it cannot mean is left out. */
export function wishIn(address: Address): Wish {
  const questions = one(address.questions) === '1'
  return {
    feed: FEEDS.find((feed) => feed === one(address.feed)),
    topic: TOPICS.find((topic) => topic === one(address.topic)),
    tag: one(address.tag)?.slice(0, 100),
    search: one(address.q)?.slice(0, 200),
    ...(questions && { is_question: 'true' as const }),
  }
}
