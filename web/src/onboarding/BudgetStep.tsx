import { For } from 'solid-js'
import { currenciesQuery } from '../lib/currencies'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Select, TextField } from '../ui/Field'
import { Loaded, SkeletonRows } from '../ui/List'
import { StepForm } from './StepForm'
import { addressOf, type WelcomeFlow } from './welcome-flow'
import type { WishChange } from './welcome.queries'

export function BudgetStep(props: { flow: WelcomeFlow }) {
  const currencies = useQuery(currenciesQuery)
  return (
    <Loaded query={currencies} loading={<SkeletonRows count={1} />}>
      {(all) => <Budget flow={props.flow} currencies={all().items} />}
    </Loaded>
  )
}

function Budget(props: { flow: WelcomeFlow; currencies: string[] }) {
  const wish = () => props.flow.wish()
  const all = () => [...new Set([...props.currencies, ...(wish().currency ? [wish().currency!] : [])])]
  const currency = () => props.flow.typed().currency ?? wish().currency ?? all()[0] ?? ''
  const saved = () =>
    wish().budget_minor === null || !wish().currency ? '' : typedAmount(wish().budget_minor!, wish().currency!)
  const amount = () => props.flow.typed().amount ?? saved()
  function chosen(): WishChange {
    if (amount().trim() === '') return { budget_minor: null }
    const budget_minor = minorOf(amount(), currency())
    if (budget_minor === undefined) throw new Problem('invalid_input', 422, { budget_minor: [m.offer_amount_fault()] })
    return { budget_minor, currency: currency() }
  }
  const save = createSubmission(
    () => props.flow.save('budget', chosen()),
    () => props.flow.goOnFrom('budget'),
  )
  return (
    <StepForm
      save={save}
      fields={['budget_minor', 'currency']}
      act={m.welcome_matches_act()}
      next={addressOf('matches')}
      onChange={(form) => props.flow.type({ currency: String(form.get('currency')) })}
    >
      <div class="welcome__budget">
        <TextField
          name="amount"
          label={m.welcome_budget_label()}
          inputmode="decimal"
          autocomplete="off"
          value={amount()}
          onInput={(event) => props.flow.type({ amount: event.currentTarget.value })}
          error={save.fieldError('budget_minor')}
        />
        <Select name="currency" label={m.offer_currency()} error={save.fieldError('currency')}>
          <For each={all()}>
            {(code) => (
              <option value={code} selected={code === currency()}>
                {code}
              </option>
            )}
          </For>
        </Select>
      </div>
    </StepForm>
  )
}
