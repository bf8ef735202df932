import { Dialog as Kobalte } from '@kobalte/core/dialog'
import type { JSX } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import { m } from '../lib/messages'

type DialogProps = {
  open: boolean
  onClose: () => void
  /** The question, or what the sheet holds. */
  title: string
  description?: JSX.Element
  /** Pinned to the lower edge: the answers. */
  foot?: JSX.Element
  children?: JSX.Element
}

/**
 * A dialog on a desk, a sheet from below on a phone, by CSS alone. Keeps focus inside and gives it back;
 * it begins at what is marked `data-first`, else at the first button.
 */
export function Dialog(props: DialogProps) {
  let content!: HTMLDivElement
  const focusFirst = (event: Event) => {
    const first = content.querySelector<HTMLElement>('input[data-first], [data-first] input')
    if (!first) return
    event.preventDefault()
    first.focus()
  }
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="overlay" />
        <Kobalte.Content ref={content} class="dialog" onOpenAutoFocus={focusFirst}>
          <div class="stack">
            <div class="row row--top">
              <Kobalte.Title class="t-big grow">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="btn btn--quiet btn--icon btn--sm -mt-1 -me-2" aria-label={m.act_close()}>
                <CloseIcon class="i" aria-hidden="true" />
              </Kobalte.CloseButton>
            </div>
            {props.description && <Kobalte.Description class="t-2">{props.description}</Kobalte.Description>}
            {props.children}
            {props.foot && <div class="dialog__foot">{props.foot}</div>}
          </div>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}
