import { createSignal } from 'solid-js'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'

/** Others are reached only by people who proved their address and said when they were born. */
export const mayReachOthers = (me: Me): boolean => me.email_verified && me.birth_date_known

/** What is asked for next. */
export const missingTitle = (me: Me): string => (me.email_verified ? m.birth_title() : m.reach_email_title())

const [awaited, setAwaited] = createSignal<() => void>()
/** What was begun and waits for that. */
export { awaited }

/** Does it at once where that is done; otherwise the page asks for it in place and then goes on with what was begun. */
export function reachOthers(me: Me, act: () => void): void {
  if (mayReachOthers(me)) act()
  else setAwaited(() => act)
}

export const giveUpReaching = (): void => void setAwaited(undefined)

export function goOn(): void {
  const act = awaited()
  giveUpReaching()
  act?.()
}
