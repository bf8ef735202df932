import type { Waiting } from './apply'
import { drop, keep, keptOf, type Kept } from './outbox.kept'

/**
 * What was written and has no receipt yet, in its order, for one person and one conversation. What is read here is this
 * page's copy; IndexedDB keeps it, and tells the other tabs (docs/decisions/0034).
 */
export type Outbox = {
  items: () => Waiting[]
  add: (item: Waiting) => void
  remove: (clientId: string) => void
  fail: (clientId: string, code: string) => void
  /** Tries a refused one again, as it stands in the order, under a new id: the refusal belongs to the old one. */
  retry: (clientId: string, newId: string) => void
  /** Tells what was kept before this page, and what another tab wrote or sent; answers how to stop. */
  follow: (changed: () => void) => () => void
}

export function openOutbox(account: string, conversation: string): Outbox {
  const home = `${account}.${conversation}`
  let kept: Kept[] = []
  let changes = 0
  /** What the browser would not keep lives as long as this page. */
  const loose = new Set<string>()
  const line = new BroadcastChannel(`aspirex.outbox.${home}`)

  /** A tab never writes over what another one keeps: each item is a record of its own. */
  function change(next: Kept[], writing: Promise<unknown>): void {
    changes++
    kept = inOrder(next)
    void writing.then(() => line.postMessage('changed'))
  }
  const without = (clientId: string) => kept.filter((one) => one.item.client_id !== clientId)
  const found = (clientId: string) => kept.find((one) => one.item.client_id === clientId)
  function put(one: Kept): void {
    const id = one.item.client_id
    const writing = keep(home, one).then((isKept) => (isKept ? loose.delete(id) : loose.add(id)))
    change([...without(id), one], writing)
  }

  async function look(): Promise<void> {
    const before = changes
    const there = await keptOf(home)
    // What was written meanwhile is newer than what was read.
    if (before !== changes) return look()
    const known = new Set(there.map((one) => one.item.client_id))
    const only = kept.filter(({ item }) => loose.has(item.client_id) && !known.has(item.client_id))
    kept = inOrder([...there, ...only])
  }

  return {
    items: () => kept.map((one) => one.item),
    add: (item) => put({ place: Math.max(Date.now(), (kept.at(-1)?.place ?? 0) + 1), item }),
    remove(clientId) {
      const one = found(clientId)
      if (one) change(without(clientId), drop(home, one))
    },
    fail(clientId, code) {
      const one = found(clientId)
      if (one) put({ ...one, item: { ...one.item, failed: code } })
    },
    retry(clientId, newId) {
      const one = found(clientId)
      if (!one) return
      const { failed: _failed, ...item } = one.item
      put({ place: one.place, item: { ...item, client_id: newId } })
      change(without(clientId), drop(home, one))
    },
    follow(changed) {
      let open = true
      const tell = () => void look().then(() => open && changed())
      line.onmessage = tell
      tell()
      return () => {
        open = false
        line.onmessage = null
      }
    },
  }
}

const inOrder = (kept: Kept[]) =>
  kept.sort((a, b) => a.place - b.place || (a.item.client_id < b.item.client_id ? -1 : 1))

/** Which one goes next: one at a time, so that the order holds whatever happens to the line. */
export const nextOf = (items: readonly Waiting[]): Waiting | undefined => items.find((item) => !item.failed)
