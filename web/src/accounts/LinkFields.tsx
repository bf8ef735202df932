import { m } from '../lib/messages'
import { TextField } from '../ui/Field'
import { linkOrNull } from './form-values'

type Links = { portfolio_url: string | null; linkedin_url: string | null; github_url: string | null }

export const linksOf = (form: FormData): Links => ({
  portfolio_url: linkOrNull(form, 'portfolio_url'),
  linkedin_url: linkOrNull(form, 'linkedin_url'),
  github_url: linkOrNull(form, 'github_url'),
})

/** Where a person is found elsewhere. The server checks them, so that its words stand beside the field. */
export function LinkFields(props: { own: Links; errorOf: (field: keyof Links) => string | undefined }) {
  const Link = (field: { name: keyof Links; label: string; placeholder: string; step?: string }) => (
    <TextField
      name={field.name}
      label={field.label}
      inputmode="url"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      dir="ltr"
      maxlength="500"
      data-step={field.step}
      placeholder={field.placeholder}
      value={props.own[field.name] ?? ''}
      error={props.errorOf(field.name)}
    />
  )
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <div class="sm:col-span-2">
        <Link
          name="portfolio_url"
          label={m.profile_portfolio()}
          placeholder={m.profile_portfolio_example()}
          step="link"
        />
      </div>
      <Link name="linkedin_url" label={m.profile_linkedin()} placeholder={m.profile_linkedin_example()} />
      <Link name="github_url" label={m.profile_github()} placeholder={m.profile_github_example()} />
    </div>
  )
}
