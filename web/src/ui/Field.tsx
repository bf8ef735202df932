import { createUniqueId, Show, splitProps, type JSX } from 'solid-js'
import AlertIcon from '~icons/lucide/circle-alert'
import ChevronIcon from '~icons/lucide/chevron-down'

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined }
type FieldProps = { label: string; hint?: JSX.Element; error?: string }

/** Label above, hint and error beneath, all told to assistive technology by the control that `children` makes. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => JSX.Element }) {
  const id = createUniqueId()
  const described = () => [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      {props.children({
        id,
        get 'aria-describedby'() {
          return described() || undefined
        },
        get 'aria-invalid'() {
          return props.error ? ('true' as const) : undefined
        },
      })}
      <FieldNotes id={id} error={props.error} hint={props.hint} />
    </div>
  )
}

/** What is wrong and what helps, beneath the control that they are said of. */
export function FieldNotes(props: { id: string; error: string | undefined; hint: JSX.Element }) {
  return (
    <>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <AlertIcon class="i i--sm" aria-hidden="true" />
          <span>{props.error}</span>
        </p>
      </Show>
      <Show when={props.hint}>
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </>
  )
}

const OWN = ['label', 'hint', 'error'] as const

export function TextField(props: FieldProps & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const [own, rest] = splitProps(props, OWN)
  return <Field {...own}>{(wiring) => <input class="input" {...wiring} {...rest} />}</Field>
}

export function TextArea(props: FieldProps & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const [own, rest] = splitProps(props, OWN)
  return <Field {...own}>{(wiring) => <textarea class="input" rows="4" {...wiring} {...rest} />}</Field>
}

/** The platform's own list: the best one on a phone. Children are `<option>`s. */
export function Select(props: FieldProps & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [own, rest] = splitProps(props, OWN)
  return (
    <Field {...own}>
      {(wiring) => (
        <span class="select">
          <select class="input" {...wiring} {...rest} />
          <ChevronIcon class="i i--sm" aria-hidden="true" />
        </span>
      )}
    </Field>
  )
}

/** A select whose label is only heard, for tool bars. */
export function BareSelect(props: { label: string } & JSX.SelectHTMLAttributes<HTMLSelectElement>) {
  const [own, rest] = splitProps(props, ['label', 'class'])
  return (
    <span class={`select ${own.class ?? ''}`}>
      <select class="input" aria-label={own.label} {...rest} />
      <ChevronIcon class="i i--sm" aria-hidden="true" />
    </span>
  )
}

export function Checkbox(props: { children: JSX.Element; count?: number } & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const [own, rest] = splitProps(props, ['children', 'count'])
  return (
    <label class="check">
      <input type="checkbox" {...rest} />
      <span>{own.children}</span>
      <Show when={own.count !== undefined}>
        <span class="check__count num">{own.count}</span>
      </Show>
    </label>
  )
}
