import { createEffect } from 'solid-js'
import { m } from './messages'

let title: string | undefined
let waiting = 0

function write(): void {
  if (title !== undefined) document.title = waiting > 0 ? m.title_count({ count: waiting, title }) : title
}

/** Names the page in the tab, in the history and for a screen reader. */
export function createTitle(page: () => string | undefined): void {
  createEffect(() => {
    const words = page()
    title = words ? m.title({ page: words }) : m.brand()
    write()
  })
}

/** How many notifications wait, before the name of any page: "(3) Messages · AspireX". */
export function countInTitle(count: number): void {
  waiting = count
  write()
}
