import { For } from 'solid-js'
import { m } from '../lib/messages'
import { Dialog } from '../ui/Dialog'

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)
const control = () => (isMac() ? '⌘' : m.key_control())
const alt = () => (isMac() ? '⌥' : m.key_alt())

const KEYS: [keys: () => string[], does: () => string][] = [
  [() => [m.key_enter()], m.chat_keys_send],
  [() => [m.key_shift(), m.key_enter()], m.chat_keys_line],
  [() => ['↑'], m.chat_keys_last],
  [() => ['/'], m.chat_keys_find],
  [() => [control(), m.key_shift(), 'F'], m.chat_keys_find_typing],
  [() => [alt(), '↑'], m.chat_keys_before],
  [() => [alt(), '↓'], m.chat_keys_after],
  [() => [m.key_escape()], m.chat_keys_leave],
  [() => [control(), 'K'], m.chat_keys_anywhere],
  [() => ['?'], m.chat_keys_help],
]

/** Every key of a conversation and what it does. */
export const ShortcutsDialog = (props: { open: boolean; onClose: () => void }) => (
  <Dialog open={props.open} onClose={props.onClose} title={m.chat_shortcuts()}>
    <dl class="keys">
      <For each={KEYS}>
        {([keys, does]) => (
          <div class="row row--2">
            <dt class="grow t-sm">{does()}</dt>
            <dd class="row row--1" dir="ltr">
              <For each={keys()}>{(key) => <kbd class="kbd">{key}</kbd>}</For>
            </dd>
          </div>
        )}
      </For>
    </dl>
  </Dialog>
)
