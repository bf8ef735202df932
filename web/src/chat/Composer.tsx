import { createSignal, Show } from 'solid-js'
import ArrowUpIcon from '~icons/lucide/arrow-up'
import { isolate, m } from '../lib/messages'
import { createMedia } from '../lib/media'
import type { Me } from '../lib/session'
import { Button } from '../ui/Button'
import { charactersLeft } from './length'
import type { Thread } from './thread'

const MOST_ROWS = 6

/** Grows with what is written, keeps it over a reload, and sends on Enter where there is a keyboard. */
export function Composer(props: { thread: Pick<Thread, 'life' | 'say' | 'typing'>; id: string; name: string; me: Me }) {
  // The conversation of this composer never changes: the page makes a new one for another.
  // oxlint-disable-next-line solid/reactivity
  const key = `aspirex.draft.${props.me.id}.${props.id}`
  const [text, setText] = createSignal(localStorage.getItem(key) ?? '')
  const hasKeyboard = createMedia('(pointer: fine)')
  const left = () => charactersLeft(text())
  const isTooLong = () => (left() ?? 0) < 0
  const canSend = () => text().trim() !== '' && !isTooLong() && props.thread.life().state !== 'ended'
  let field!: HTMLTextAreaElement

  function write(next: string): void {
    setText(next)
    if (next) localStorage.setItem(key, next)
    else localStorage.removeItem(key)
  }

  function say(): void {
    if (!canSend()) return
    props.thread.say(text())
    write('')
    field.focus()
  }

  return (
    <form
      class="chat__c"
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
    >
      <Show when={left() !== undefined}>
        <p
          id="characters-left"
          class="t-xs num text-end"
          classList={{ 't-3': !isTooLong(), 'field__error justify-end': isTooLong() }}
          role="status"
        >
          {isTooLong() ? m.chat_too_long({ count: -left()! }) : m.chat_left({ count: left()! })}
        </p>
      </Show>
      <div class="composer">
        <textarea
          ref={field}
          rows={Math.min(MOST_ROWS, text().split('\n').length)}
          aria-label={m.chat_message_to({ name: isolate(props.name) })}
          aria-invalid={isTooLong()}
          aria-describedby={left() === undefined ? undefined : 'characters-left'}
          placeholder={m.mentor_write({ name: isolate(props.name) })}
          enterkeyhint={hasKeyboard() ? 'send' : 'enter'}
          dir="auto"
          value={text()}
          onInput={(event) => {
            write(event.currentTarget.value)
            if (text().trim() !== '') props.thread.typing()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeyboard()) return
            event.preventDefault()
            say()
          }}
        />
        <Button kind="primary" icon type="submit" aria-label={m.chat_send()} disabled={!canSend()}>
          <ArrowUpIcon class="i i--lg" aria-hidden="true" />
        </Button>
      </div>
    </form>
  )
}
