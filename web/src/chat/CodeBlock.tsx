import { createEffect, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import CopyIcon from '~icons/lucide/copy'
import { m } from '../lib/messages'
import { toast } from '../ui/Toast'
import type { Token } from './highlight'

const COPIED_MS = 2000

/** Plain at once; the colours, and the code that finds them, come when it is seen. */
export function CodeBlock(props: { text: string; language: string }) {
  const [tokens, setTokens] = createSignal<Token[]>()
  const isSeen = createSeen(() => element)
  let element!: HTMLElement
  createEffect(() => {
    const { text, language } = props
    if (!isSeen()) return
    // Without colours it is as readable as any code.
    import('./highlight').then(({ highlight }) => setTokens(highlight(text, language))).catch(() => undefined)
  })
  const name = () => (props.language ? m.chat_code_of({ language: props.language }) : m.chat_code())
  return (
    <figure class="said__code" ref={element}>
      <figcaption class="said__code-head t-xs">
        <span class="grow">{props.language || m.chat_code()}</span>
        <Copy text={props.text} />
      </figcaption>
      <pre
        dir="ltr"
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabindex="0"
        role="group"
        aria-label={name()}
      >
        <code>
          <Show when={tokens()} fallback={props.text}>
            {(all) => <For each={all()}>{(token) => <span data-token={token.kind}>{token.text}</span>}</For>}
          </Show>
        </code>
      </pre>
    </figure>
  )
}

function Copy(props: { text: string }) {
  const [isCopied, setCopied] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(props.text)
      setCopied(true)
      timer = setTimeout(() => setCopied(false), COPIED_MS)
    } catch {
      toast(m.chat_copy_failed())
    }
  }
  return (
    <button type="button" class="said__code-copy" onClick={() => void copy()}>
      <Show when={isCopied()} fallback={<CopyIcon class="i i--sm" aria-hidden="true" />}>
        <CheckIcon class="i i--sm" aria-hidden="true" />
      </Show>
      <span aria-live="polite">{isCopied() ? m.chat_code_copied() : m.chat_code_copy()}</span>
    </button>
  )
}

function createSeen(element: () => Element) {
  const [isSeen, setSeen] = createSignal(false)
  onMount(() => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watcher.disconnect()
      setSeen(true)
    })
    watcher.observe(element())
    onCleanup(() => watcher.disconnect())
  })
  return isSeen
}
