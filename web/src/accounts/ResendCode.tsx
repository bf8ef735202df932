import { createSignal, Show, untrack } from 'solid-js'
import { createRemaining, now } from '../lib/clock'
import { m } from '../lib/messages'
import { clockOf } from '../lib/time'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { mailCodeAgain } from './accounts.calls'

const PAUSE_MS = 60_000
const inAMinute = () => new Date(now() + PAUSE_MS).toISOString()

/** Another code by mail, at most one a minute. `fresh` says that one has just been sent. */
export function ResendCode(props: { fresh?: boolean }) {
  const [until, setUntil] = createSignal(untrack(() => (props.fresh ? inAMinute() : undefined)))
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const left = createRemaining(until)

  async function again(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await mailCodeAgain()
      setUntil(inAMinute())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <ProblemNote error={error()} />
      <Show
        when={left()}
        fallback={
          <Button kind="quiet" busy={busy()} onClick={() => void again()}>
            {m.code_again()}
          </Button>
        }
      >
        {(ms) => (
          <p class="t-sm t-2 num self-center">
            <span class="sr" role="status">
              {m.code_sent()}
            </span>
            {m.code_again_in({ left: clockOf(ms()) })}
          </p>
        )}
      </Show>
    </>
  )
}
