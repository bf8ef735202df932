import { Show } from 'solid-js'
import ChevronIcon from '~icons/lucide/chevron-down'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { commissionPercent, partsOf } from '../payments/share'

/** The price that explains itself: what it is for, what is added, and where it goes. */
export function Bill(props: { minutes: number; name: string; amount: number; currency: string }) {
  const exact = (minor: number) => money(minor, props.currency, { exact: true })
  const parts = () => partsOf(props.amount)
  return (
    <>
      <dl class="bill">
        <dt>{m.booking_bill_session({ count: props.minutes, name: isolate(props.name) })}</dt>
        <dd>{exact(props.amount)}</dd>
        <dt>{m.booking_bill_fee()}</dt>
        <dd>{m.booking_bill_none()}</dd>
        <dt class="bill__sum">{m.booking_bill_total()}</dt>
        <dd class="bill__sum">{exact(props.amount)}</dd>
      </dl>
      <Show when={props.amount > 0}>
        <details class="more">
          <summary>
            {m.booking_bill_where({ amount: money(props.amount, props.currency) })}
            <ChevronIcon class="i i--sm" aria-hidden="true" />
          </summary>
          <div class="stack stack--2">
            <div class="split split--90" aria-hidden="true">
              <span />
              <span />
            </div>
            <dl class="bill t-sm">
              <dt class="key">{m.booking_bill_mentor({ name: isolate(props.name) })}</dt>
              <dd>{exact(parts().mentor)}</dd>
              <dt class="key key--2">{m.booking_bill_product({ percent: commissionPercent() })}</dt>
              <dd>{exact(parts().product)}</dd>
            </dl>
          </div>
        </details>
      </Show>
    </>
  )
}
