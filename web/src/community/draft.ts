import { createStore } from 'solid-js/store'
import type { Topic } from '../../../worker/contract/community.constants'
import { shownText, storedText, type Mentioned } from './mentioning'
import type { Writing } from './writing'

export interface Picture {
  file_id: string
  url: string
  alt: string
}
export interface Words {
  text: string
  topic: Topic
  tags: string[]
  is_question: boolean
  pictures: Picture[]
  /** In the name of AspireX, of its staff alone. */
  as_official: boolean
  /** Whom the text names, as they were chosen. */
  people: Mentioned[]
}

const NOTHING: Words = {
  text: '',
  topic: 'general',
  tags: [],
  is_question: false,
  pictures: [],
  as_official: false,
  people: [],
}

function begun(what: Writing): Words {
  if (!('post' in what) && !('draft' in what))
    return { ...NOTHING, tags: what.tag ? [what.tag] : [], is_question: what.question ?? false }
  const from = 'post' in what ? what.post : what.draft
  const people = 'post' in what ? [...what.post.mentions] : []
  return {
    text: shownText(from.text, people),
    topic: from.topic,
    tags: [...from.tags],
    is_question: from.is_question,
    pictures: from.pictures.map(({ file_id, url, alt }) => ({ file_id, url, alt })),
    as_official: from.is_official,
    people,
  }
}

function stored(key: string): Words | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : { ...NOTHING, ...(JSON.parse(kept) as Partial<Words>) }
  } catch {
    return undefined
  }
}

const keyOf = (what: Writing, account: string): string =>
  `aspirex.post.${account}.${'post' in what ? what.post.id : 'draft' in what ? what.draft.id : 'new'}`

/** What one writes; it survives a reload and a lost line until it is published. */
export function createWords(what: Writing, account: string) {
  const key = keyOf(what, account)
  const [words, setWords] = createStore<Words>(stored(key) ?? begun(what))
  return {
    words,
    change(part: Partial<Words>): void {
      setWords(part)
      localStorage.setItem(key, JSON.stringify(words))
    },
    forget: () => localStorage.removeItem(key),
    body: () => ({
      text: storedText(words.text, words.people),
      topic: words.topic,
      tags: [...words.tags],
      is_question: words.is_question,
      pictures: words.pictures.map(({ file_id, alt }) => ({ file_id, alt })),
    }),
  }
}
