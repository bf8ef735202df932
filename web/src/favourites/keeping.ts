import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { wordsOf } from '../lib/problem'
import { useMe } from '../lib/session'
import { toast, undoable } from '../ui/Toast'
import { dropFavourite, favouritesQuery, keepFavourite, type Favourite } from './favourites.queries'

/** Keeping a mentor for later and letting go again, seen at once and taken back where the server refuses. */
export function createKeeping() {
  const client = useQueryClient()
  const me = useMe()
  const kept = useQuery(() => ({ ...favouritesQuery(), enabled: Boolean(me.data) }))
  const [busy, setBusy] = createSignal<string>()
  const show = (change: (list: Favourite[]) => Favourite[]) =>
    client.setQueryData(favouritesQuery().queryKey, (list) => change(list ?? []))
  const without = (mentorId: string) => (list: Favourite[]) => list.filter((one) => one.mentor_id !== mentorId)

  async function act(mentorId: string, run: () => Promise<void>): Promise<void> {
    if (busy()) return
    setBusy(mentorId)
    try {
      await run()
    } catch (failure) {
      toast(wordsOf(failure))
      await client.invalidateQueries({ queryKey: favouritesQuery().queryKey })
    } finally {
      setBusy(undefined)
    }
  }
  const keep = (mentorId: string) =>
    act(mentorId, async () => {
      const favourite = await keepFavourite(mentorId)
      show((list) => [favourite, ...without(mentorId)(list)])
    })
  const drop = (mentorId: string) =>
    act(mentorId, async () => {
      await dropFavourite(mentorId)
      show(without(mentorId))
      undoable(m.favourites_dropped(), () => void keep(mentorId))
    })

  return {
    kept,
    busy,
    isKept: (mentorId: string) => kept.data?.some((one) => one.mentor_id === mentorId) ?? false,
    toggle: (mentorId: string, now: boolean) => (now ? drop(mentorId) : keep(mentorId)),
  }
}
