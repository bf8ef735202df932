import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { Note } from '../ui/Note'

const WORDS = {
  refused: m.google_refused,
  cancelled: m.google_cancelled,
  unverified: m.google_unverified,
  taken: m.google_taken,
  connected: m.google_connected,
}
type Outcome = keyof typeof WORDS
const isOutcome = (word: unknown): word is Outcome => typeof word === 'string' && word in WORDS
const KINDS = {
  refused: 'danger',
  cancelled: 'info',
  unverified: 'warning',
  taken: 'warning',
  connected: 'success',
} as const

/** What came of the way to Google, by the word in the address. */
export function GoogleNote() {
  const [query] = useSearchParams()
  const outcome = () => (isOutcome(query.google) ? query.google : undefined)
  return <Show when={outcome()}>{(word) => <Note kind={KINDS[word()]}>{WORDS[word()]()}</Note>}</Show>
}
