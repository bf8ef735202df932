import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { ApplicationNote } from '../applications/ApplicationNote'
import { ownMentorQuery, type OwnMentor } from '../availability/availability.queries'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { LanguagePicker } from '../skills/LanguagePicker'
import { SkillPicker } from '../skills/SkillPicker'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { CompletenessBar } from './CompletenessBar'
import { completenessQuery } from './completeness.queries'
import { listError, textOrNull } from './form-values'
import { LinkFields, linksOf } from './LinkFields'
import { RateFields, rateOf } from './RateFields'
import { changeMentor } from './profile.queries'
import { Section } from './Section'
import { WorkFields, workOf } from './WorkFields'

/** What students read on the mentor's page. */
export function MentorSection(props: { mentor: OwnMentor }) {
  const client = useQueryClient()
  const own = () => props.mentor
  const [expertise, setExpertise] = createSignal(untrack(() => own().expertise))
  const [languages, setLanguages] = createSignal(untrack(() => own().languages))
  const save = createSubmission(
    (form) =>
      changeMentor({
        headline: textOrNull(form, 'headline'),
        promise: textOrNull(form, 'promise'),
        bio: textOrNull(form, 'bio'),
        expertise: expertise(),
        languages: languages(),
        phone: textOrNull(form, 'phone'),
        ...workOf(form),
        ...rateOf(form),
        ...linksOf(form),
      }),
    (mentor) => {
      client.setQueryData(ownMentorQuery().queryKey, mentor)
      void client.invalidateQueries({ queryKey: ['mentor', mentor.mentor_id] })
      void client.invalidateQueries({ queryKey: completenessQuery().queryKey })
      setExpertise(mentor.expertise)
      setLanguages(mentor.languages)
      toast(m.saved())
    },
  )
  return (
    <Section id="teaching" title={m.profile_teaching()} words={m.profile_teaching_words()}>
      <ApplicationNote mentor={own()} />
      <CompletenessBar side="mentor" />
      <form class="card stack" data-side="mentor" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <Introduction own={own()} errorOf={save.fieldError} />
        <SkillPicker
          step="expertise"
          label={m.profile_expertise()}
          hint={m.profile_expertise_words()}
          value={expertise()}
          onChange={setExpertise}
          error={listError(save.error(), 'expertise')}
        />
        <LanguagePicker
          step="languages"
          label={m.profile_languages()}
          value={languages()}
          onChange={setLanguages}
          error={listError(save.error(), 'languages')}
        />
        <WorkFields own={own()} errorOf={save.fieldError} />
        <RateFields own={own()} errorOf={save.fieldError} />
        <LinkFields own={own()} errorOf={save.fieldError} />
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
        <div>
          <Button kind="primary" type="submit" busy={save.busy()}>
            {m.act_save()}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** What stands beside the face. */
function Introduction(props: { own: OwnMentor; errorOf: (field: string) => string | undefined }) {
  const Line = (field: { name: 'headline' | 'promise'; label: string; hint: string; most: number }) => (
    <TextField
      name={field.name}
      data-step={field.name}
      label={field.label}
      hint={field.hint}
      maxlength={field.most}
      value={props.own[field.name] ?? ''}
      error={props.errorOf(field.name)}
    />
  )
  return (
    <>
      <Line name="headline" label={m.profile_headline()} hint={m.profile_headline_words()} most={120} />
      <Line name="promise" label={m.profile_promise()} hint={m.profile_promise_words()} most={200} />
      <TextArea
        name="bio"
        data-step="bio"
        label={m.profile_bio()}
        rows="6"
        maxlength="4000"
        value={props.own.bio ?? ''}
        error={props.errorOf('bio')}
      />
    </>
  )
}
