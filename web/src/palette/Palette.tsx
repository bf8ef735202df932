import { Dialog } from '@kobalte/core/dialog'
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { useAppearance } from '../accounts/appearance'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useSession, type Me } from '../lib/session'
import { actsOf } from './acts'
import { isNamed, type Entry, type Group } from './entries'
import { createFound } from './found'
import { Option, optionId } from './Option'
import { placesOf } from './places'

/** ⌘K: one field for everything that can be found, opened or done, while one types. */
export default function Palette(props: { me: Me; onClose: () => void }) {
  const navigate = useNavigate()
  const session = useSession()
  const { chooseTheme } = useAppearance()
  const [words, setWords] = createSignal('')
  const asked = createDebounced(() => words().trim())
  const found = createFound(asked)

  const named = (entries: Entry[]) =>
    entries.filter(({ title, detail = '', isDeep }) =>
      words().trim() === '' ? !isDeep : isNamed(`${title} ${detail}`, words()),
    )
  const acts = () => actsOf(props.me, { navigate, chooseTheme, signOut: () => void session.signOut() })
  const groups = createMemo<Group[]>(() =>
    [
      ...found.groups(),
      { title: m.palette_pages(), entries: named(placesOf(props.me)) },
      { title: m.palette_acts(), entries: named(acts()) },
    ].filter(({ entries }) => entries.length > 0),
  )
  const entries = () => groups().flatMap((group) => group.entries)
  const [place, setPlace] = createSignal(0)
  createEffect(on(words, () => setPlace(0)))
  const chosen = () => entries()[Math.min(place(), entries().length - 1)]

  function take(entry: Entry | undefined): void {
    if (!entry) return
    props.onClose()
    if (entry.href) navigate(entry.href)
    entry.act?.()
  }

  function steer(event: KeyboardEvent): void {
    const count = Math.max(entries().length, 1)
    if (event.key === 'ArrowDown') setPlace((now) => (now + 1) % count)
    else if (event.key === 'ArrowUp') setPlace((now) => (now + count - 1) % count)
    else if (event.key === 'Enter') take(chosen())
    else return
    event.preventDefault()
  }
  // The list is long: what the keys point at stays in sight.
  createEffect(() => {
    const entry = chosen()
    if (entry) document.getElementById(optionId(entry))?.scrollIntoView({ block: 'nearest' })
  })

  return (
    <Dialog open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="palette" aria-label={m.palette_label()}>
          <div class="palette__q">
            <SearchIcon class="i" aria-hidden="true" />
            <input
              type="text"
              role="combobox"
              aria-label={m.palette_field()}
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={chosen() && optionId(chosen()!)}
              placeholder={m.palette_placeholder()}
              autocomplete="off"
              maxlength="100"
              value={words()}
              onInput={(event) => setWords(event.currentTarget.value)}
              onKeyDown={steer}
            />
            <kbd class="kbd desk">{m.palette_escape()}</kbd>
          </div>
          <div id="palette-list" role="listbox" class="overflow-y-auto" aria-label={m.palette_label()}>
            <For each={groups()}>
              {(group) => (
                <div role="group" class="palette__group" aria-label={group.title}>
                  <p class="palette__title" aria-hidden="true">
                    {group.title}
                  </p>
                  <For each={group.entries}>
                    {(entry) => <Option entry={entry} chosen={chosen()?.id === entry.id} onTake={() => take(entry)} />}
                  </For>
                </div>
              )}
            </For>
          </div>
          <p class="t-2 px-4 pb-4 empty:hidden" role="status">
            <Show when={found.error()} fallback={entries().length === 0 && !found.isWaiting() && m.palette_nothing()}>
              {m.palette_failed()}
            </Show>
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}
