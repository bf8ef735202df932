import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, on, untrack } from 'solid-js'
import { PLACES, type Place } from '../../../worker/contract/events.constants'
import { createDebounced } from '../lib/debounced'
import { useMe } from '../lib/session'
import type { EventWish } from './events.queries'

const MINE = ['going', 'waiting', 'organizing'] as const
type Params = { when?: string; q?: string; place?: string; mine?: string; view?: string; month?: string }

const oneOf = <T extends string>(known: readonly T[], wanted: string | undefined): T | undefined =>
  known.find((one) => one === wanted)

/** The search of the list, which its address holds. */
export function useEventSearch() {
  const [params, setParams] = useSearchParams<Params>()
  const me = useMe()
  const [typed, setTyped] = createSignal(untrack(() => params.q ?? ''))
  const rested = createDebounced(typed, 300)
  createEffect(on(rested, (words) => setParams({ q: words.trim() || undefined }, { replace: true }), { defer: true }))
  // Back and forward: the field follows the address.
  createEffect(
    on(
      () => params.q ?? '',
      (words) => words !== typed().trim() && setTyped(words),
      { defer: true },
    ),
  )

  const isMonth = () => params.view === 'month'
  const when = (): 'upcoming' | 'past' => (params.when === 'past' ? 'past' : 'upcoming')
  const place = () => oneOf(PLACES, params.place)
  const mine = () => (me.data ? oneOf(MINE, params.mine) : undefined)
  const month = () => (/^\d{4}-(0[1-9]|1[0-2])$/.test(params.month ?? '') ? params.month : undefined)
  const narrowing = (): EventWish => ({
    ...(params.q && { search: params.q }),
    ...(place() && { place: place() }),
    ...(mine() && { mine: mine() }),
  })
  return {
    typed,
    type: setTyped,
    isMonth,
    when,
    place,
    mine,
    month,
    narrowing,
    wish: (): EventWish => ({ when: when(), ...narrowing() }),
    isNarrowed: () => Object.keys(narrowing()).length > 0,
    address(change: Params): string {
      const next = new URLSearchParams()
      for (const [name, value] of Object.entries({ ...params, ...change })) if (value) next.set(name, String(value))
      return `/events${next.size > 0 ? `?${next}` : ''}`
    },
    choosePlace: (chosen: Place | '') => setParams({ place: chosen || undefined }),
    chooseMine: (chosen: string) => setParams({ mine: chosen || undefined }),
    turnTo: (chosen: string) => setParams({ month: chosen }, { replace: true }),
    clear(): void {
      setTyped('')
      setParams({ q: undefined, place: undefined, mine: undefined })
    },
  }
}
export type EventSearch = ReturnType<typeof useEventSearch>
