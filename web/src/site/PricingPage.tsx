import './site.css'
import { A } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { leastWithdrawal, RELEASE_HOURS } from '../../../worker/contract/payouts.constants'
import { answer, api } from '../lib/api'
import { createFetched } from '../lib/fetched'
import { m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import { createTitle } from '../lib/title'
import { commissionPercent } from '../payments/share'
import { Split } from './Split'

/** What it costs, for both sides, with the arithmetic that the server does. */
export default function PricingPage() {
  createTitle(m.pricing_title)
  const currencies = createFetched(
    () => undefined,
    () => answer(api.GET('/api/currencies/')),
  )
  const codes = () => currencies.data()?.items ?? []
  const usual = () => codes()[0] ?? 'INR'
  const list = () => new Intl.ListFormat(regionalLocale(), { type: 'disjunction' }).format(codes())
  const percent = () => commissionPercent()

  return (
    <>
      <header class="page-head">
        <h1 class="display">{m.pricing_title()}</h1>
        <p class="t-lead">{m.pricing_lead()}</p>
      </header>
      <div class="page-body">
        <div class="tiles">
          <section class="card">
            <h2 class="t-2">{m.pricing_student()}</h2>
            <p class="t-big">{m.pricing_student_price()}</p>
            <p class="t-2">{m.pricing_student_words()}</p>
          </section>
          <section class="card">
            <h2 class="t-2">{m.pricing_mentor()}</h2>
            <p class="t-big">{m.pricing_mentor_price({ percent: percent() })}</p>
            <p class="t-2">{m.pricing_mentor_words()}</p>
          </section>
        </div>
        <section class="pair" aria-labelledby="share">
          <div class="stack stack--3">
            <h2 id="share" class="t-page">
              {m.pricing_where()}
            </h2>
            <p class="t-2">{m.pricing_share_words({ percent: percent() })}</p>
          </div>
          <Split currency={usual()} />
        </section>
        <dl class="tiles facts">
          <Fact title={m.pricing_back()} words={m.pricing_back_words()}>
            <A class="link" href="/cancellation">
              {m.pricing_back_link()}
            </A>
          </Fact>
          <Fact title={m.pricing_ways()} words={m.pricing_ways_words()}>
            <Show when={codes().length > 1}>{m.pricing_currencies({ currencies: list() })}</Show>
          </Fact>
          <Fact
            title={m.pricing_payout()}
            words={m.pricing_payout_words({
              hours: RELEASE_HOURS,
              least: money(leastWithdrawal(usual()), usual()),
            })}
          />
          <Fact title={m.pricing_tax()} words={m.pricing_tax_words()} />
        </dl>
      </div>
    </>
  )
}

const Fact = (props: { title: string; words: string; children?: JSX.Element }) => (
  <div>
    <dt class="t-section t-strong">{props.title}</dt>
    <dd class="t-2">{props.words}</dd>
    <Show when={props.children}>
      <dd class="t-2">{props.children}</dd>
    </Show>
  </div>
)
