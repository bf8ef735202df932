import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { dayWords, methodWords } from './money-words'
import type { Refund } from './payments.queries'

/** What comes back, how, under which reference, and when the bank should show it. */
export function RefundFacts(props: { refund: Refund; moment: (at: string) => string }) {
  const state = () => {
    if (props.refund.state === 'failed') return m.payments_refund_failed()
    return props.refund.sent_at
      ? m.payments_refund_sent({ when: props.moment(props.refund.sent_at) })
      : m.payments_refund_requested({ when: props.moment(props.refund.requested_at) })
  }
  return (
    <section class="receipt__refund stack stack--2">
      <h3 class="t-strong">
        {m.payments_refund({ amount: money(props.refund.amount_minor, props.refund.currency, { exact: true }) })}
      </h3>
      <dl class="receipt__facts t-sm">
        <dt>{m.payments_refund_state()}</dt>
        <dd>{state()}</dd>
        <Show when={props.refund.state !== 'failed'}>
          <dt>{m.payments_refund_expected()}</dt>
          <dd>
            {m.payments_refund_between({
              from: dayWords(props.refund.expected_from),
              by: dayWords(props.refund.expected_by),
            })}
          </dd>
        </Show>
        <Show when={methodWords(props.refund.method)}>
          {(method) => (
            <>
              <dt>{m.payments_how()}</dt>
              <dd>{method()}</dd>
            </>
          )}
        </Show>
        <Show when={props.refund.reference}>
          {(reference) => (
            <>
              <dt>{m.payments_reference()}</dt>
              <dd>{reference()}</dd>
            </>
          )}
        </Show>
      </dl>
      <Show when={props.refund.state !== 'failed'}>
        <p class="t-xs t-3">{m.payments_refund_rule()}</p>
      </Show>
    </section>
  )
}
