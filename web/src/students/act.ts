import { createSignal } from 'solid-js'

/** One act beside what it is about: busy while it runs, and the failure stays until the next one. */
export function createAct() {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  /** Whether it succeeded. */
  async function run(sent: Promise<unknown>): Promise<boolean> {
    setBusy(true)
    setError(undefined)
    try {
      await sent
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }

  return { busy, error, run }
}
