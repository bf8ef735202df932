import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show, untrack } from 'solid-js'
import { COUNTRIES } from '../../../worker/contract/countries'
import type { PayoutMethod } from '../../../worker/contract/payouts.constants'
import { securityQuery } from '../accounts/accounts.calls'
import { PasswordField } from '../accounts/PasswordField'
import { passwordError, RecentSignIn } from '../accounts/proofs'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Select, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { changeProfile, profileQuery, type Profile } from './earnings.queries'
import { faultOf, wishFrom } from './profile-form'
import { Methods, Numbers, TaxNumbers } from './ProfileFields'
import { createWhen } from './when'

/** Countries as the reader calls them. */
function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([regionalLocale()], { type: 'region' })
  return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((one, other) =>
    one.name.localeCompare(other.name),
  )
}

/** The whole account at once, for what was there is shown masked and cannot be edited. */
export function ProfileForm(props: { before: Profile | null; onDone: () => void }) {
  const client = useQueryClient()
  const security = useQuery(securityQuery)
  const when = createWhen()
  const [method, setMethod] = createSignal<PayoutMethod>(untrack(() => props.before?.method ?? 'bank'))
  const [country, setCountry] = createSignal(untrack(() => props.before?.country ?? 'IN'))
  const save = createSubmission(
    (form) => changeProfile(wishFrom(form, method(), country())),
    (saved) => {
      client.setQueryData(profileQuery().queryKey, saved)
      void client.invalidateQueries({ queryKey: ['earnings'] })
      if (saved.profile) toast(m.payouts_saved({ when: when(saved.profile.payable_from) }))
      props.onDone()
    },
  )
  const fault = (field: string) => faultOf(save.error(), field, country())
  const wrongPassword = () => passwordError(save.error())
  const isBeside = () => wrongPassword() !== undefined || save.fieldError('legal_name') !== undefined
  return (
    <form class="card stack" onSubmit={(event) => void save.submit(event)}>
      <Show when={props.before === null}>
        <p class="t-2">{m.payouts_none()}</p>
      </Show>
      <Note kind="info">{m.payouts_warning()}</Note>
      <ProblemNote error={isBeside() ? undefined : save.error()}>
        <RecentSignIn error={save.error()} />
      </ProblemNote>
      <TextField
        label={m.payouts_name()}
        hint={m.payouts_name_hint()}
        name="legal_name"
        autocomplete="name"
        required
        maxlength="100"
        value={props.before?.legal_name ?? ''}
        error={save.fieldError('legal_name')}
      />
      <Select
        label={m.payouts_country()}
        name="country"
        autocomplete="country"
        required
        value={country()}
        onChange={(event) => setCountry(event.currentTarget.value)}
        error={save.fieldError('country')}
      >
        <For each={countries()}>
          {({ code, name }) => (
            <option value={code} selected={code === country()}>
              {name}
            </option>
          )}
        </For>
      </Select>
      <Methods method={method()} choose={setMethod} />
      <Numbers method={method()} fault={fault} />
      <TaxNumbers country={country()} fault={fault} />
      <Show when={security.data?.has_password}>
        <PasswordField label={m.password_yours()} name="password" error={wrongPassword()} />
      </Show>
      <div class="row row--wrap row--2">
        <Button kind="primary" type="submit" busy={save.busy()}>
          {m.payouts_save()}
        </Button>
        <Show when={props.before !== null}>
          <Button kind="quiet" onClick={() => props.onDone()}>
            {m.act_cancel()}
          </Button>
        </Show>
      </div>
    </form>
  )
}
