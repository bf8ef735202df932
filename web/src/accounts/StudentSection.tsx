import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { SkillPicker } from '../skills/SkillPicker'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { CompletenessBar } from './CompletenessBar'
import { completenessQuery } from './completeness.queries'
import { listError, numberOrNull, textOrNull } from './form-values'
import { LinkFields, linksOf } from './LinkFields'
import { changeStudent, studentQuery, type Student } from './profile.queries'
import { Section } from './Section'

/** What helps a mentor to prepare. */
export function StudentSection(props: { student: Student }) {
  const client = useQueryClient()
  const own = () => props.student
  const [interests, setInterests] = createSignal(untrack(() => own().interests))
  const [skills, setSkills] = createSignal(untrack(() => own().skills))
  const save = createSubmission(
    (form) =>
      changeStudent({
        bio: textOrNull(form, 'bio'),
        interests: interests(),
        skills: skills(),
        college: textOrNull(form, 'college'),
        degree: textOrNull(form, 'degree'),
        field_of_study: textOrNull(form, 'field_of_study'),
        year_of_study: numberOrNull(form, 'year_of_study'),
        phone: textOrNull(form, 'phone'),
        ...linksOf(form),
      }),
    (student) => {
      client.setQueryData(studentQuery().queryKey, student)
      void client.invalidateQueries({ queryKey: completenessQuery().queryKey })
      setInterests(student.interests)
      setSkills(student.skills)
      toast(m.saved())
    },
  )
  return (
    <Section id="learning" title={m.profile_learning()} words={m.profile_learning_words()}>
      <CompletenessBar side="student" />
      <form class="card stack" data-side="student" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextArea
          name="bio"
          data-step="bio"
          label={m.profile_bio()}
          maxlength="2000"
          value={own().bio ?? ''}
          error={save.fieldError('bio')}
        />
        <SkillPicker
          step="interests"
          label={m.profile_interests()}
          hint={m.profile_interests_words()}
          value={interests()}
          onChange={setInterests}
          error={listError(save.error(), 'interests')}
        />
        <SkillPicker
          step="skills"
          label={m.profile_skills()}
          hint={m.profile_skills_words()}
          value={skills()}
          onChange={setSkills}
          error={listError(save.error(), 'skills')}
        />
        <Studies own={own()} errorOf={save.fieldError} />
        <TextField
          name="phone"
          type="tel"
          autocomplete="tel"
          maxlength="32"
          label={m.profile_phone()}
          hint={m.profile_phone_words()}
          value={own().phone ?? ''}
          error={save.fieldError('phone')}
        />
        <LinkFields own={own()} errorOf={save.fieldError} />
        <div>
          <Button kind="primary" type="submit" busy={save.busy()}>
            {m.act_save()}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Studies(props: { own: Student; errorOf: (field: string) => string | undefined }) {
  const Text = (field: { name: 'college' | 'degree' | 'field_of_study'; label: string }) => (
    <TextField
      name={field.name}
      data-step={field.name}
      label={field.label}
      maxlength="120"
      value={props.own[field.name] ?? ''}
      error={props.errorOf(field.name)}
    />
  )
  return (
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
        value={props.own.year_of_study ?? ''}
        error={props.errorOf('year_of_study')}
      />
    </div>
  )
}
