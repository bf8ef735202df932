import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import { ownMentorQuery, type OwnMentor } from '../availability/availability.queries'
import { LANGUAGES } from '../lib/languages'
import { languageName, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { listOf, numberOrNull, textOrNull } from './form-values'
import { changeMentor } from './profile.queries'
import { Section } from './Section'

/** What students read on the mentor's page. */
export function MentorSection(props: { mentor: OwnMentor }) {
  const client = useQueryClient()
  const [languages, setLanguages] = createSignal(untrack(() => props.mentor.languages))
  const toggle = (code: string) =>
    setLanguages((now) => (now.includes(code) ? now.filter((one) => one !== code) : [...now, code]))
  const save = createSubmission(
    (form) =>
      changeMentor({
        headline: textOrNull(form, 'headline'),
        promise: textOrNull(form, 'promise'),
        bio: textOrNull(form, 'bio'),
        company: textOrNull(form, 'company'),
        designation: textOrNull(form, 'designation'),
        years_of_experience: numberOrNull(form, 'years_of_experience'),
        expertise: listOf(form, 'expertise'),
        languages: languages(),
        portfolio_url: textOrNull(form, 'portfolio_url'),
        linkedin_url: textOrNull(form, 'linkedin_url'),
        github_url: textOrNull(form, 'github_url'),
      }),
    (mentor) => {
      client.setQueryData(ownMentorQuery().queryKey, mentor)
      void client.invalidateQueries({ queryKey: ['mentor', mentor.mentor_id] })
      toast(m.saved())
    },
  )
  const own = () => props.mentor
  const Text = (field: {
    name: 'headline' | 'promise' | 'company' | 'designation' | 'portfolio_url' | 'linkedin_url' | 'github_url'
    label: string
    hint?: string
    most?: number
    url?: boolean
  }) => (
    <TextField
      name={field.name}
      label={field.label}
      hint={field.hint}
      maxlength={field.most}
      type={field.url ? 'url' : 'text'}
      placeholder={field.url ? 'https://' : undefined}
      value={own()[field.name] ?? ''}
      error={save.fieldError(field.name)}
    />
  )
  return (
    <Section id="teaching" title={m.profile_teaching()} words={m.profile_teaching_words()}>
      <ApplicationState mentor={own()} />
      <form class="card stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <Text name="headline" label={m.profile_headline()} hint={m.profile_headline_words()} most={120} />
        <Text name="promise" label={m.profile_promise()} hint={m.profile_promise_words()} most={200} />
        <TextArea
          name="bio"
          label={m.profile_bio()}
          rows="6"
          maxlength="4000"
          value={own().bio ?? ''}
          error={save.fieldError('bio')}
        />
        <TextField
          name="expertise"
          label={m.profile_expertise()}
          hint={m.profile_list_hint()}
          value={own().expertise.join(', ')}
          error={save.fieldError('expertise')}
        />
        <fieldset>
          <legend class="field__label mb-1.5">{m.profile_languages()}</legend>
          <div class="chips">
            <For each={LANGUAGES}>
              {(code) => (
                <button
                  type="button"
                  class="chip"
                  aria-pressed={languages().includes(code)}
                  onClick={() => toggle(code)}
                >
                  {languageName(code)}
                </button>
              )}
            </For>
          </div>
        </fieldset>
        <div class="grid gap-4 sm:grid-cols-2">
          <Text name="designation" label={m.profile_designation()} most={120} />
          <Text name="company" label={m.profile_company()} most={120} />
        </div>
        <TextField
          name="years_of_experience"
          label={m.profile_years()}
          type="number"
          min="0"
          max="80"
          inputmode="numeric"
          value={own().years_of_experience ?? ''}
          error={save.fieldError('years_of_experience')}
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

/** Where the application stands; nothing to say once it is approved. */
export function ApplicationState(props: { mentor: OwnMentor }) {
  const state = () => props.mentor.application_state
  return (
    <Switch fallback={<Note kind="info">{m.todo_in_review_words()}</Note>}>
      <Match when={state() === 'approved'}>{null}</Match>
      <Match when={state() === 'refused'}>
        <Note kind="warning">
          {m.profile_refused()}{' '}
          <Show when={props.mentor.decision_reason}>
            <span dir="auto">{props.mentor.decision_reason}</span>
          </Show>
        </Note>
      </Match>
    </Switch>
  )
}
