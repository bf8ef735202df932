import { createSignal } from 'solid-js'
import type { JSX } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { SkillPicker } from '../skills/SkillPicker'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'

type AddProps = {
  act: string
  send: (skill: string) => Promise<unknown>
  done: (count: number) => void
  /** Whatever failed, some of them may be there by then. */
  refresh: () => void
  children?: JSX.Element
}

/** Skills of the taxonomy, sent one after another; what could not be sent stays in the field. */
export function AddLearned(props: AddProps) {
  const [skills, setSkills] = createSignal<string[]>([])
  const form = createSubmission(
    async () => {
      const all = skills()
      try {
        for (const skill of all) {
          await props.send(skill)
          setSkills((left) => left.filter((one) => one !== skill))
        }
      } finally {
        props.refresh()
      }
      return all.length
    },
    (count: number) => props.done(count),
  )
  return (
    <form class="stack stack--3" onSubmit={(event) => void form.submit(event)}>
      {props.children}
      <SkillPicker
        label={m.learned_field()}
        value={skills()}
        error={form.fieldError('skill')}
        onChange={(value) => setSkills(value)}
      />
      <ProblemNote error={form.fieldError('skill') ? undefined : form.error()} />
      <Button class="self-start" type="submit" busy={form.busy()} disabled={skills().length === 0}>
        {props.act}
      </Button>
    </form>
  )
}
