import { useQueryClient } from '@tanstack/solid-query'
import { onMount } from 'solid-js'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { birthDateOf, BirthDateField } from './BirthDateField'
import { changeStudent, studentQuery } from './profile.queries'

/** Asked once, before the first booking or message (A7). */
export function BirthDate() {
  const session = useSession()
  const client = useQueryClient()
  const save = createSubmission(
    (form) => changeStudent({ date_of_birth: birthDateOf(form) }),
    (student) => {
      client.setQueryData(studentQuery().queryKey, student)
      void session.refresh()
    },
  )
  let form!: HTMLFormElement
  onMount(() => form.querySelector('input')?.focus())
  return (
    <form ref={form} class="stack" data-first onSubmit={(event) => void save.submit(event)}>
      <p class="t-2">{m.birth_words()}</p>
      <ProblemNote error={save.fieldError('date_of_birth') ? undefined : save.error()} />
      <BirthDateField required error={save.fieldError('date_of_birth')} />
      <Button kind="primary" size="lg" block type="submit" busy={save.busy()}>
        {m.birth_act()}
      </Button>
    </form>
  )
}
