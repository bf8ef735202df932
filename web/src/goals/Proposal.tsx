import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { Step } from './goals.queries'

/** A step that a mentor proposed, to be taken or not. */
export function Proposal(props: { step: Step; busy: boolean; onTake: () => void; onRefuse: () => void }) {
  const title = () => isolate(props.step.title)
  return (
    <li class="goal__proposal">
      <p class="grow">
        <span class="t-sm t-2 block">{m.goals_proposed_by({ name: isolate(props.step.proposed_by?.name ?? '') })}</span>
        <span dir="auto">{props.step.title}</span>
      </p>
      <div class="row row--2">
        <Button
          kind="primary"
          size="sm"
          busy={props.busy}
          aria-label={m.goals_take({ title: title() })}
          onClick={() => props.onTake()}
        >
          {m.goals_take_short()}
        </Button>
        <Button
          kind="quiet"
          size="sm"
          busy={props.busy}
          aria-label={m.goals_refuse({ title: title() })}
          onClick={() => props.onRefuse()}
        >
          {m.goals_refuse_short()}
        </Button>
      </div>
    </li>
  )
}
