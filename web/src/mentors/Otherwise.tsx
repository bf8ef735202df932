import { A, useLocation } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import BellIcon from '~icons/lucide/bell'
import BellRingIcon from '~icons/lucide/bell-ring'
import PlusIcon from '~icons/lucide/calendar-plus'
import { isolate, m } from '../lib/messages'
import { useMe } from '../lib/session'
import { Button, ButtonLink } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import type { Parts } from './SlotPanel'
import { standingQuery, waitFor } from './standing'

const ProposeDialog = lazy(() => import('../bookings/ProposeDialog'))

/** Where no free time suits: times of my own, and news of the next one. */
export function Otherwise(props: Parts & { isEmpty: boolean }) {
  const me = useMe()
  const [proposing, setProposing] = createSignal(false)
  const standing = () => props.choice.standing()
  const mayPropose = () => {
    const offer = props.choice.offer()
    return !props.choice.isClosed() && offer !== undefined && offer.kind !== 'group' && !props.choice.isTooYoung(offer)
  }
  return (
    <div class="stack stack--2 otherwise">
      <Show when={me.data !== null} fallback={<Visitor {...props} />}>
        <Show when={standing()?.has_proposed}>
          <p class="t-sm t-2">
            {m.propose_waits({ name: isolate(props.mentor.name) })}{' '}
            <A class="link" href="/sessions">
              {m.checkout_see_sessions()}
            </A>
          </p>
        </Show>
        <Show when={standing()}>
          <div class="row row--2 row--wrap">
            <Show when={mayPropose() && !standing()!.has_proposed}>
              <Button size="sm" kind={props.isEmpty ? 'soft' : 'quiet'} onClick={() => setProposing(true)}>
                <PlusIcon class="i" aria-hidden="true" />
                {m.propose_open()}
              </Button>
            </Show>
            <Show when={props.isEmpty || standing()!.is_waiting}>
              <Waiting {...props} isWaiting={standing()!.is_waiting} />
            </Show>
          </div>
        </Show>
      </Show>
      <Show when={proposing() && props.choice.offer()}>
        {(offer) => (
          <Suspense>
            <ProposeDialog
              mentor={props.mentor}
              offer={offer()}
              mine={props.mine}
              theirs={props.theirs}
              onClose={() => setProposing(false)}
            />
          </Suspense>
        )}
      </Show>
    </div>
  )
}

function Visitor(props: Parts & { isEmpty: boolean }) {
  const location = useLocation()
  return (
    <Show when={props.isEmpty}>
      <ButtonLink size="sm" kind="soft" href={`/login?next=${encodeURIComponent(location.pathname)}`}>
        {m.wait_log_in()}
      </ButtonLink>
    </Show>
  )
}

function Waiting(props: Parts & { isWaiting: boolean }) {
  const client = useQueryClient()
  /** There is nothing else to do here. */
  const isOnly = () => props.choice.isClosed() && !props.isWaiting
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function turn(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    try {
      const { queryKey } = standingQuery(props.mentor.mentor_id)
      const now = client.setQueryData(queryKey, await waitFor(props.mentor.mentor_id, !props.isWaiting))
      if (now?.is_waiting) toast(m.wait_begun())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        size={isOnly() ? undefined : 'sm'}
        kind={isOnly() ? 'primary' : 'soft'}
        busy={busy()}
        aria-pressed={props.isWaiting}
        onClick={() => void turn()}
      >
        <Show when={props.isWaiting} fallback={<BellIcon class="i" aria-hidden="true" />}>
          <BellRingIcon class="i" aria-hidden="true" />
        </Show>
        {props.isWaiting ? m.wait_stop() : m.wait_begin()}
      </Button>
      <ProblemNote error={error()} />
    </>
  )
}
