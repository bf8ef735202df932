import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { useInfiniteQuery } from '../lib/query'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { withdrawalsQuery, type Withdrawal } from './earnings.queries'
import { createWhen } from './when'

type State = Withdrawal['state']
const STATES: Record<State, { label: () => string; kind?: 'success' | 'warning' | 'danger' | 'accent' }> = {
  requested: { label: m.withdrawal_requested },
  approved: { label: m.withdrawal_approved, kind: 'accent' },
  exported: { label: m.withdrawal_exported, kind: 'accent' },
  paid: { label: m.withdrawal_paid_state, kind: 'success' },
  refused: { label: m.withdrawal_refused_state, kind: 'warning' },
  failed: { label: m.withdrawal_failed_state, kind: 'danger' },
}

/** What was asked for, and what became of it. */
export function Withdrawals() {
  const list = useInfiniteQuery(() => withdrawalsQuery())
  const items = () => list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section class="stack stack--3" aria-labelledby="withdrawals-title">
      <h2 id="withdrawals-title" class="t-section">
        {m.withdrawals_title()}
      </h2>
      <Loaded
        query={list}
        loading={<SkeletonRows count={2} />}
        isEmpty={() => items().length === 0}
        empty={<p class="card t-sm t-2">{m.withdrawals_none()}</p>}
      >
        {() => (
          <>
            <ul class="card card--flush list">
              <For each={items()}>{(item) => <Row withdrawal={item} />}</For>
            </ul>
            <Show when={list.hasNextPage}>
              <Button class="self-center" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {m.earnings_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}

function Row(props: { withdrawal: Withdrawal }) {
  const when = createWhen()
  const state = () => STATES[props.withdrawal.state]
  return (
    <li class="list-row">
      <div class="list-row__main">
        <p class="num t-strong">{money(props.withdrawal.amount_minor, props.withdrawal.currency)}</p>
        <time class="t-xs t-3" datetime={props.withdrawal.requested_at}>
          {when(props.withdrawal.requested_at)}
        </time>
        <Show when={props.withdrawal.reference}>
          {(reference) => <p class="t-xs t-2 break-words">{m.withdrawal_reference({ reference: reference() })}</p>}
        </Show>
        <Show when={props.withdrawal.reason}>
          {(reason) => <p class="t-xs t-2 break-words">{m.withdrawal_reason({ reason: reason() })}</p>}
        </Show>
      </div>
      <Badge kind={state().kind}>{state().label()}</Badge>
    </li>
  )
}
