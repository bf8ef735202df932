import { createSignal, Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { createAct } from './act'
import { moveSession, type Move } from './bookings.queries'
import { FreeTimesToMove, NearTimes } from './FreeTimesToMove'
import type { SessionParts } from './other'
import { TimeFields } from './TimeFields'

type MoveDialogProps = SessionParts & { open: boolean; onClose: () => void }

/** Another time: chosen among the free ones, or wished for. What happens then is said before the click. */
export function MoveDialog(props: MoveDialogProps) {
  const [start, setStart] = createSignal<string>()
  const [isAnyTime, setAnyTime] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [missing, setMissing] = createSignal<string>()
  const { act, busy, error, setError } = createAct()
  const name = () => isolate(props.other.name)
  const iTeach = () => props.other.role === 'student'
  const free = () => {
    const until = props.booking.moves_freely_until
    return until !== null && props.now < Date.parse(until) ? until : undefined
  }
  const words = (at: string) => m.booking_weekday_time({ day: props.mine.day(at), time: props.mine.time(at) })
  const wishes = () => iTeach() || isAnyTime()
  const taken = () =>
    error() instanceof Problem && (error() as Problem).code === 'slot_taken' ? (error() as Problem) : undefined
  const choose = (at: string | undefined) => {
    setStart(at)
    setMissing(undefined)
    setError(undefined)
  }
  const consequence = () => {
    const until = free()
    return until
      ? m.move_free({
          name: name(),
          day: props.mine.day(until),
          time: props.mine.time(until),
          zone: props.mine.label(until),
        })
      : m.move_asks({ name: name(), when: words(props.booking.start_time) })
  }
  const verb = () => {
    const at = start()
    if (at === undefined) return m.move_act_none()
    return free() ? m.move_act({ when: words(at) }) : m.move_ask({ when: words(at) })
  }

  function move(): void {
    const at = start()
    if (at === undefined) return void setMissing(m.move_choose())
    if (at === props.booking.start_time) return void setMissing(m.move_same())
    const said = reason().trim()
    const { id } = props.booking
    const inputs = { name: name(), when: words(at) }
    const done = (moved: { move: Move | null }) => {
      toast(moved.move ? m.move_was_asked(inputs) : m.move_done(inputs))
      props.onClose()
    }
    void act({ name: 'move', said: at + said }, (key) => moveSession(id, key, at, said), done)
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={m.move_title()}
      description={consequence()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.onClose()}>{m.act_cancel()}</Button>
          <Button kind="primary" busy={busy() !== undefined} onClick={move}>
            {verb()}
          </Button>
        </div>
      }
    >
      <Show when={taken()} fallback={<ProblemNote error={error()} />}>
        {(problem) => <NearTimes {...props} taken={words(start()!)} times={problem().alternatives} onChoose={choose} />}
      </Show>
      <Show when={!iTeach() && !free()}>
        <div class="segment" role="group" aria-label={m.move_how()}>
          <button type="button" aria-pressed={!isAnyTime()} onClick={() => (setAnyTime(false), choose(undefined))}>
            {m.move_free_times()}
          </button>
          <button type="button" aria-pressed={isAnyTime()} onClick={() => (setAnyTime(true), choose(undefined))}>
            {m.move_any_time()}
          </button>
        </div>
      </Show>
      <Switch>
        <Match when={wishes()}>
          <TimeFields
            mine={props.mine}
            theirs={props.theirs}
            name={props.other.name}
            onChoose={choose}
            error={missing()}
          />
        </Match>
        <Match when={props.theirs}>
          {(theirs) => (
            <>
              <FreeTimesToMove {...props} theirs={theirs()} start={start()} onChoose={choose} />
              <Show when={missing()}>
                {(wrong) => (
                  <p class="field__error" role="alert">
                    {wrong()}
                  </p>
                )}
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <TextArea
        label={m.move_reason({ name: name() })}
        rows="2"
        maxlength="500"
        value={reason()}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
