import { createSignal, onCleanup } from 'solid-js'

const PAUSE_MS = 800

/** Words that save themselves in the pauses; what could not be saved stays as it was typed, and is tried again on leaving. */
export function createAutosave(first: string, save: (words: string) => Promise<unknown>) {
  const [text, setText] = createSignal(first)
  const [kept, setKept] = createSignal(first)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function keep(): Promise<void> {
    clearTimeout(timer)
    if (busy() || text() === kept()) return
    const words = text()
    setBusy(true)
    setError(undefined)
    try {
      await save(words)
      setKept(words)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
    // What was typed while that was on its way.
    if (!error()) await keep()
  }

  function write(words: string): void {
    setText(words)
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), PAUSE_MS)
  }
  onCleanup(() => void keep())

  return {
    text,
    write,
    keep,
    busy,
    error,
    isUnsaved: () => text() !== kept(),
    isTouched: () => kept() !== first || kept() !== '',
  }
}
