import { createSignal } from 'solid-js'

/** What the next thing that is written belongs to: a message it answers, or one it changes. */
export type Answering = { kind: 'reply' | 'edit'; seq: number; content: string; mine: boolean }

export function createAnswering() {
  const [to, setTo] = createSignal<Answering>()
  const [quoted, setQuoted] = createSignal<{ content: string }>()
  return {
    to,
    answer: (next: Answering) => setTo(next),
    done: () => setTo(),
    /** Words that are to stand in what is written, as somebody else's. */
    quoted,
    quote: (content: string) => setQuoted({ content }),
  }
}
export type AnsweringState = ReturnType<typeof createAnswering>

export const asQuote = (content: string): string => content.trimEnd().replace(/^/gm, '> ')
