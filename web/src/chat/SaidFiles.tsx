import { For, Show } from 'solid-js'
import FileIcon from '~icons/lucide/file-text'
import type { Attachment } from '../../../worker/contract/chat'
import { isolate, m } from '../lib/messages'
import { fileSize } from '../files/size'

/** What a message carries: pictures in their place before they are loaded, anything else as a file to open. */
export const SaidFiles = (props: { files: readonly Attachment[] }) => (
  <For each={props.files}>
    {(file) => (
      <a class="said__file" href={file.url} target="_blank" rel="noopener">
        <Show
          when={file.content_type.startsWith('image/')}
          fallback={
            <>
              <FileIcon class="i" aria-hidden="true" />
              <span class="grow">
                <bdi class="block">{file.name}</bdi>
                <span class="t-xs">{fileSize(file.size)}</span>
              </span>
            </>
          }
        >
          <img
            src={file.url}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            alt={m.chat_picture({ name: isolate(file.name) })}
            loading="lazy"
          />
        </Show>
      </a>
    )}
  </For>
)
