import type { JSX } from 'solid-js'
import { Button } from '../ui/Button'

type Props = {
  accept: string
  onChoose: (file: File) => void
  kind?: 'primary' | 'soft' | 'quiet'
  /** Opens the camera of a telephone. */
  camera?: boolean
  class?: string
  /** Where the button shows a sign alone. */
  label?: string
  disabled?: boolean
  children: JSX.Element
}

/** A button that opens the device's own file chooser. The same file can be chosen twice. */
export function ChooseFile(props: Props) {
  let input!: HTMLInputElement
  return (
    <>
      <Button
        kind={props.label ? 'quiet' : props.kind}
        icon={props.label !== undefined}
        aria-label={props.label}
        class={props.class}
        disabled={props.disabled}
        onClick={() => input.click()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        capture={props.camera ? 'user' : undefined}
        onChange={() => {
          const [file] = input.files ?? []
          if (file) props.onChoose(file)
          input.value = ''
        }}
      />
    </>
  )
}
