import { For, Show } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import { m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import { BareSelect } from '../ui/Field'
import { statementOf, type Earnings } from './earnings.queries'
import { CHOICES } from './period'

type Span = Earnings['period']

/** A calendar date as it is, whatever zone the browser is in. */
const dayOf = (date: string) =>
  new Intl.DateTimeFormat(regionalLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )

/** What each week brought, drawn and, beneath, in numbers. */
export function WeekChart(props: { period: Span; weeks: number; choose: (weeks: number) => void }) {
  const amount = (minor: number) => money(minor, props.period.currency)
  const summary = () => {
    const { earned_minor, from, to } = props.period
    return m.earnings_chart({ amount: amount(earned_minor), from: dayOf(from), to: dayOf(to) })
  }
  return (
    <section class="card stack" aria-labelledby="weeks-title">
      <div class="row row--wrap row--2">
        <h2 id="weeks-title" class="t-section grow">
          {m.earnings_weeks()}
        </h2>
        <BareSelect
          label={m.earnings_period()}
          value={String(props.weeks)}
          onChange={(event) => props.choose(Number(event.currentTarget.value))}
        >
          <For each={CHOICES}>{(count) => <option value={count}>{m.earnings_period_weeks({ count })}</option>}</For>
        </BareSelect>
      </div>
      <p>
        <span class="t-big num">{m.earnings_period_earned({ amount: amount(props.period.earned_minor) })}</span>
        <span class="t-sm t-2 block">{m.earnings_period_words()}</span>
      </p>
      <Bars period={props.period} label={summary()} />
      <div class="row row--wrap row--2">
        <details class="grow">
          <summary class="link">{m.earnings_table()}</summary>
          <WeekTable period={props.period} amount={amount} />
        </details>
        <a class="btn btn--sm self-start" href={statementOf(props.period)} download="" target="_self">
          <DownloadIcon class="i i--sm" aria-hidden="true" />
          {m.earnings_statement()}
        </a>
      </div>
    </section>
  )
}

function Bars(props: { period: Span; label: string }) {
  const most = () => Math.max(1, ...props.period.weeks.map(({ earned_minor }) => Math.abs(earned_minor)))
  const isNamed = (i: number) => i === 0 || i === props.period.weeks.length - 1
  return (
    <div class="bars" role="img" aria-label={props.label}>
      <For each={props.period.weeks}>
        {(week, i) => (
          <span class="bars__w" title={`${dayOf(week.from)}: ${money(week.earned_minor, props.period.currency)}`}>
            <i
              classList={{ 'bars__b--minus': week.earned_minor < 0 }}
              style={{ '--share': String(Math.abs(week.earned_minor) / most()) }}
            />
            <Show when={isNamed(i())}>
              <small>{dayOf(week.from)}</small>
            </Show>
          </span>
        )}
      </For>
    </div>
  )
}

function WeekTable(props: { period: Span; amount: (minor: number) => string }) {
  return (
    <div class="table-wrap">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{m.earnings_week_of()}</th>
            <th class="num" scope="col">
              {m.earnings_sessions()}
            </th>
            <th class="num" scope="col">
              {m.earnings_earned()}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.period.weeks.toReversed()}>
            {(week) => (
              <tr>
                <th scope="row">{dayOf(week.from)}</th>
                <td class="num">{week.sessions}</td>
                <td class="num">{props.amount(week.earned_minor)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
