import { useQueryClient } from '@tanstack/solid-query'
import { untrack } from 'solid-js'
import { MENTOR_NOTE_LENGTH } from '../../../worker/contract/my-students.constants'
import { createAutosave } from '../lib/autosave'
import { isolate, m } from '../lib/messages'
import { AutosavedNote } from '../ui/AutosavedNote'
import { keepStudentNote, myStudentQuery, type MyStudentPage } from './my-students.queries'

/** What a mentor wants to remember about a student; nobody else reads it. */
export function NoteAbout(props: { student: MyStudentPage }) {
  const client = useQueryClient()
  // One note from here on: what the page is told meanwhile must not take words away.
  const { student_id: id, note: text } = untrack(() => ({ ...props.student }))
  const note = createAutosave(text, async (words) => {
    await keepStudentNote(id, words)
    client.setQueryData(myStudentQuery(id).queryKey, (page) => page && { ...page, note: words, has_note: words !== '' })
    void client.invalidateQueries({ queryKey: ['my-students', 'list'] })
  })
  return (
    <AutosavedNote
      note={note}
      title={m.students_note()}
      label={m.students_note_label({ name: isolate(props.student.name) })}
      hint={m.students_note_hint()}
      length={MENTOR_NOTE_LENGTH}
    />
  )
}
