import { createUniqueId, Show, splitProps, type JSX } from 'solid-js'

type Props = {
  label: string
  words?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** One thing that is on or off, and counts as soon as it is turned. */
export function SwitchRow(props: Props) {
  const id = createUniqueId()
  return (
    <li class="list-row">
      <label class="list-row__main" for={id}>
        <span class="t-strong block">{props.label}</span>
        <Show when={props.words}>
          <span class="t-sm t-2" id={`${id}-words`}>
            {props.words}
          </span>
        </Show>
      </label>
      <Toggle
        id={id}
        aria-describedby={props.words ? `${id}-words` : undefined}
        checked={props.checked}
        disabled={props.disabled}
        onTurn={props.onChange}
      />
    </li>
  )
}

type ToggleProps = { checked: boolean; onTurn: (checked: boolean) => void } & JSX.InputHTMLAttributes<HTMLInputElement>

/** Drawn from what is chosen, also where the choice is taken back. */
export function Toggle(props: ToggleProps) {
  const [own, rest] = splitProps(props, ['checked', 'onTurn'])
  return (
    <input
      class="switch"
      type="checkbox"
      role="switch"
      aria-checked={own.checked}
      checked={own.checked}
      onChange={(event) => {
        const { checked } = event.currentTarget
        event.currentTarget.checked = own.checked
        own.onTurn(checked)
      }}
      {...rest}
    />
  )
}
