import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { sharedFilesQuery } from './files.calls'
import './files.css'
import { FileRow } from './FileRow'

/**
 * The student's CV beside an open booking, nothing where there is none: for the mentor to read, and for the student to
 * know that it can be read.
 */
export function SharedCv(props: { bookingId: string; other: string; mine: 'mentor' | 'student' }) {
  const files = useQuery(() => sharedFilesQuery(props.bookingId))
  return (
    <Show when={files.data?.items[0]}>
      {(cv) => (
        <section class="card card--well" aria-label={m.cv_shared({ name: props.other })}>
          <FileRow
            file={cv()}
            words={props.mine === 'mentor' ? m.cv_shared_words() : m.cv_shared_own({ name: props.other })}
          />
        </section>
      )}
    </Show>
  )
}
