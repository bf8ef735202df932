import { Show } from 'solid-js'
import type { OwnMentor } from '../availability/availability.queries'
import { m } from '../lib/messages'
import { ButtonLink } from '../ui/Button'
import { Note } from '../ui/Note'

const WORDS: Record<Exclude<OwnMentor['application_state'], 'approved'>, () => string> = {
  draft: m.application_note_draft,
  submitted: m.application_note_submitted,
  in_review: m.application_note_in_review,
  refused: m.application_note_refused,
}

/** Where the application stands, with the way to it; nothing to say once it is approved. */
export function ApplicationNote(props: { mentor: OwnMentor }) {
  const state = () => (props.mentor.application_state === 'approved' ? undefined : props.mentor.application_state)
  return (
    <Show when={state()}>
      {(waiting) => (
        <Note
          kind={waiting() === 'refused' ? 'warning' : 'info'}
          act={
            <ButtonLink size="sm" href="/application">
              {m.application_note_act()}
            </ButtonLink>
          }
        >
          {WORDS[waiting()]()}
        </Note>
      )}
    </Show>
  )
}
