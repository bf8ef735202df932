import { createEffect, createSignal, on, Show } from 'solid-js'
import ArrowUpIcon from '~icons/lucide/arrow-up'
import ClipIcon from '~icons/lucide/paperclip'
import { ATTACHMENTS_MOST } from '../../../worker/contract/chat.constants'
import { FILE_TYPES } from '../../../worker/contract/files.constants'
import { ChooseFile } from '../files/ChooseFile'
import { isolate, m } from '../lib/messages'
import { createMedia } from '../lib/media'
import type { Me } from '../lib/session'
import { wordsOf } from '../lib/problem'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { Answering } from './Answering'
import { asQuote, type AnsweringState } from './answering'
import { Attached } from './Attached'
import { createAttaching } from './attaching'
import { charactersLeft } from './length'
import type { Thread } from './thread'

const MOST_ROWS = 6

/** Grows with what is written, keeps it over a reload, and sends on Enter where there is a keyboard. */
export function Composer(props: {
  thread: Pick<Thread, 'life' | 'say' | 'typing'> & Partial<Pick<Thread, 'edit'>>
  /** Where messages can be answered, edited and carry files. */
  answering?: AnsweringState
  onEditLast?: () => void
  id: string
  name: string
  me: Me
}) {
  // The conversation of this composer never changes: the page makes a new one for another.
  // oxlint-disable-next-line solid/reactivity
  const key = `aspirex.draft.${props.me.id}.${props.id}`
  const [text, setText] = createSignal(localStorage.getItem(key) ?? '')
  const hasKeyboard = createMedia('(pointer: fine)')
  const left = () => charactersLeft(text())
  const isTooLong = () => (left() ?? 0) < 0
  // oxlint-disable-next-line solid/reactivity
  const attaching = createAttaching(`/api/files/chat/${props.id}/`, ATTACHMENTS_MOST)
  const [saving, setSaving] = createSignal(false)
  const isEditing = () => props.answering?.to()?.kind === 'edit'
  const hasSomething = () => text().trim() !== '' || (!isEditing() && attaching.files().length > 0)
  const canSend = () =>
    hasSomething() && !isTooLong() && !attaching.isBusy() && !saving() && props.thread.life().state !== 'ended'
  /** What was being written before an edit began. */
  let aside = ''
  createEffect(
    on(
      () => props.answering?.to(),
      (to, before) => {
        if (to?.kind === 'edit') {
          if (before?.kind !== 'edit') aside = text()
          setText(to.content)
        } else if (before?.kind === 'edit') setText(aside)
        if (to) field.focus()
      },
      { defer: true },
    ),
  )
  createEffect(
    on(
      () => props.answering?.quoted(),
      (quoted) => {
        if (!quoted) return
        const before = text() === '' || text().endsWith('\n') ? text() : `${text()}\n`
        write(`${before}${asQuote(quoted.content)}\n`)
        field.focus()
        field.setSelectionRange(text().length, text().length)
      },
      { defer: true },
    ),
  )
  let field!: HTMLTextAreaElement
  /** Back to the page, unless that was what the key was for. */
  function leave(event: KeyboardEvent): void {
    if (!props.answering?.to()) return
    event.preventDefault()
    props.answering.done()
  }

  function write(next: string): void {
    setText(next)
    if (isEditing()) return
    if (next) localStorage.setItem(key, next)
    else localStorage.removeItem(key)
  }

  function say(): void {
    if (!canSend()) return
    const to = props.answering?.to()
    if (to?.kind === 'edit') return void save(to.seq)
    const attachments = attaching.taken()
    props.thread.say(text(), {
      ...(to && { reply_to: to.seq }),
      ...(attachments.length > 0 && { attachments }),
    })
    write('')
    props.answering?.done()
    field.focus()
  }

  async function save(seq: number): Promise<void> {
    setSaving(true)
    try {
      await props.thread.edit?.(seq, text())
      props.answering?.done()
      field.focus()
    } catch (error) {
      toast(wordsOf(error))
    } finally {
      setSaving(false)
    }
  }
  const take = (event: Event, files: FileList | undefined) => {
    if (!files || files.length === 0 || isEditing() || !props.answering) return
    event.preventDefault()
    attaching.add(files)
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
      <Show when={props.answering}>{(of) => <Answering of={of()} name={props.name} />}</Show>
      <Attached of={attaching} />
      <div class="composer">
        <Show when={props.answering && !isEditing()}>
          <ChooseFile
            accept={FILE_TYPES.join()}
            label={m.chat_attach()}
            disabled={attaching.isFull()}
            onChoose={(file) => attaching.add([file])}
          >
            <ClipIcon class="i" aria-hidden="true" />
          </ChooseFile>
        </Show>
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
          onDrop={(event) => take(event, event.dataTransfer?.files)}
          onPaste={(event) => take(event, event.clipboardData?.files)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave(event)
            if (event.key === 'ArrowUp' && text() === '' && !event.altKey) {
              event.preventDefault()
              props.onEditLast?.()
            }
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeyboard()) return
            event.preventDefault()
            say()
          }}
        />
        <Button
          kind="primary"
          icon
          type="submit"
          aria-label={isEditing() ? m.chat_save() : m.chat_send()}
          disabled={!canSend()}
        >
          <ArrowUpIcon class="i i--lg" aria-hidden="true" />
        </Button>
      </div>
    </form>
  )
}
