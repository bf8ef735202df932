import type { Waiting } from './apply'

/** `place` orders what one tab wrote; two tabs may give the same one. */
export type Kept = { place: number; item: Waiting }

const STORE = 'outbox'

/** The browser's own database, opened once; undefined where the browser refuses it, and then this page alone remembers. */
let opening: Promise<IDBDatabase | undefined> | undefined
const opened = () =>
  (opening ??= new Promise((resolve) => {
    try {
      const wish = indexedDB.open('aspirex', 1)
      wish.onupgradeneeded = () => wish.result.createObjectStore(STORE)
      wish.onsuccess = () => resolve(wish.result)
      wish.onerror = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  }))

const keyOf = (home: string, { place, item }: Kept) => [home, place, item.client_id]
const all = (home: string) => IDBKeyRange.bound([home], [home, []])

/** Whether it was written; known once it is on its way to the disk. */
async function write(act: (store: IDBObjectStore) => void): Promise<boolean> {
  const database = await opened()
  if (!database) return false
  return new Promise((resolve) => {
    try {
      const writing = database.transaction(STORE, 'readwrite')
      writing.oncomplete = () => resolve(true)
      writing.onabort = () => resolve(false)
      act(writing.objectStore(STORE))
    } catch {
      resolve(false)
    }
  })
}

export const keep = (home: string, one: Kept): Promise<boolean> => write((store) => store.put(one, keyOf(home, one)))
export const drop = (home: string, one: Kept): Promise<boolean> => write((store) => store.delete(keyOf(home, one)))

/** What is kept, in its order. */
export async function keptOf(home: string): Promise<Kept[]> {
  const database = await opened()
  if (!database) return []
  return new Promise((resolve) => {
    try {
      const asked = database.transaction(STORE).objectStore(STORE).getAll(all(home))
      asked.onsuccess = () => resolve(asked.result as Kept[])
      asked.onerror = () => resolve([])
    } catch {
      resolve([])
    }
  })
}
