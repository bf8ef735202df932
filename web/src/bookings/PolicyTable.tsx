import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { PolicyRow } from './policy'

/** Until when how much comes back, with the amounts; what holds now is marked, what is over stays readable. */
export function PolicyTable(props: { rows: PolicyRow[]; amount: number; currency: string }) {
  const refundWords = (refund: number | null) => {
    if (refund === null) return m.policy_not_any_more()
    if (refund === 0) return m.policy_nothing()
    const amount = money(refund, props.currency)
    return refund === props.amount ? m.policy_all({ amount }) : amount
  }
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{m.policy_cancelled()}</th>
          <th scope="col" class="num">
            {m.policy_back()}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr aria-current={row.time === 'now' ? 'true' : undefined}>
              <td classList={{ 't-3': row.time === 'over', 't-strong': row.time === 'now' }}>
                {row.when}{' '}
                <Show when={row.time !== 'later'}>
                  <span class="badge" classList={{ 'badge--success': row.time === 'now' }}>
                    {row.time === 'now' ? m.policy_now() : m.policy_over()}
                  </span>
                </Show>
              </td>
              <td class="num" classList={{ 't-3': row.time === 'over', 't-strong': row.time === 'now' }}>
                {refundWords(row.refund)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
