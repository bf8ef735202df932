import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import { orderWords } from '../bookings/words'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import { Badge } from '../ui/Badge'
import { methodWords, sentence } from './money-words'
import type { Receipt } from './payments.queries'
import { RefundFacts } from './RefundFacts'

const KINDS: Partial<Record<Receipt['state'], 'success' | 'warning' | 'danger'>> = {
  captured: 'success',
  authorized: 'warning',
  attempted: 'warning',
  parked: 'warning',
  failed: 'danger',
}
/** Money that stayed or was given back; tries that failed are told apart. */
const arrived = ({ payments }: Receipt) =>
  payments.filter(({ state }) => state === 'captured' || state === 'authorized')
const failed = ({ payments }: Receipt) => payments.filter(({ state }) => state === 'failed')

/** One order: what was paid for, how, under which reference, what came back, and its papers. */
export function ReceiptCard(props: { receipt: Receipt; place: Place }) {
  const moment = (at: string) => `${props.place.day(at)}, ${props.place.time(at)} ${props.place.label(at)}`
  return (
    <article
      class="card stack stack--4"
      aria-label={m.payments_receipt_of({
        offer: props.receipt.offer_title,
        when: props.place.day(props.receipt.created_at),
      })}
    >
      <div class="row row--4 row--wrap receipt__head">
        <div class="grow stack stack--1 receipt__what">
          <h2 class="t-strong">
            <A href={`/sessions/${props.receipt.booking_id}`}>
              {m.payments_session_with({ offer: props.receipt.offer_title, name: isolate(props.receipt.mentor_name) })}
            </A>
          </h2>
          <p class="t-sm t-2">{moment(props.receipt.start_time)}</p>
        </div>
        <p class="receipt__amount">{money(props.receipt.amount_minor, props.receipt.currency, { exact: true })}</p>
        <Badge kind={KINDS[props.receipt.state]}>{orderWords(props.receipt.state)}</Badge>
      </div>
      <Show when={props.receipt.payments.length === 0}>
        <p class="t-sm t-2">{m.payments_no_payment_yet()}</p>
      </Show>
      <For each={arrived(props.receipt)}>
        {(payment) => (
          <dl class="receipt__facts t-sm">
            <dt>{m.payments_when()}</dt>
            <dd>
              <time datetime={payment.at}>{moment(payment.at)}</time>
            </dd>
            <Show when={methodWords(payment.method)}>
              {(method) => (
                <>
                  <dt>{m.payments_how()}</dt>
                  <dd>{method()}</dd>
                </>
              )}
            </Show>
            <dt>{m.payments_reference()}</dt>
            <dd>{payment.reference}</dd>
          </dl>
        )}
      </For>
      <For each={failed(props.receipt)}>
        {(payment) => (
          <p class="t-sm t-3">
            {payment.failure
              ? m.payments_failed_try_reason({ when: moment(payment.at), reason: sentence(payment.failure) })
              : m.payments_failed_try({ when: moment(payment.at) })}
          </p>
        )}
      </For>
      <For each={props.receipt.refunds}>{(refund) => <RefundFacts refund={refund} moment={moment} />}</For>
      <Papers receipt={props.receipt} />
    </article>
  )
}

function Papers(props: { receipt: Receipt }) {
  return (
    <Show when={props.receipt.invoices.length > 0}>
      <div class="row row--2 row--wrap">
        <For each={props.receipt.invoices}>
          {(one) => (
            <a class="btn btn--sm" href={one.pdf_url} download="">
              <DownloadIcon class="i" aria-hidden="true" />
              {one.document === 'invoice'
                ? m.invoices_invoice({ number: one.number })
                : m.invoices_credit_note({ number: one.number })}
            </a>
          )}
        </For>
      </div>
    </Show>
  )
}
