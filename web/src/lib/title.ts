import { createEffect } from 'solid-js'
import { m } from './messages'

/** Names the page in the tab, in the history and for a screen reader. */
export function createTitle(title: () => string | undefined): void {
  createEffect(() => {
    const words = title()
    document.title = words ? m.title({ page: words }) : m.brand()
  })
}
