import type { Waiting } from './apply'

/**
 * What was written and has no receipt yet, in its order, for one person and one conversation. Web storage rather than
 * IndexedDB because its writes are done when the call returns: a reload in the same instant loses nothing, and two tabs
 * see each other's.
 */
export type Outbox = {
  items: () => Waiting[]
  add: (item: Waiting) => void
  remove: (clientId: string) => void
  fail: (clientId: string, code: string) => void
  /** Tries a refused one again, as it stands in the order, under a new id: the refusal belongs to the old one. */
  retry: (clientId: string, newId: string) => void
}

export function openOutbox(storage: Storage, account: string, conversation: string): Outbox {
  const key = `aspirex.outbox.${account}.${conversation}`
  /** Only while the storage is full or refused, so that at least this page keeps it. */
  let memory: Waiting[] | undefined

  function items(): Waiting[] {
    if (memory) return memory
    try {
      return JSON.parse(storage.getItem(key) ?? '[]') as Waiting[]
    } catch {
      return []
    }
  }
  function keep(next: Waiting[]): void {
    try {
      if (next.length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(next))
      memory = undefined
    } catch {
      memory = next
    }
  }
  const change = (clientId: string, to: (item: Waiting) => Waiting) =>
    keep(items().map((item) => (item.client_id === clientId ? to(item) : item)))

  return {
    items,
    add: (item) => keep([...items(), item]),
    remove: (clientId) => keep(items().filter((item) => item.client_id !== clientId)),
    fail: (clientId, code) => change(clientId, (item) => ({ ...item, failed: code })),
    retry: (clientId, newId) => change(clientId, ({ failed: _failed, ...item }) => ({ ...item, client_id: newId })),
  }
}

/** Which one goes next: one at a time, so that the order holds whatever happens to the line. */
export const nextOf = (items: readonly Waiting[]): Waiting | undefined => items.find((item) => !item.failed)
