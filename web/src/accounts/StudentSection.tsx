import { useQueryClient } from '@tanstack/solid-query'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { listOf, numberOrNull, textOrNull } from './form-values'
import { changeStudent, studentQuery, type Student } from './profile.queries'
import { Section } from './Section'

/** What helps a mentor to prepare. */
export function StudentSection(props: { student: Student }) {
  const client = useQueryClient()
  const save = createSubmission(
    (form) =>
      changeStudent({
        bio: textOrNull(form, 'bio'),
        college: textOrNull(form, 'college'),
        degree: textOrNull(form, 'degree'),
        field_of_study: textOrNull(form, 'field_of_study'),
        year_of_study: numberOrNull(form, 'year_of_study'),
        skills: listOf(form, 'skills'),
        interests: listOf(form, 'interests'),
        portfolio_url: textOrNull(form, 'portfolio_url'),
        linkedin_url: textOrNull(form, 'linkedin_url'),
        github_url: textOrNull(form, 'github_url'),
      }),
    (student) => {
      client.setQueryData(studentQuery().queryKey, student)
      toast(m.saved())
    },
  )
  const own = () => props.student
  const Text = (field: {
    name: 'college' | 'degree' | 'field_of_study' | 'portfolio_url' | 'linkedin_url' | 'github_url'
    label: string
    url?: boolean
  }) => (
    <TextField
      name={field.name}
      label={field.label}
      type={field.url ? 'url' : 'text'}
      placeholder={field.url ? 'https://' : undefined}
      value={own()[field.name] ?? ''}
      error={save.fieldError(field.name)}
    />
  )
  return (
    <Section id="learning" title={m.profile_learning()} words={m.profile_learning_words()}>
      <form class="card stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextArea
          name="bio"
          label={m.profile_bio()}
          maxlength="2000"
          value={own().bio ?? ''}
          error={save.fieldError('bio')}
        />
        <div class="grid gap-4 sm:grid-cols-2">
          <Text name="college" label={m.profile_college()} />
          <Text name="degree" label={m.profile_degree()} />
          <Text name="field_of_study" label={m.profile_field()} />
          <TextField
            name="year_of_study"
            label={m.profile_year()}
            type="number"
            min="1"
            max="12"
            inputmode="numeric"
            value={own().year_of_study ?? ''}
            error={save.fieldError('year_of_study')}
          />
        </div>
        <TextField
          name="interests"
          label={m.profile_interests()}
          hint={m.profile_list_hint()}
          value={own().interests.join(', ')}
          error={save.fieldError('interests')}
        />
        <TextField
          name="skills"
          label={m.profile_skills()}
          hint={m.profile_list_hint()}
          value={own().skills.join(', ')}
          error={save.fieldError('skills')}
        />
        <Text name="portfolio_url" label={m.profile_portfolio()} url />
        <Text name="linkedin_url" label={m.profile_linkedin()} url />
        <Text name="github_url" label={m.profile_github()} url />
        <div>
          <Button kind="primary" type="submit" busy={save.busy()}>
            {m.act_save()}
          </Button>
        </div>
      </form>
    </Section>
  )
}
