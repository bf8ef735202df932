import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { ListedMentor } from '../mentors/mentors.calls'
import { commissionPercent, partsOf } from '../payments/share'

/** Where a price goes, shown on a real one. */
export function Costs(props: { example: ListedMentor | undefined }) {
  return (
    <section id="cost" class="wrap sec two" aria-labelledby="cost-title">
      <div class="stack">
        <h2 id="cost-title" class="t-page">
          {m.landing_cost()}
        </h2>
        <p class="t-lead">{m.landing_cost_lead()}</p>
        <p class="t-2">{m.landing_cost_cancel()}</p>
        <p class="row row--wrap gap-x-6 gap-y-3">
          <A class="link" href="/pricing">
            {m.landing_cost_more()}
          </A>
          <A class="link" href="/cancellation">
            {m.landing_cost_policies()}
          </A>
        </p>
      </div>
      <div class="card card--raised where">
        <Show when={props.example?.from_offer} fallback={<span class="sk sk--w80 my-12" />}>
          {(offer) => <Shares minor={offer().amount_minor} currency={offer().currency} mentor={props.example!.name} />}
        </Show>
      </div>
    </section>
  )
}

function Shares(props: { minor: number; currency: string; mentor: string }) {
  const parts = () => partsOf(props.minor)
  return (
    <>
      <div class="row row--base">
        <span class="t-2">{m.landing_cost_of()}</span>
        <span class="t-big num push">{money(props.minor, props.currency)}</span>
      </div>
      <div class="split split--90" aria-hidden="true">
        <span />
        <span />
      </div>
      <dl class="bill">
        <dt class="key t-strong">
          <bdi>{props.mentor}</bdi> {m.landing_cost_receives()}
        </dt>
        <dd class="t-strong">{money(parts().mentor, props.currency)}</dd>
        <dt class="key key--2">{m.landing_cost_keeps({ percent: commissionPercent() })}</dt>
        <dd>{money(parts().product, props.currency)}</dd>
        <dt>{m.landing_cost_added()}</dt>
        <dd>{money(0, props.currency)}</dd>
      </dl>
    </>
  )
}
