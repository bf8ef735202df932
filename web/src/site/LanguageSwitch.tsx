import { For, Show } from 'solid-js'
import { chooseLocale, languageName, locale, m, offered } from '../lib/messages'

const nameOf = (tag: string) => (tag === 'en-XA' ? m.language_pseudo() : languageName(tag))

/** Where there is more than one language to read in. */
export function LanguageSwitch() {
  return (
    <Show when={offered.length > 1}>
      <label class="foot__language">
        <span class="t-sm t-2">{m.language_label()}</span>
        <select class="input" value={locale()} onChange={(event) => chooseLocale(event.currentTarget.value)}>
          <For each={offered}>{(one) => <option value={one}>{nameOf(one)}</option>}</For>
        </select>
      </label>
    </Show>
  )
}
