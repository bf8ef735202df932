import './earnings.css'
import { createSignal, For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { BareSelect } from '../ui/Field'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { earningsQuery, type Earnings } from './earnings.queries'
import { Lines } from './Lines'
import { OfferSplit } from './OfferSplit'
import { createPeriod } from './period'
import { Releases } from './Releases'
import { Sums } from './Sums'
import { WeekChart } from './WeekChart'
import { Withdrawals } from './Withdrawals'

/** Three amounts that add up to a fourth, and every line that they are made of. */
export default function EarningsPage() {
  createTitle(() => m.earnings_title())
  const [currency, setCurrency] = createSignal<string>()
  const period = createPeriod()
  const asked = () => ({ ...period.span(), ...(currency() && { currency: currency()! }) })
  const earnings = useQuery(() => earningsQuery(asked()))
  return (
    <div class="earn">
      <div class="page-head">
        <div class="grow stack stack--1">
          <h1 class="t-page">{m.earnings_title()}</h1>
          <p class="t-2">{m.earnings_words()}</p>
        </div>
        <Show when={(earnings.data?.currencies.length ?? 0) > 1}>
          <BareSelect
            label={m.earnings_currency()}
            value={earnings.data!.balance.currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
          >
            <For each={earnings.data!.currencies}>{(code) => <option>{code}</option>}</For>
          </BareSelect>
        </Show>
      </div>
      <Loaded
        query={earnings}
        loading={<SkeletonRows count={5} />}
        isEmpty={({ currencies }) => currencies.length === 0}
        empty={<Nothing />}
      >
        {(data) => <Books earnings={data()} weeks={period.weeks()} choose={period.choose} />}
      </Loaded>
    </div>
  )
}

function Books(props: { earnings: Earnings; weeks: number; choose: (weeks: number) => void }) {
  return (
    <div class="earn__cols">
      <div class="earn__sums">
        <Sums earnings={props.earnings} />
      </div>
      <div class="earn__main stack stack--8">
        <WeekChart period={props.earnings.period} weeks={props.weeks} choose={props.choose} />
        <OfferSplit period={props.earnings.period} />
        <Lines lines={props.earnings.lines} currency={props.earnings.balance.currency} />
      </div>
      <div class="earn__side stack stack--8">
        <Releases releases={props.earnings.releases} currency={props.earnings.balance.currency} />
        <Withdrawals />
      </div>
    </div>
  )
}

const Nothing = () => (
  <div class="card">
    <Empty
      art={<Table />}
      title={m.earnings_empty_title()}
      act={
        <ButtonLink kind="primary" href="/availability">
          {m.earnings_empty_act()}
        </ButtonLink>
      }
    >
      {m.earnings_empty_words()}
    </Empty>
  </div>
)
