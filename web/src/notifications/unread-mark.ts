import { createEffect, onCleanup, type Accessor } from 'solid-js'
import { countInTitle } from '../lib/title'

function mark(count: number): void {
  countInTitle(count)
  // Where the product is installed, its icon carries the number; some browsers refuse elsewhere.
  void navigator.setAppBadge?.(count).catch(() => undefined)
}

/** What is unread, in the name of the tab and on the icon of the app, as long as somebody is signed in. */
export function createUnreadMark(unread: Accessor<number>): void {
  createEffect(() => mark(unread()))
  onCleanup(() => mark(0))
}
