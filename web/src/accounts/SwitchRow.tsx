import { createUniqueId, Show } from 'solid-js'

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
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        aria-checked={props.checked}
        aria-describedby={props.words ? `${id}-words` : undefined}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => {
          const { checked } = event.currentTarget
          // Drawn from what is chosen, also where the choice is taken back.
          event.currentTarget.checked = props.checked
          props.onChange(checked)
        }}
      />
    </li>
  )
}
