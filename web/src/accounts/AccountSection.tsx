import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { GuardianSection } from '../guardians/GuardianSection'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { useAccount, useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { BirthDateField, birthDateOf } from './BirthDateField'
import { EmailSection } from './EmailSection'
import { changeStudent, studentQuery, type Student } from './profile.queries'
import { Section } from './Section'
import { ZoneForm } from './ZoneForm'

/** Who one is to the product: name, address, age, zone. */
export default function AccountSection() {
  const student = useQuery(studentQuery)
  const me = useAccount()
  return (
    <Section id="account" title={m.profile_account()} words={m.settings_account_words()}>
      <Loaded query={student} loading={<SkeletonRows />}>
        {(own) => <Person student={own()} />}
      </Loaded>
      <EmailSection />
      <Show when={me().is_minor && me().birth_date_known}>
        <GuardianSection />
      </Show>
      <ZoneForm />
    </Section>
  )
}

function Person(props: { student: Student }) {
  const me = useAccount()
  const session = useSession()
  const client = useQueryClient()
  const save = createSubmission(
    (form) => {
      const date_of_birth = birthDateOf(form)
      return changeStudent({ name: String(form.get('name')), ...(date_of_birth !== null && { date_of_birth }) })
    },
    (student) => {
      client.setQueryData(studentQuery().queryKey, student)
      void session.refresh()
      toast(m.saved())
    },
  )
  const isBeside = () => save.fieldError('name') ?? save.fieldError('date_of_birth')
  return (
    <form class="card stack" onSubmit={(event) => void save.submit(event)}>
      <ProblemNote error={isBeside() ? undefined : save.error()} />
      <TextField
        label={m.field_name()}
        name="name"
        required
        autocomplete="name"
        maxlength="200"
        value={me().name}
        error={save.fieldError('name')}
      />
      <BirthDateField
        value={props.student.date_of_birth}
        hint={m.birth_words()}
        error={save.fieldError('date_of_birth')}
      />
      <div>
        <Button kind="primary" type="submit" busy={save.busy()}>
          {m.act_save()}
        </Button>
      </div>
    </form>
  )
}
