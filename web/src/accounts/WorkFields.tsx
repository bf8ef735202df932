import type { OwnMentor } from '../availability/availability.queries'
import { m } from '../lib/messages'
import { TextField } from '../ui/Field'
import { numberOrNull, textOrNull } from './form-values'

export const workOf = (form: FormData) => ({
  designation: textOrNull(form, 'designation'),
  company: textOrNull(form, 'company'),
  years_of_experience: numberOrNull(form, 'years_of_experience'),
})

export function WorkFields(props: { own: OwnMentor; errorOf: (field: string) => string | undefined }) {
  const Text = (field: { name: 'designation' | 'company'; label: string }) => (
    <TextField
      name={field.name}
      data-step={field.name}
      label={field.label}
      maxlength="120"
      value={props.own[field.name] ?? ''}
      error={props.errorOf(field.name)}
    />
  )
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <Text name="designation" label={m.profile_designation()} />
      <Text name="company" label={m.profile_company()} />
      <TextField
        name="years_of_experience"
        data-step="years_of_experience"
        label={m.profile_years()}
        type="number"
        min="0"
        max="80"
        inputmode="numeric"
        value={props.own.years_of_experience ?? ''}
        error={props.errorOf('years_of_experience')}
      />
    </div>
  )
}
