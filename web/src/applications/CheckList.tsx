import { For } from 'solid-js'
import CheckIcon from '~icons/lucide/badge-check'
import type { Check } from './application.queries'
import { checkWords } from './words'

/** What was checked, in words that say when and by whom. */
export function CheckList(props: { checks: Check[] }) {
  return (
    <ul class="stack stack--2">
      <For each={props.checks}>
        {(check) => (
          <li class="row row--2 row--top">
            <CheckIcon class="i shrink-0 mt-0.5" aria-hidden="true" />
            <span class="min-w-0 wrap-anywhere">{checkWords(check)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
