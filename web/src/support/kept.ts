import { createSignal } from 'solid-js'

/** Words that survive a reload, until they are sent. */
export function createKept(key: string) {
  const [text, setText] = createSignal(sessionStorage.getItem(key) ?? '')
  return {
    text,
    write(words: string): void {
      setText(words)
      if (words === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, words)
    },
  }
}
