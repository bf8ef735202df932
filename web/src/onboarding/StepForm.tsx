import type { JSX } from 'solid-js'
import type { createSubmission } from '../lib/submission'
import { m } from '../lib/messages'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'

/** A step's fields with its two ways on: save, or leave it for another time. */
export function StepForm(props: {
  save: ReturnType<typeof createSubmission>
  /** Fields that show their own fault. */
  fields: string[]
  act?: string
  /** The step after this one. */
  next: string
  onChange?: (form: FormData) => void
  children: JSX.Element
}) {
  const isBeside = () => props.fields.some((field) => props.save.fieldError(field))
  return (
    <form
      class="stack"
      onSubmit={(event) => void props.save.submit(event)}
      onChange={(event) => props.onChange?.(new FormData(event.currentTarget))}
    >
      <ProblemNote error={isBeside() ? undefined : props.save.error()} />
      {props.children}
      <div class="row row--wrap row--2">
        <Button kind="primary" size="lg" type="submit" busy={props.save.busy()}>
          {props.act ?? m.welcome_next()}
        </Button>
        <ButtonLink kind="quiet" size="lg" href={props.next}>
          {m.welcome_skip_step()}
        </ButtonLink>
      </div>
    </form>
  )
}
