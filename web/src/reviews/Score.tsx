import { For, Show } from 'solid-js'
import { m, regionalLocale } from '../lib/messages'
import type { Summary } from './reviews.queries'

const decimal = (value: number) =>
  new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
const percent = (value: number) =>
  new Intl.NumberFormat(regionalLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(value)

/** The score in large, how many gave what, and how the score is made. */
export function Score(props: { summary: Summary }) {
  const rows = () => props.summary.histogram.map((count, i) => ({ stars: i + 1, count })).reverse()
  return (
    <div class="stack stack--3">
      <div class="score">
        <Show when={props.summary.rating !== null} fallback={<p class="t-2">{m.reviews_new()}</p>}>
          <p>
            <b class="score__n display num">{decimal(props.summary.rating!)}</b>{' '}
            <span class="sr">{m.reviews_score({ rating: decimal(props.summary.rating!) })}</span>
          </p>
        </Show>
        <ul class="histogram t-sm">
          <For each={rows()}>
            {(row) => (
              <li>
                <span class="nowrap">{m.reviews_stars({ count: row.stars })}</span>
                <progress
                  class="bar"
                  value={row.count}
                  max={props.summary.rating_count || 1}
                  aria-label={m.reviews_bar({ share: percent(row.count / (props.summary.rating_count || 1)) })}
                />
                <span class="num t-3">{row.count}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
      <Show when={props.summary.rating !== null}>
        <p class="t-xs t-3 measure">{m.reviews_score_how()}</p>
      </Show>
    </div>
  )
}
