import { Show } from 'solid-js'
import XIcon from '~icons/lucide/x'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast, undoable } from '../ui/Toast'
import { createAct } from './act'
import { confirmLearned, dropLearned, markLearned, type LearnedWith } from './my-students.queries'

/** One skill: asked of me, or mine. */
export function LearnedRow(props: { skill: LearnedWith; refresh: () => void }) {
  const act = createAct()
  const skill = () => isolate(props.skill.skill)

  async function drop(): Promise<void> {
    const { id, mentor, skill: name, confirmed_at } = props.skill
    const refresh = props.refresh
    if (!(await act.run(dropLearned(id)))) return
    refresh()
    if (confirmed_at === null) return
    undoable(m.learned_removed({ skill: isolate(name) }), () => void markLearned(mentor.mentor_id, name).then(refresh))
  }
  async function agree(): Promise<void> {
    const refresh = props.refresh
    if (!(await act.run(confirmLearned(props.skill.id)))) return
    refresh()
    toast(m.learned_marked({ count: 1 }))
  }
  return (
    <li class="learned">
      <div class="learned__words">
        <bdi class="t-strong">{props.skill.skill}</bdi>
        <p class="t-sm t-2">
          {props.skill.confirmed_at
            ? m.learned_with({ name: isolate(props.skill.mentor.name) })
            : m.learned_asks({ name: isolate(props.skill.mentor.name) })}
        </p>
      </div>
      <Show
        when={props.skill.confirmed_at}
        fallback={
          <span class="row row--2">
            <Button
              kind="primary"
              size="sm"
              busy={act.busy()}
              aria-label={m.learned_agree_to({ skill: skill() })}
              onClick={() => void agree()}
            >
              {m.learned_agree()}
            </Button>
            <Button
              size="sm"
              disabled={act.busy()}
              aria-label={m.learned_decline_to({ skill: skill() })}
              onClick={() => void drop()}
            >
              {m.learned_decline()}
            </Button>
          </span>
        }
      >
        <Button
          kind="quiet"
          icon
          busy={act.busy()}
          aria-label={m.learned_remove({ skill: skill() })}
          onClick={() => void drop()}
        >
          <XIcon class="i" aria-hidden="true" />
        </Button>
      </Show>
      <ProblemNote error={act.error()} />
    </li>
  )
}
