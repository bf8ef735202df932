import { createEffect, on, onCleanup, onMount, type Accessor } from 'solid-js'

type Edge = {
  element: () => Element
  scroller: () => Element
  near: () => unknown
  loading: Accessor<boolean>
}

/** Asks for more as an end of a list nears the screen. */
export function createEdge({ element, scroller, near, loading }: Edge): void {
  onMount(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      root: scroller(),
      rootMargin: '600px 0px',
    })
    watcher.observe(element())
    // An edge that stays in sight tells nothing new, so a loaded page makes it look again.
    createEffect(
      on(
        loading,
        (is) => {
          if (is) return
          watcher.unobserve(element())
          watcher.observe(element())
        },
        { defer: true },
      ),
    )
    onCleanup(() => watcher.disconnect())
  })
}
