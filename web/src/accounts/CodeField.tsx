import { createEffect, on, onMount } from 'solid-js'
import { Field } from '../ui/Field'
import { CODE_LENGTH, digitsOf } from './code'

/** Six digits in one field, so that a paste and the phone's own suggestion fill it. The sixth sends its form.
 * `first`: what the page is about, so it has the focus. */
export function CodeField(props: { label: string; hint?: string; error?: string; first?: boolean }) {
  let field!: HTMLInputElement
  onMount(() => props.first && field.focus())
  createEffect(
    on(
      () => props.error,
      (error) => error && field.select(),
      { defer: true },
    ),
  )

  function take(): void {
    const before = field.dataset.sent
    const code = digitsOf(field.value)
    field.value = code
    if (code.length < CODE_LENGTH) delete field.dataset.sent
    else if (code !== before) {
      field.dataset.sent = code
      field.form?.requestSubmit()
    }
  }

  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(wiring) => (
        <input
          ref={field}
          class="input code num"
          name="code"
          data-first={props.first ? '' : undefined}
          dir="ltr"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          pattern="[0-9]{6}"
          onInput={take}
          {...wiring}
        />
      )}
    </Field>
  )
}
