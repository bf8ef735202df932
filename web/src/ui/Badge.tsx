import { Show, type JSX } from 'solid-js'

/** A state in one or two words. */
export function Badge(props: { kind?: 'success' | 'warning' | 'danger' | 'accent'; children: JSX.Element }) {
  return (
    <span class="badge" classList={{ [`badge--${props.kind}`]: props.kind !== undefined }}>
      {props.children}
    </span>
  )
}

/** A fact; `lit` where it is what one searched for. */
export function Chip(props: { lit?: boolean; children: JSX.Element }) {
  return (
    <span class="chip" classList={{ 'chip--lit': props.lit }}>
      {props.children}
    </span>
  )
}

/** How many wait; nothing at zero. `label` is what is heard: "2 unread". */
export function Count(props: { value: number; label: string }) {
  return (
    <Show when={props.value > 0}>
      <span class="count">
        <span aria-hidden="true">{props.value > 99 ? '99+' : props.value}</span>
        <span class="sr">{props.label}</span>
      </span>
    </Show>
  )
}
