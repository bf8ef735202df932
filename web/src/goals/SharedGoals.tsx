import './goals.css'
import { Show } from 'solid-js'
import { useQuery } from '../lib/query'
import { ChooseGoals } from './ChooseGoals'
import { sharedGoalsQuery } from './goals.queries'
import { TheirGoals } from './TheirGoals'

/** The goals of a session: its student chooses which ones the mentor sees, who proposes steps. `other` is a name. */
export function SharedGoals(props: { bookingId: string; other: string; side: 'student' | 'mentor'; isOver: boolean }) {
  const shared = useQuery(() => sharedGoalsQuery(props.bookingId))
  return (
    <Show when={shared.data?.is_open && shared.data}>
      {(data) => (
        <Show
          when={props.side === 'student'}
          fallback={
            <Show when={data().items.length > 0 || !props.isOver}>
              <TheirGoals bookingId={props.bookingId} other={props.other} goals={data().items} />
            </Show>
          }
        >
          <ChooseGoals bookingId={props.bookingId} other={props.other} shared={data().items} />
        </Show>
      )}
    </Show>
  )
}
