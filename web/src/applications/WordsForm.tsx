import { Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { Problem } from '../lib/problem'
import type { Application, ApplicationChange } from './application.queries'
import type { Draft } from './draft'
import { LinkRows } from './LinkRows'

const textIn = (form: FormData, name: string): string | null => String(form.get(name) ?? '').trim() || null

export const wordsIn = (form: FormData): ApplicationChange => ({
  experience: textIn(form, 'experience'),
  motivation: textIn(form, 'motivation'),
  links: form
    .getAll('link')
    .map(String)
    .filter((link) => link.trim() !== ''),
})

const hasFields = (error: unknown): boolean => error instanceof Problem && Object.keys(error.fields).length > 0

/** What only our staff read: kept as it is typed, so later answers never write over a field. */
export function WordsForm(props: { application: Application; draft: Draft }) {
  const begun = untrack(() => props.application)
  return (
    <section class="stack stack--4" aria-labelledby="words">
      <h2 id="words" class="t-big">
        {m.application_words_title()}
      </h2>
      <form
        class="card stack"
        novalidate
        ref={(form) => props.draft.hold(form)}
        onInput={() => props.draft.touch()}
        onChange={() => void props.draft.save()}
        onSubmit={(event) => {
          event.preventDefault()
          void props.draft.save()
        }}
      >
        <TextArea
          name="experience"
          label={m.application_experience()}
          hint={m.application_experience_hint()}
          rows="6"
          maxlength="4000"
          value={begun.experience ?? ''}
          error={props.draft.fieldError('experience')}
        />
        <TextArea
          name="motivation"
          label={m.application_motivation()}
          hint={m.application_motivation_hint()}
          rows="5"
          maxlength="4000"
          value={begun.motivation ?? ''}
          error={props.draft.fieldError('motivation')}
        />
        <LinkRows begun={begun.links} draft={props.draft} />
        <Show when={props.draft.error() && !hasFields(props.draft.error())}>
          <ProblemNote error={props.draft.error()}>
            <Button size="sm" onClick={() => void props.draft.save()}>
              {m.act_try_again()}
            </Button>
          </ProblemNote>
        </Show>
        <p class="t-sm t-3" role="status">
          {STATES[props.draft.state()]()}
        </p>
      </form>
    </section>
  )
}

const STATES = { still: m.application_saves_itself, saving: m.application_saving, saved: m.application_saved }
