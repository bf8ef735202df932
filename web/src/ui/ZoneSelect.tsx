import { createMemo, For } from 'solid-js'
import type { ZoneData } from '../../../worker/contract/zone'
import { cityOf } from '../lib/time'
import { Select } from './Field'

type ZoneSelectProps = {
  zones: ZoneData | undefined
  label: string
  value: string
  hint?: string
  error?: string
  /** For a form that keeps what is chosen. */
  onChoose?: (zone: string) => void
}

/** Regions one lives in; the old names without a place ("EST5EDT") are left out unless one is chosen. */
export function ZoneSelect(props: ZoneSelectProps) {
  const names = createMemo(() => {
    const places = (props.zones?.names ?? []).filter((name) => name.includes('/') && !name.startsWith('Etc/'))
    return places.includes(props.value) ? places : [props.value, ...places]
  })
  const wordsOf = (name: string) =>
    `${cityOf(name)}, ${name.slice(0, name.lastIndexOf('/')).replaceAll('_', ' ') || name}`
  return (
    <Select
      name="time_zone"
      label={props.label}
      hint={props.hint}
      error={props.error}
      onChange={(event) => props.onChoose?.(event.currentTarget.value)}
    >
      <For each={names()}>
        {(name) => (
          <option value={name} selected={name === props.value}>
            {wordsOf(name)}
          </option>
        )}
      </For>
    </Select>
  )
}
