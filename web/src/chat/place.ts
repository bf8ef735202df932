const SHOWN_MS = 2500

/** The rows that can be stood on: each knows its seq. */
const rowsIn = (scroller: Element): HTMLElement[] => [...scroller.querySelectorAll<HTMLElement>('[data-seq]')]

/**
 * What one reads stays where it is while rows come and go above and below. A thread stands on its newest end, so at
 * that end there is nothing to keep. Not every browser does this by itself, so none is asked to.
 */
export function keepPlace(scroller: HTMLElement, isAway: boolean): () => void {
  if (!isAway) return () => undefined
  const edge = scroller.getBoundingClientRect().top
  const seen = rowsIn(scroller).filter((row) => row.getBoundingClientRect().bottom > edge)
  const places = seen.slice(0, 20).map((row) => [row, row.getBoundingClientRect().top] as const)
  return () => {
    const kept = places.find(([row]) => row.isConnected)
    if (kept) scroller.scrollTop += kept[0].getBoundingClientRect().top - kept[1]
    // Another place altogether begins at its end.
    else scroller.scrollTop = 0
  }
}

/** Shows the row of this message, marked for a moment, and takes the keyboard there. */
export function showRow(scroller: HTMLElement, seq: number): void {
  const row = scroller.querySelector<HTMLElement>(`[data-seq="${seq}"]`)
  if (!row) return
  // Only this one scrolls: `scrollIntoView` would move what lies around it as well.
  const [frame, place] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()]
  scroller.scrollTop += place.top - frame.top - (frame.height - place.height) / 2
  row.focus({ preventScroll: true })
  row.dataset.found = ''
  setTimeout(() => delete row.dataset.found, SHOWN_MS)
}
