import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Loaded, SkeletonRows } from '../ui/List'
import { notesQuery } from './meetings.queries'

/** The shared notes of a session, to read. */
export function KeptNotes(props: { bookingId: string }) {
  const notes = useQuery(() => notesQuery(props.bookingId))
  return (
    <section class="card stack stack--3" aria-labelledby="kept-notes">
      <h2 class="t-section" id="kept-notes">
        {m.meet_notes()}
      </h2>
      <Loaded query={notes} loading={<SkeletonRows count={1} />}>
        {(found) => (
          <Show when={found().text.trim() !== ''} fallback={<p class="t-2">{m.meet_notes_none()}</p>}>
            <p class="prose" dir="auto">
              {found().text}
            </p>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
