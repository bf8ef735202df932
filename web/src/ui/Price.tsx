import { m } from '../lib/messages'
import { money } from '../lib/money'

/** A price never stands without its length: "₹1,500 45 min". */
export function Price(props: { minor: number; currency: string; minutes: number }) {
  return (
    <span class="t-sm t-2 nowrap">
      <b class="num text-base font-semibold text-ink">{money(props.minor, props.currency)}</b>{' '}
      {m.minutes({ count: props.minutes })}
    </span>
  )
}
