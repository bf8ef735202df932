import { onCleanup } from 'solid-js'

/** Says again and again that this page is open, also while another tab lies in front of it. */
export function createHeartbeat(beat: () => void): void {
  const worker = new Worker(new URL('./heartbeat.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = beat
  onCleanup(() => worker.terminate())
}
