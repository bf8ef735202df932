import type { JSX } from 'solid-js'
import FileIcon from '~icons/lucide/file-text'
import { m } from '../lib/messages'
import type { File } from './files.calls'

/** A file that can be downloaded, and what to know of it. */
export function FileRow(props: { file: File; words: string; act?: JSX.Element }) {
  return (
    <div class="upload">
      <FileIcon class="i" aria-hidden="true" />
      <div class="upload__main">
        <p class="ellipsis">
          <a
            class="link"
            href={props.file.url}
            download=""
            target="_self"
            aria-label={m.cv_download({ name: props.file.name })}
          >
            <bdi>{props.file.name}</bdi>
          </a>
        </p>
        <p class="t-sm t-2 num">{props.words}</p>
      </div>
      {props.act}
    </div>
  )
}
