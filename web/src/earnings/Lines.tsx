import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { useInfiniteQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { moreLinesQuery, type EarningLine, type Earnings } from './earnings.queries'
import { isChange, storyOf } from './story'
import { createWhen } from './when'

/** Every line of the books, the newest first. */
export function Lines(props: { lines: Earnings['lines']; currency: string }) {
  const [more, setMore] = createSignal(false)
  return (
    <section class="stack stack--3" aria-labelledby="lines-title">
      <h2 id="lines-title" class="t-section">
        {m.earnings_lines()}
      </h2>
      <Show when={props.lines.items.length > 0} fallback={<p class="card t-2">{m.earnings_lines_none()}</p>}>
        <Rows lines={props.lines.items} currency={props.currency} />
        <Show when={props.lines.next_cursor} fallback={<End />}>
          {(cursor) => (
            <Show
              when={more()}
              fallback={
                <Button class="self-center" onClick={() => setMore(true)}>
                  {m.earnings_more()}
                </Button>
              }
            >
              <More currency={props.currency} cursor={cursor()} />
            </Show>
          )}
        </Show>
      </Show>
    </section>
  )
}

const End = () => <p class="t-sm t-3 text-center">{m.earnings_lines_end()}</p>

function More(props: { currency: string; cursor: string }) {
  const older = useInfiniteQuery(() => moreLinesQuery(props.currency, props.cursor))
  return (
    <Loaded query={older} loading={<SkeletonRows count={3} />}>
      {(data) => (
        <>
          <Rows lines={data().pages.flatMap(({ items }) => items)} currency={props.currency} />
          <Show when={older.hasNextPage} fallback={<End />}>
            <Button class="self-center" busy={older.isFetchingNextPage} onClick={() => void older.fetchNextPage()}>
              {m.earnings_more()}
            </Button>
          </Show>
        </>
      )}
    </Loaded>
  )
}

const Rows = (props: { lines: EarningLine[]; currency: string }) => (
  <ul class="card card--flush list">
    <For each={props.lines}>{(line) => <Row line={line} currency={props.currency} />}</For>
  </ul>
)

function Row(props: { line: EarningLine; currency: string }) {
  const when = createWhen()
  const story = () => storyOf(props.line, props.currency)
  const sign = () => (isChange(props.line) && props.line.amount_minor > 0 ? '+' : '')
  return (
    <li class="list-row" classList={{ 'list-row--link': props.line.booking !== null }}>
      <div class="list-row__main">
        <p class="t-strong">
          <Show when={props.line.booking} fallback={story().title}>
            {(booking) => (
              <A class="cover-link" href={`/sessions/${booking().id}`}>
                {story().title}
              </A>
            )}
          </Show>
        </p>
        <p class="t-sm t-2">{story().words}</p>
        <time class="t-xs t-3" datetime={props.line.at}>
          {when(props.line.at)}
        </time>
      </div>
      <span class="num nowrap" classList={{ 't-strong': isChange(props.line), 't-2': !isChange(props.line) }}>
        {sign()}
        {money(props.line.amount_minor, props.currency)}
      </span>
    </li>
  )
}
