import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import type { Earnings } from './earnings.queries'

/** Which offers the period's money came from. */
export function OfferSplit(props: { period: Earnings['period'] }) {
  return (
    <section class="stack stack--3" aria-labelledby="offers-title">
      <h2 id="offers-title" class="t-section">
        {m.earnings_offers()}
      </h2>
      <Show when={props.period.offers.length > 0} fallback={<p class="card t-2">{m.earnings_offers_none()}</p>}>
        <div class="card table-wrap">
          <table class="table offers">
            <thead>
              <tr>
                <th scope="col">{m.earnings_offer()}</th>
                <th class="num" scope="col">
                  {m.earnings_sessions()}
                </th>
                <th class="num" scope="col">
                  {m.earnings_earned()}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.period.offers}>
                {(offer) => (
                  <tr>
                    <th scope="row">
                      <bdi>{offer.title}</bdi>
                    </th>
                    <td class="num">{offer.sessions}</td>
                    <td class="num">{money(offer.earned_minor, props.period.currency)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}
