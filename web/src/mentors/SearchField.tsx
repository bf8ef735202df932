import { createEffect, createSignal, on, untrack } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import type { MentorSearching } from './search'

/** What one types is the address a moment later. */
export function SearchField(props: { searching: MentorSearching }) {
  const [words, setWords] = createSignal(untrack(() => props.searching.search().q ?? ''))
  const rested = createDebounced(() => words().trim(), 250)
  createEffect(on(rested, (q) => props.searching.setWords(q), { defer: true }))
  // Back and forward change the URL without the field.
  createEffect(
    on(
      () => props.searching.search().q ?? '',
      (q) => q !== words().trim() && q !== rested() && setWords(q),
      { defer: true },
    ),
  )
  return (
    <form
      class="search mfind"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        props.searching.setWords(words().trim())
      }}
    >
      <label class="sr" for="find">
        {m.landing_ask()}
      </label>
      <SearchIcon class="i" aria-hidden="true" />
      <input
        id="find"
        class="input"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        placeholder={m.landing_ask()}
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </form>
  )
}
