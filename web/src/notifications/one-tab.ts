/** Long enough for every tab to have heard of the same. */
const HELD_MS = 3000
/** What is seen or heard where the person looks comes first; a hidden tab waits for it. */
const HIDDEN_MS = 500

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Of several tabs that hear the same, one tells it: one that is looked at, where there is one. */
export async function inOneTab(id: string, tell: () => void): Promise<void> {
  if (!('locks' in navigator)) return tell()
  if (document.visibilityState === 'hidden') await wait(HIDDEN_MS)
  await navigator.locks.request(`tell:${id}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    tell()
    await wait(HELD_MS)
  })
}
