import { createSignal, onCleanup } from 'solid-js'
import { sendForm } from './send-form'

export type Sending = {
  name: string
  /** What part has left this device, 0 to 1. */
  part: number
  state: 'sending' | 'stopped' | 'failed'
  error?: unknown
}

/** One file on its way: how far it is, stopped by the person or failed, and sent again as it was. */
export function createUpload<T>(path: string, done: (result: T) => void) {
  const [sending, setSending] = createSignal<Sending>()
  let last: { name: string; form: FormData } | undefined
  let control: AbortController | undefined

  async function send(): Promise<void> {
    if (!last) return
    const { name, form } = last
    const mine = (control = new AbortController())
    setSending({ name, part: 0, state: 'sending' })
    try {
      const onProgress = (part: number) => void (mine === control && setSending({ name, part, state: 'sending' }))
      const result = await sendForm<T>(path, form, { signal: mine.signal, onProgress })
      setSending(undefined)
      done(result)
    } catch (error) {
      const state = mine.signal.aborted ? 'stopped' : 'failed'
      if (mine === control) setSending({ name, part: 0, state, error })
    }
  }

  function start(name: string, form: FormData): void {
    control?.abort()
    last = { name, form }
    void send()
  }

  const stop = (): void => control?.abort()
  onCleanup(stop)
  return {
    sending,
    busy: () => sending()?.state === 'sending',
    start,
    stop,
    retry: () => void send(),
    dismiss: () => setSending(undefined),
  }
}

export type Upload = Omit<ReturnType<typeof createUpload>, 'start'>
