import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal, Match, Show, Switch, type Accessor } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import ClockIcon from '~icons/lucide/hourglass'
import { reachOthers } from '../accounts/reach'
import { m } from '../lib/messages'
import { useMe } from '../lib/session'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Checkbox } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { leaveEvent, signUp, useEventChange, type Event } from './events.queries'
import { ordinal, seatsWords, standingOf, standingWords } from './standing'

const DOOR_MS = 15 * 60_000

/** My seat at an event: asked for, changed, given back. A visitor logs in first and comes back to this page. */
export function createSeat(event: Accessor<Event>, now: Accessor<number>) {
  const me = useMe()
  const navigate = useNavigate()
  const location = useLocation()
  const { changed, again } = useEventChange()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const [showName, setShowName] = createSignal(false)
  const [open, setOpen] = createSignal(false)
  const standing = () => standingOf(event(), me.data, now())

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (busy()) return false
    setBusy(true)
    setError(undefined)
    try {
      await act()
      return true
    } catch (failure) {
      setError(failure)
      // Somebody may have been quicker, or it was cancelled: the page then says so.
      void again(event().id)
      return false
    } finally {
      setBusy(false)
    }
  }
  const take = () => run(async () => changed(await signUp(event().id, showName())))

  return {
    busy,
    error,
    standing,
    showName,
    setShowName,
    open,
    setOpen,
    /** The door of a room is opened a little before. */
    isNear: () => now() >= Date.parse(event().start_time) - DOOR_MS,
    words: () => (standing() === 'waiting' ? m.events_waiting_words() : seatsWords(event())),
    ask(): void {
      if (!me.data) navigate(`/login?next=${encodeURIComponent(location.pathname)}`)
      else if (me.data.email_verified) void take()
      else reachOthers(me.data, () => void take())
    },
    show: (wish: boolean) => run(async () => changed(await signUp(event().id, wish))),
    async leave(): Promise<void> {
      const left = await run(async () => {
        await leaveEvent(event().id)
        await again(event().id)
      })
      if (!left) return
      setOpen(false)
      toast(m.events_left())
    },
  }
}
export type Seat = ReturnType<typeof createSeat>

type Parts = { event: Event; seat: Seat }

/** The one button, which says how one stands. */
export function SeatAct(props: Parts & { block?: boolean; class?: string }) {
  const words = () => standingWords(props.seat.standing(), props.event)
  const look = () => ({ size: 'lg' as const, block: props.block, class: props.class })
  return (
    <Switch
      fallback={
        <Button {...look()} disabled>
          {words()}
        </Button>
      }
    >
      <Match when={props.seat.standing() === 'draft' && props.event.may_edit}>
        <ButtonLink kind="primary" {...look()} href={`/events/${props.event.id}/edit`}>
          {m.events_finish()}
        </ButtonLink>
      </Match>
      <Match when={props.seat.standing() === 'organizing'}>
        <ButtonLink kind="primary" {...look()} href={`/events/${props.event.id}/guests`}>
          {m.events_guests()}
        </ButtonLink>
      </Match>
      <Match when={['open', 'full'].includes(props.seat.standing())}>
        <Button kind="primary" {...look()} busy={props.seat.busy()} onClick={() => props.seat.ask()}>
          {words()}
        </Button>
      </Match>
      <Match when={['going', 'waiting'].includes(props.seat.standing())}>
        <Button kind="soft" {...look()} aria-haspopup="dialog" onClick={() => props.seat.setOpen(true)}>
          <Show when={props.seat.standing() === 'going'} fallback={<ClockIcon class="i" aria-hidden="true" />}>
            <CheckIcon class="i" aria-hidden="true" />
          </Show>
          {words()}
        </Button>
      </Match>
    </Switch>
  )
}

/** Behind the button of whoever has a seat or waits: the name, and the way out. */
export function SeatDialog(props: Parts) {
  const isGoing = () => props.event.rsvp?.state === 'going'
  const title = () =>
    isGoing()
      ? m.events_state_going()
      : m.events_state_waiting({ place: ordinal(props.event.rsvp?.place_in_line ?? 1) })
  return (
    <Dialog
      open={props.seat.open() && props.event.rsvp !== null}
      onClose={() => props.seat.setOpen(false)}
      title={title()}
      description={isGoing() ? m.events_going_words() : m.events_waiting_words()}
      foot={
        <div class="row row--2 row--wrap justify-end">
          <Button onClick={() => props.seat.setOpen(false)}>{m.events_stay()}</Button>
          <Button kind="danger" busy={props.seat.busy()} onClick={() => void props.seat.leave()}>
            {isGoing() ? m.events_leave() : m.events_leave_line()}
          </Button>
        </div>
      }
    >
      <Show when={props.event.guests === 'names'}>
        <Checkbox
          checked={props.event.rsvp?.show_name ?? false}
          disabled={props.seat.busy()}
          onChange={(event) => void props.seat.show(event.currentTarget.checked)}
        >
          {m.events_show_name()}
        </Checkbox>
      </Show>
      <ProblemNote error={props.seat.error()} />
    </Dialog>
  )
}
