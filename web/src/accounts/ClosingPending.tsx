import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { reopenAccount, type Closing } from './closing.queries'

/** The time of grace: until when, and the one act that ends it. */
export function ClosingPending(props: { closing: Closing; place: Place; onKept: (state: Closing) => void }) {
  const keep = createSubmission(reopenAccount, (state) => props.onKept(state))
  return (
    <form class="card stack" onSubmit={(event) => void keep.submit(event)}>
      <ProblemNote error={keep.error()} />
      <h3 class="t-section">
        {m.closing_pending({
          day: props.place.longDay(props.closing.until),
          time: props.place.time(props.closing.until),
          zone: props.place.label(props.closing.until),
        })}
      </h3>
      <p class="t-2">{m.closing_pending_words()}</p>
      <Show when={props.closing.sessions.length > 0}>
        <p class="t-2" role="status">
          {m.closing_pending_rest({ count: props.closing.sessions.length })}
        </p>
      </Show>
      <div class="row row--wrap row--2">
        <Button kind="primary" type="submit" busy={keep.busy()}>
          {m.closing_keep()}
        </Button>
        <A class="btn btn--quiet" href="/settings/data">
          {m.closing_data_first()}
        </A>
      </div>
    </form>
  )
}
