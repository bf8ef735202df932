import { createSignal, Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { reopenTicket, resolveTicket, type Talk } from './support.queries'

/** Says that it is settled, or that it is not after all. */
export function TicketActs(props: { ticket: Talk; onChanged: () => void }) {
  const place = useMyPlace()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function act(send: (id: string) => Promise<unknown>): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    try {
      await send(props.ticket.id)
      props.onChanged()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="stack stack--2">
      <ProblemNote error={error()} />
      <Switch>
        <Match when={props.ticket.state !== 'resolved'}>
          <div class="row row--2 row--wrap">
            <Button busy={busy()} onClick={() => void act(resolveTicket)}>
              {m.support_resolve()}
            </Button>
            <span class="t-sm t-2">{m.support_resolve_words()}</span>
          </div>
        </Match>
        <Match when={props.ticket.reopen_until}>
          {(until) => (
            <div class="row row--2 row--wrap">
              <Button busy={busy()} onClick={() => void act(reopenTicket)}>
                {m.support_reopen()}
              </Button>
              <Show when={place()}>
                <span class="t-sm t-2">
                  {m.support_reopen_until()} <TimeWithZone at={until()} place={place()} style={IN_FULL} />
                </span>
              </Show>
            </div>
          )}
        </Match>
        <Match when={props.ticket.state === 'resolved'}>
          <p class="t-sm t-2">{m.support_over()}</p>
        </Match>
      </Switch>
    </div>
  )
}
