import { createSignal, Show } from 'solid-js'
import { EVENT_DESCRIPTION_LENGTH } from '../../../worker/contract/events.constants'
import { RichText } from '../chat/RichText'
import { m } from '../lib/messages'
import { TextArea } from '../ui/Field'

/** What it is about, as it is typed and as it will be read. */
export function DescriptionField(props: {
  value: string
  error?: string | undefined
  onWrite: (words: string) => void
}) {
  const [isRead, setRead] = createSignal(false)
  const Choice = (choice: { read: boolean; label: string }) => (
    <button type="button" aria-pressed={isRead() === choice.read} onClick={() => setRead(choice.read)}>
      {choice.label}
    </button>
  )
  return (
    <div class="stack stack--2">
      <Show
        when={isRead()}
        fallback={
          <TextArea
            label={m.events_description()}
            hint={m.events_description_hint()}
            rows="7"
            dir="auto"
            maxlength={EVENT_DESCRIPTION_LENGTH}
            value={props.value}
            onInput={(typed) => props.onWrite(typed.currentTarget.value)}
            error={props.error}
          />
        }
      >
        <p class="field__label">{m.events_description()}</p>
        <div class="card card--well ev__words" dir="auto">
          <Show when={props.value.trim()} fallback={<span class="t-2">{m.events_nothing_typed()}</span>}>
            <RichText text={props.value} />
          </Show>
        </div>
      </Show>
      <div>
        <div class="segment" role="group" aria-label={m.events_description()}>
          <Choice read={false} label={m.events_write()} />
          <Choice read label={m.events_preview()} />
        </div>
      </div>
    </div>
  )
}
