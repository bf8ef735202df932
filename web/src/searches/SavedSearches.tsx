import { A, useLocation } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import BookmarkIcon from '~icons/lucide/bookmark'
import CloseIcon from '~icons/lucide/x'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { toast, undoable } from '../ui/Toast'
import { forgetSearch, saveSearch, searchesQuery, type SavedSearch } from './searches.queries'
import { SaveSearchDialog } from './SaveSearchDialog'

/** The same words in one order, as the server keeps them. */
function normal(query: string): string {
  const params = new URLSearchParams(query)
  params.sort()
  return params.toString()
}

/** Searches one comes back to, over the directory; the one in the address can be added. */
export function SavedSearches() {
  const me = useMe()
  const location = useLocation()
  const client = useQueryClient()
  const saved = useQuery(() => ({ ...searchesQuery(), enabled: Boolean(me.data) }))
  const [naming, setNaming] = createSignal(false)
  const items = () => saved.data?.items ?? []
  const here = () => normal(location.search)
  const isSaved = () => items().some((one) => one.query === here())
  const refresh = () => client.invalidateQueries({ queryKey: searchesQuery().queryKey })

  async function forget({ id, name, query }: SavedSearch): Promise<void> {
    try {
      await forgetSearch(id)
      undoable(m.searches_forgotten({ name }), () => void saveSearch(name, query).then(refresh))
    } catch (failure) {
      toast(wordsOf(failure))
    }
    await refresh()
  }

  return (
    <Show when={me.data && (items().length > 0 || here() !== '')}>
      <div class="saved chips" role="group" aria-label={m.searches_title()}>
        <For each={items()}>
          {(one) => (
            <span class="saved__one">
              <A
                class="chip"
                href={`/mentors?${one.query}`}
                noScroll
                aria-current={one.query === here() ? 'true' : undefined}
              >
                <bdi>{one.name}</bdi>
              </A>
              <button
                type="button"
                class="saved__x"
                aria-label={m.searches_forget({ name: one.name })}
                onClick={() => void forget(one)}
              >
                <CloseIcon class="i i--sm" aria-hidden="true" />
              </button>
            </span>
          )}
        </For>
        <Show when={here() !== '' && !isSaved()}>
          <button type="button" class="chip" onClick={() => setNaming(true)}>
            <BookmarkIcon class="i i--sm" aria-hidden="true" />
            {m.searches_save()}
          </button>
        </Show>
      </div>
      <SaveSearchDialog
        open={naming()}
        query={here()}
        onClose={() => setNaming(false)}
        onSaved={() => void refresh()}
      />
    </Show>
  )
}
