import { Match, Show, Switch } from 'solid-js'
import { HoldPanel } from './HoldPanel'
import { MovePanel } from './MovePanel'
import type { SessionParts } from './other'
import { AskedPanel, RequestPanel } from './RequestPanel'
import { doorOf, RoomPanel } from './RoomPanel'
import { stateAt } from './words'

/** What this session waits for, above everything else; nothing where it waits for nobody. */
export function NextStep(props: SessionParts) {
  const state = () => stateAt(props.booking, props.now)
  const iPay = () => props.other.role === 'mentor'
  const move = () => (props.now < Date.parse(props.booking.start_time) ? props.booking.move : null)
  const door = () => doorOf(props.booking, props.now)
  return (
    <>
      <Switch>
        <Match when={state() === 'held' && iPay() && props.booking.hold_expires_at}>
          {(until) => <HoldPanel start={props.booking.start_time} until={until()} place={props.mine} />}
        </Match>
        <Match when={state() === 'pending' && !iPay()}>
          <RequestPanel {...props} />
        </Match>
        <Match when={state() === 'pending'}>
          <AskedPanel {...props} />
        </Match>
        <Match when={move()}>{(wish) => <MovePanel {...props} move={wish()} />}</Match>
      </Switch>
      <Show when={door()}>{(times) => <RoomPanel {...props} {...times()} />}</Show>
    </>
  )
}
