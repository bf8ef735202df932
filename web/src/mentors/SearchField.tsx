import { useIsRouting } from '@solidjs/router'
import { createEffect, createSignal, on, untrack } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import type { MentorSearching } from './search'

/**
 * What one types is the address a moment later: but not while another page is on its way, for setting
 * the address would take back the row that was just pressed.
 */
export function SearchField(props: { searching: MentorSearching }) {
  const asked = () => props.searching.search().q ?? ''
  const [words, setWords] = createSignal(untrack(asked))
  const rested = createDebounced(() => words().trim(), 250)
  const routing = useIsRouting()
  let said = untrack(asked)
  const say = (q: string) => {
    said = q
    props.searching.setWords(q)
  }
  createEffect(
    on([rested, routing], ([q, onTheWay]) => !onTheWay && q === words().trim() && q !== asked() && say(q), {
      defer: true,
    }),
  )
  // Back and forward change the URL without the field.
  createEffect(
    on(
      asked,
      (q) => {
        if (q !== said) setWords(q)
        said = q
      },
      { defer: true },
    ),
  )
  return (
    <form
      class="search mfind"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        say(words().trim())
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
