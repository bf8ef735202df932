import { createSignal, For } from 'solid-js'
import { m } from '../lib/messages'
import { minorOf, money, typedAmount } from '../lib/money'
import { commissionPercent, partsOf } from '../payments/share'
import { TextField } from '../ui/Field'

const EXAMPLE_MINOR = 150_000

/** One types a price and sees both parts of it, to the smallest unit. */
export function Split(props: { currency: string }) {
  const [typed, setTyped] = createSignal<string>()
  const shown = () => typed() ?? typedAmount(EXAMPLE_MINOR, props.currency)
  const minor = () => minorOf(shown(), props.currency)
  const rows = () => {
    const whole = minor() ?? 0
    const parts = partsOf(whole)
    return [
      { words: m.pricing_try_mentor(), class: 'key t-strong', minor: parts.mentor },
      { words: m.landing_cost_keeps({ percent: commissionPercent() }), class: 'key key--2', minor: parts.product },
      { words: m.landing_cost_added(), class: '', minor: 0 },
    ]
  }
  return (
    <div class="card card--raised stack">
      <TextField
        label={m.pricing_try()}
        hint={m.pricing_try_hint({ currency: props.currency })}
        error={minor() === undefined ? m.pricing_try_fault() : undefined}
        inputmode="decimal"
        value={shown()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="split split--90" aria-hidden="true">
        <span />
        <span />
      </div>
      <dl class="bill" aria-live="polite">
        <For each={rows()}>
          {(row) => (
            <>
              <dt class={row.class}>{row.words}</dt>
              <dd class="num">{minor() === undefined ? '–' : money(row.minor, props.currency)}</dd>
            </>
          )}
        </For>
      </dl>
    </div>
  )
}
