import { Toast as Kobalte, toaster } from '@kobalte/core/toast'
import { Portal } from 'solid-js/web'
import type { JSX } from 'solid-js'
import CheckIcon from '~icons/lucide/circle-check'
import { m } from '../lib/messages'

type Act = { label: string; run: () => void }
type Level = { icon: (props: JSX.SvgSVGAttributes<SVGSVGElement>) => JSX.Element; word?: () => string }

/** For what is done, and can perhaps be undone. Errors stay beside their cause and are never a toast. */
export function toast(text: string, act?: Act, level: Level = { icon: CheckIcon }): void {
  toaster.show((props) => (
    <Kobalte toastId={props.toastId} class="toast" duration={act ? 8000 : 5000}>
      {level.icon({ class: 'i', 'aria-hidden': 'true' })}
      <Kobalte.Description class="grow pe-2">
        {level.word && <span class="block text-xs">{level.word()}</span>}
        <span dir="auto">{text}</span>
      </Kobalte.Description>
      {act && (
        <button
          type="button"
          class="btn btn--sm"
          onClick={() => {
            act.run()
            toaster.dismiss(props.toastId)
          }}
        >
          {act.label}
        </button>
      )}
    </Kobalte>
  ))
}

export const undoable = (text: string, undo: () => void) => toast(text, { label: m.act_undo(), run: undo })

export function Toasts() {
  return (
    <Portal>
      <Kobalte.Region aria-label={m.toasts_label()}>
        <Kobalte.List class="toasts" />
      </Kobalte.Region>
    </Portal>
  )
}
