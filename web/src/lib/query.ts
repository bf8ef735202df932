import {
  InfiniteQueryObserver,
  QueryObserver,
  useQueryClient,
  type QueryObserverOptions,
  type useInfiniteQuery as UseInfiniteQuery,
  type useQuery as UseQuery,
} from '@tanstack/solid-query'
import { createComputed, createMemo, on, onCleanup, untrack, type Accessor } from 'solid-js'
import { createStore } from 'solid-js/store'

/**
 * Server state that never suspends. The library's own hooks make every read of `data` a resource, and a resource that
 * is pending while the router changes pages holds the old address against the new page: parts of it are drawn for the
 * one and parts for the other, and its Suspense may never end. Here a page is there at once and draws its own waiting.
 */
function observe(Observer: typeof QueryObserver, options: Accessor<QueryObserverOptions>) {
  const client = useQueryClient()
  const wished = createMemo(() => ({
    ...client.defaultQueryOptions(options()),
    _optimisticResults: 'optimistic' as const,
  }))
  const observer = untrack(() => new Observer(client, wished()))
  const [state, setState] = createStore(untrack(() => observer.getOptimisticResult(wished())))
  createComputed(
    on(
      wished,
      (next) => {
        observer.setOptions(next)
        setState(observer.getOptimisticResult(next))
      },
      { defer: true },
    ),
  )
  onCleanup(observer.subscribe((result) => setState(result)))
  // What changed between the first look and the subscription.
  observer.updateResult()
  return state
}

export const useQuery = ((options: Accessor<QueryObserverOptions>) =>
  observe(QueryObserver, options)) as unknown as typeof UseQuery
export const useInfiniteQuery = ((options: Accessor<QueryObserverOptions>) =>
  observe(InfiniteQueryObserver as unknown as typeof QueryObserver, options)) as unknown as typeof UseInfiniteQuery
