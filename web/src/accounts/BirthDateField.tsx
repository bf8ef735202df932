import './accounts.css'
import { createUniqueId, For } from 'solid-js'
import ChevronIcon from '~icons/lucide/chevron-down'
import { m, regionalLocale } from '../lib/messages'
import { FieldNotes } from '../ui/Field'

const MONTHS = Array.from({ length: 12 }, (_, i) => i)
const monthName = (month: number): string =>
  new Intl.DateTimeFormat(regionalLocale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2001, month, 1))

/** "2001-02-03" of the three fields; what is no date is for the server to refuse. Null where all are empty. */
export function birthDateOf(form: FormData): string | null {
  const [day, month, year] = ['birth_day', 'birth_month', 'birth_year'].map((name) =>
    String(form.get(name) ?? '').trim(),
  )
  return day || month || year ? `${year!.padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : null
}

/** Typed, not picked: nobody scrolls thirty years back through a calendar. */
export function BirthDateField(props: { value?: string | null; error?: string; hint?: string; required?: boolean }) {
  const id = createUniqueId()
  const part = (index: number) => String(Number(props.value?.split('-')[index] ?? 0) || '')
  const wiring = () => ({
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby':
      [props.error && `${id}-error`, props.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
    required: props.required,
  })
  const Digits = (own: { name: 'day' | 'year'; label: string; index: number; digits: number }) => (
    <input
      class="input num"
      name={`birth_${own.name}`}
      aria-label={own.label}
      placeholder={own.label}
      inputmode="numeric"
      pattern={`[0-9]{${own.name === 'year' ? 4 : '1,2'}}`}
      maxlength={own.digits}
      autocomplete={`bday-${own.name}`}
      value={part(own.index)}
      {...wiring()}
    />
  )
  return (
    <fieldset class="field">
      <legend class="field__label mb-1.5">{m.birth_label()}</legend>
      <div class="birth">
        <Digits name="day" label={m.birth_day()} index={2} digits={2} />
        <span class="select">
          <select class="input" name="birth_month" aria-label={m.birth_month()} autocomplete="bday-month" {...wiring()}>
            <option value="">{m.birth_month()}</option>
            <For each={MONTHS}>
              {(month) => (
                <option value={month + 1} selected={part(1) === String(month + 1)}>
                  {monthName(month)}
                </option>
              )}
            </For>
          </select>
          <ChevronIcon class="i i--sm" aria-hidden="true" />
        </span>
        <Digits name="year" label={m.birth_year()} index={0} digits={4} />
      </div>
      <FieldNotes id={id} error={props.error} hint={props.hint} />
    </fieldset>
  )
}
