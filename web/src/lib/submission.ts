import { createSignal } from 'solid-js'
import { fieldError } from './problem'

/**
 * One act of a form: busy while it runs, keeps what was typed when it fails and knows which field to blame.
 * `send` gets the form's named values; `done` runs after a success.
 */
export function createSubmission<T>(send: (form: FormData) => Promise<T>, done?: (result: T) => void) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  async function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault()
    if (busy()) return
    const form = event.currentTarget
    setBusy(true)
    setError(undefined)
    try {
      const result = await send(new FormData(form))
      done?.(result)
    } catch (failure) {
      setError(failure)
      queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    } finally {
      setBusy(false)
    }
  }

  return { busy, error, submit, setError, fieldError: (field: string) => fieldError(error(), field) }
}
