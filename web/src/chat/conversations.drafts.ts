import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from 'solid-js'

/** What was begun and not sent, by conversation: read again when one leaves a thread, or writes in another tab. */
export function createDrafts(account: string, current: Accessor<string | undefined>): (id: string) => string {
  const [turn, setTurn] = createSignal(0)
  const look = () => setTurn((before) => before + 1)
  createEffect(on(current, look, { defer: true }))
  onMount(() => addEventListener('storage', look))
  onCleanup(() => removeEventListener('storage', look))
  return (id) => {
    turn()
    return id === current() ? '' : (localStorage.getItem(`aspirex.draft.${account}.${id}`)?.trim() ?? '')
  }
}
