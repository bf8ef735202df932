import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { m } from '../lib/messages'
import { isPassing, Problem, wordsOf } from '../lib/problem'
import { Button } from './Button'
import { Cord } from './Illustration'

/** What will be here, and the one next step. */
export function Empty(props: { art: JSX.Element; title: string; children?: JSX.Element; act?: JSX.Element }) {
  return (
    <div class="empty">
      {props.art}
      <h2 class="t-section">{props.title}</h2>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
      {props.act}
    </div>
  )
}

/** What failed, another try where that can help, and the number that support asks for. */
export function ErrorState(props: { error: unknown; retry: () => void; busy?: boolean }) {
  const requestId = () => (props.error instanceof Problem ? props.error.requestId : undefined)
  return (
    <div class="empty" role="alert">
      <Cord />
      <h2 class="t-section">{wordsOf(props.error)}</h2>
      <Show when={requestId()}>{(id) => <p class="t-xs">{m.error_request_id({ id: id() })}</p>}</Show>
      <Show when={isPassing(props.error)}>
        <Button kind="primary" onClick={props.retry} busy={props.busy}>
          {m.act_try_again()}
        </Button>
      </Show>
    </div>
  )
}

/** Rows of the final height: a face, two lines, a button. */
export function SkeletonRows(props: { count?: number }) {
  return (
    <div class="card card--flush list" aria-busy="true" aria-label={m.loading()} role="status">
      <For each={Array.from({ length: props.count ?? 3 })}>
        {() => (
          <div class="list-row">
            <span class="sk sk--face" />
            <span class="list-row__main stack stack--2">
              <span class="sk sk--title" />
              <span class="sk sk--w80" />
            </span>
          </div>
        )}
      </For>
    </div>
  )
}

type Query<T> = { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }

/**
 * The four states of whatever a query brings: loading, failed, empty and there. What was fetched before stays
 * visible when a later fetch fails.
 */
export function Loaded<T>(props: {
  query: Query<T>
  loading: JSX.Element
  empty?: JSX.Element
  isEmpty?: (data: T) => boolean
  children: (data: () => T) => JSX.Element
}) {
  const there = () => (props.query.error && props.query.data === undefined ? undefined : props.query.data)
  return (
    <Switch fallback={props.loading}>
      <Match when={props.query.data === undefined && props.query.error}>
        <ErrorState error={props.query.error} retry={() => void props.query.refetch()} busy={props.query.isFetching} />
      </Match>
      <Match when={props.query.data !== undefined && props.isEmpty?.(props.query.data)}>{props.empty}</Match>
      <Match when={there() !== undefined}>{props.children(() => props.query.data as T)}</Match>
    </Switch>
  )
}
