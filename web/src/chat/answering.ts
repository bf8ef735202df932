import { createSignal } from 'solid-js'

/** What the next thing that is written belongs to: a message it answers, or one it changes. */
export type Answering = { kind: 'reply' | 'edit'; seq: number; content: string; mine: boolean }

export function createAnswering() {
  const [to, setTo] = createSignal<Answering>()
  return { to, answer: (next: Answering) => setTo(next), done: () => setTo() }
}
export type AnsweringState = ReturnType<typeof createAnswering>
