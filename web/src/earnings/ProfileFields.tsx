import { For, Match, Show, Switch } from 'solid-js'
import { PAYOUT_METHODS, type PayoutMethod } from '../../../worker/contract/payouts.constants'
import { m } from '../lib/messages'
import { TextField } from '../ui/Field'

const METHODS: Record<PayoutMethod, () => string> = {
  bank: m.payouts_bank,
  upi: m.payouts_upi,
  iban: m.payouts_iban,
}

export function Methods(props: { method: PayoutMethod; choose: (method: PayoutMethod) => void }) {
  return (
    <fieldset class="field">
      <legend class="field__label">{m.payouts_how()}</legend>
      <div class="stack stack--2">
        <For each={PAYOUT_METHODS}>
          {(method) => (
            <label class="check">
              <input
                type="radio"
                name="method"
                value={method}
                checked={props.method === method}
                onChange={() => props.choose(method)}
              />
              <span>{METHODS[method]()}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

type Faults = { fault: (field: string) => string | undefined }
const TYPED = { autocomplete: 'off', spellcheck: false, required: true } as const

export function Numbers(props: Faults & { method: PayoutMethod }) {
  return (
    <Switch>
      <Match when={props.method === 'bank'}>
        <TextField
          {...TYPED}
          label={m.payouts_account()}
          name="account_number"
          inputmode="numeric"
          error={props.fault('account_number')}
        />
        <TextField
          {...TYPED}
          label={m.payouts_ifsc()}
          hint={m.payouts_ifsc_hint()}
          name="ifsc"
          autocapitalize="characters"
          error={props.fault('ifsc')}
        />
      </Match>
      <Match when={props.method === 'upi'}>
        <TextField
          {...TYPED}
          label={m.payouts_upi_id()}
          name="upi_id"
          inputmode="email"
          error={props.fault('upi_id')}
        />
      </Match>
      <Match when={props.method === 'iban'}>
        <TextField
          {...TYPED}
          label={m.payouts_iban_number()}
          name="iban"
          autocapitalize="characters"
          error={props.fault('iban')}
        />
        <TextField
          {...TYPED}
          label={m.payouts_bic()}
          name="bic"
          autocapitalize="characters"
          error={props.fault('bic')}
        />
      </Match>
    </Switch>
  )
}

export function TaxNumbers(props: Faults & { country: string }) {
  const isIndian = () => props.country === 'IN'
  return (
    <>
      <Show when={isIndian()}>
        <TextField
          label={m.payouts_pan()}
          name="pan"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          error={props.fault('pan')}
        />
      </Show>
      <TextField
        label={isIndian() ? m.payouts_gstin() : m.payouts_vat()}
        name="tax_number"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        error={props.fault('tax_number')}
      />
    </>
  )
}
