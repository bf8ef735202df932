import { useIsRouting } from '@solidjs/router'
import { createEffect, createSignal, For, on, untrack } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { isMentor, type Me } from '../lib/session'
import type { Filter } from './conversations.pages'
import type { Wishing } from './conversations.wish'

const FILTERS: { filter: Filter | undefined; name: () => string; ofMentors?: true }[] = [
  { filter: undefined, name: m.chat_list_all },
  { filter: 'unread', name: m.chat_list_unread },
  { filter: 'pinned', name: m.chat_list_pinned },
  { filter: 'archived', name: m.chat_list_archived },
  { filter: 'mentors', name: m.chat_list_mentors, ofMentors: true },
  { filter: 'students', name: m.chat_list_students, ofMentors: true },
]

/** Whom or what one looks for, and among which: both are the address. */
export function ConversationsSearch(props: { wishing: Wishing; me: Me }) {
  // A mentor may be somebody's student as well; for a student all the others are mentors.
  const offered = () => FILTERS.filter((one) => !one.ofMentors || isMentor(props.me))
  return (
    <div class="stack stack--2 convs__find">
      <Words wishing={props.wishing} />
      <div class="chips chips--scroll" role="group" aria-label={m.chat_list_show()}>
        <For each={offered()}>
          {(one) => (
            <button
              type="button"
              class="chip"
              aria-pressed={props.wishing.wish().filter === one.filter}
              onClick={() => props.wishing.setFilter(one.filter)}
            >
              {one.name()}
            </button>
          )}
        </For>
      </div>
    </div>
  )
}

/** Not while another page is on its way: setting the address would take back the row that was just pressed. */
function Words(props: { wishing: Wishing }) {
  const asked = () => props.wishing.wish().q ?? ''
  const [words, setWords] = createSignal(untrack(asked))
  const rested = createDebounced(() => words().trim(), 250)
  const routing = useIsRouting()
  let said = untrack(asked)
  createEffect(
    on(
      [rested, routing],
      ([q, onTheWay]) => {
        if (onTheWay || q !== words().trim() || q === asked()) return
        said = q
        props.wishing.setWords(q)
      },
      { defer: true },
    ),
  )
  // Back, forward and "show all" change the address without the field.
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
    <div class="search">
      <SearchIcon class="i" aria-hidden="true" />
      <input
        class="input"
        type="search"
        maxlength="100"
        aria-label={m.chat_search()}
        placeholder={m.act_search()}
        value={words()}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </div>
  )
}
