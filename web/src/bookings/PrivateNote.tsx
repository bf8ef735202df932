import { useQueryClient } from '@tanstack/solid-query'
import { untrack } from 'solid-js'
import { createAutosave } from '../lib/autosave'
import { m } from '../lib/messages'
import { AutosavedNote } from '../ui/AutosavedNote'
import { keepNote, sessionQuery } from './bookings.queries'

const LENGTH = 4000

/** What I write down about a session for myself. */
export function PrivateNote(props: { bookingId: string; text: string }) {
  const client = useQueryClient()
  // One note from here on: what the page is told meanwhile must not take words away.
  const { bookingId: id, text } = untrack(() => ({ ...props }))
  const note = createAutosave(text, async (words) => {
    await keepNote(id, words)
    client.setQueryData(sessionQuery(id).queryKey, (page) => page && { ...page, private_note: words })
  })
  return (
    <AutosavedNote
      note={note}
      title={m.session_note()}
      label={m.session_note_label()}
      hint={m.session_note_hint()}
      length={LENGTH}
    />
  )
}
