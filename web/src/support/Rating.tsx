import { createSignal, For, Show, untrack } from 'solid-js'
import { TICKET_LENGTH, TICKET_SCORES, type TicketScore } from '../../../worker/contract/support.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { rateTicket, type Talk } from './support.queries'

const SCORE_WORDS: Record<TicketScore, () => string> = { good: m.support_rating_good, bad: m.support_rating_bad }

/** Whether it helped; for a week one may think again. */
export function Rating(props: { ticket: Talk; onRated: () => void }) {
  const [score, setScore] = createSignal(untrack(() => props.ticket.rating?.score))
  const [isSaved, setSaved] = createSignal(false)
  const form = createSubmission(
    (values) => rateTicket(props.ticket.id, { score: score()!, text: String(values.get('text') ?? '') }),
    () => {
      setSaved(true)
      props.onRated()
    },
  )
  return (
    <form class="card stack" onSubmit={(event) => void form.submit(event)}>
      <fieldset class="stack stack--2">
        <legend class="t-section">{m.support_rating_title()}</legend>
        <div class="row row--2 row--wrap">
          <For each={TICKET_SCORES}>
            {(one) => (
              <label class="check">
                <input
                  type="radio"
                  name="score"
                  required
                  value={one}
                  checked={score() === one}
                  onChange={() => {
                    setScore(one)
                    setSaved(false)
                  }}
                />
                <span>{SCORE_WORDS[one]()}</span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Show when={score()}>
        <TextArea
          label={m.support_rating_text()}
          name="text"
          rows="3"
          maxlength={TICKET_LENGTH.rating}
          value={props.ticket.rating?.text ?? ''}
          onInput={() => setSaved(false)}
          error={form.fieldError('text')}
        />
        <ProblemNote error={form.error()} />
        <Show when={isSaved()} fallback={<RateButton busy={form.busy()} />}>
          <Note kind="success">{m.support_rated()}</Note>
        </Show>
      </Show>
    </form>
  )
}

const RateButton = (props: { busy: boolean }) => (
  <div>
    <Button kind="primary" type="submit" busy={props.busy}>
      {m.support_rating_send()}
    </Button>
  </div>
)
