import { createSignal, onCleanup } from 'solid-js'
import { fieldError } from '../lib/problem'

const QUIET_MS = 1200

/**
 * Keeps what a form holds as it is typed: one call at a time, the newest last. `send` gets the form; a failure leaves
 * what was typed and is told by `error`.
 */
export function createDraft(send: (form: FormData) => Promise<void>) {
  const [state, setState] = createSignal<'still' | 'saving' | 'saved'>('still')
  const [error, setError] = createSignal<unknown>()
  let form: HTMLFormElement | undefined
  let running: Promise<boolean> | undefined
  let changed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function run(): Promise<boolean> {
    try {
      setState('saving')
      while (changed && form) {
        changed = false
        await send(new FormData(form))
      }
      setError(undefined)
      setState('saved')
      return true
    } catch (failure) {
      changed = true
      setError(failure)
      setState('still')
      return false
    } finally {
      running = undefined
    }
  }

  /** True when everything typed so far is kept. */
  function save(): Promise<boolean> {
    clearTimeout(timer)
    if (!changed && !running) return Promise.resolve(true)
    running ??= run()
    return running
  }

  function touch(): void {
    changed = true
    clearTimeout(timer)
    timer = setTimeout(() => void save(), QUIET_MS)
  }

  onCleanup(() => void save())
  return {
    hold: (element: HTMLFormElement) => void (form = element),
    touch,
    save,
    state,
    error,
    fieldError: (field: string) => fieldError(error(), field),
  }
}
export type Draft = ReturnType<typeof createDraft>
