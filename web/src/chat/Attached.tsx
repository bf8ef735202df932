import { For, Show } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import { Upload } from '../files/Upload'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { Attaching } from './attaching'

/** What goes with the message, and what is still on its way. */
export const Attached = (props: { of: Attaching }) => (
  <>
    <Upload of={props.of.upload} />
    <Show when={props.of.files().length > 0}>
      <ul class="chat__files" aria-label={m.chat_attached()}>
        <For each={props.of.files()}>
          {(file) => (
            <li class="row row--2">
              <Show when={file.content_type.startsWith('image/')}>
                <img src={file.url} alt="" width="40" height="40" />
              </Show>
              <bdi class="ellipsis grow t-sm">{file.name}</bdi>
              <Button
                kind="quiet"
                icon
                size="sm"
                aria-label={m.chat_detach({ name: isolate(file.name) })}
                onClick={() => props.of.leaveOut(file.file_id)}
              >
                <CloseIcon class="i" aria-hidden="true" />
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </>
)
