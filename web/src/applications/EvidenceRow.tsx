import type { JSX } from 'solid-js'
import FileIcon from '~icons/lucide/file-text'
import { fileSize } from '../files/size'
import type { Application } from './application.queries'

/** A file of the application, to be opened by its owner. */
export function EvidenceRow(props: { file: Application['evidence'][number]; act?: JSX.Element }) {
  return (
    <div class="upload">
      <FileIcon class="i" aria-hidden="true" />
      <div class="upload__main">
        <p class="ellipsis">
          <a class="link" href={props.file.url} download="" target="_self">
            <bdi>{props.file.name}</bdi>
          </a>
        </p>
        <p class="t-sm t-2 num">{fileSize(props.file.size)}</p>
      </div>
      {props.act}
    </div>
  )
}
