import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { CONVERSATION_FILTERS } from '../../../worker/contract/chat.constants'
import type { Filter, Wish } from './conversations.pages'

/** Which list one looks at is in the address: a reload, a link and the way back show the same. */
export function createWish() {
  const [params, setParams] = useSearchParams<{ filter?: string; q?: string }>()
  const wish = createMemo<Wish>(
    () => {
      const filter = CONVERSATION_FILTERS.find((one) => one === params.filter)
      const q = params.q?.trim()
      return { ...(filter && { filter }), ...(q && { q }) }
    },
    {},
    { equals: (a, b) => a.filter === b.filter && a.q === b.q },
  )
  return {
    wish,
    setFilter: (filter: Filter | undefined) => setParams({ filter }, { replace: true }),
    setWords: (q: string) => setParams({ q: q || undefined }, { replace: true }),
    clear: () => setParams({ q: undefined, filter: undefined }, { replace: true }),
  }
}

export type Wishing = ReturnType<typeof createWish>
