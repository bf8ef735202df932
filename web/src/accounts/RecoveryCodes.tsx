import { For, onCleanup, onMount } from 'solid-js'
import CopyIcon from '~icons/lucide/copy'
import DownloadIcon from '~icons/lucide/download'
import PrinterIcon from '~icons/lucide/printer'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'

/** Shown this once: to copy, to save, to print. */
export function RecoveryCodes(props: { codes: string[]; onKept: () => void }) {
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  askBeforeLeaving()
  const text = () => [m.recovery_file(), '', ...props.codes, ''].join('\n')

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text())
    toast(m.recovery_copied())
  }

  function download(): void {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'aspirex-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <div class="stack recovery">
      <div>
        <h4 class="t-strong" tabindex="-1" ref={heading}>
          {m.recovery_title()}
        </h4>
        <p class="t-2">{m.recovery_words()}</p>
      </div>
      <ol class="recovery__codes" aria-label={m.recovery_title()}>
        <For each={props.codes}>
          {(code) => (
            <li>
              <code dir="ltr">{code}</code>
            </li>
          )}
        </For>
      </ol>
      <div class="row row--wrap row--2 recovery__acts">
        <Button onClick={() => void copy()}>
          <CopyIcon class="i" aria-hidden="true" />
          {m.recovery_copy()}
        </Button>
        <Button onClick={download}>
          <DownloadIcon class="i" aria-hidden="true" />
          {m.recovery_download()}
        </Button>
        <Button onClick={() => print()}>
          <PrinterIcon class="i" aria-hidden="true" />
          {m.recovery_print()}
        </Button>
      </div>
      <div class="recovery__acts">
        <Button kind="primary" onClick={() => props.onKept()}>
          {m.recovery_kept()}
        </Button>
      </div>
    </div>
  )
}

/** They cannot be shown again, so a reload by mistake is asked about. */
function askBeforeLeaving(): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  onMount(() => addEventListener('beforeunload', ask))
  onCleanup(() => removeEventListener('beforeunload', ask))
}
