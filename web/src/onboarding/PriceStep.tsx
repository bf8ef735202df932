import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For } from 'solid-js'
import { changeOffer, offersQuery, type Offer } from '../availability/availability.queries'
import { currenciesQuery } from '../lib/currencies'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { fieldError, Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { ButtonLink } from '../ui/Button'
import { Select, TextField } from '../ui/Field'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { StepForm } from './StepForm'

type Onward = { next: string; onSaved: () => void }

/** What each offer costs, all of them at a glance. */
export function PriceStep(props: Onward & { toOffers: string }) {
  const offers = useQuery(offersQuery)
  return (
    <Loaded
      query={offers}
      loading={<SkeletonRows count={2} />}
      isEmpty={(page) => page.items.length === 0}
      empty={
        <div class="card">
          <Empty
            art={<Table />}
            title={m.welcome_price_none()}
            act={
              <div class="row row--wrap row--2 justify-center">
                <ButtonLink kind="primary" href={props.toOffers}>
                  {m.offers_add()}
                </ButtonLink>
                <ButtonLink kind="quiet" href={props.next}>
                  {m.welcome_skip_step()}
                </ButtonLink>
              </div>
            }
          >
            {m.welcome_price_none_words()}
          </Empty>
        </div>
      }
    >
      {(page) => <Prices offers={page().items} next={props.next} onSaved={props.onSaved} />}
    </Loaded>
  )
}

function priced(form: FormData, offer: Offer): Offer {
  const currency = String(form.get(`currency-${offer.id}`))
  const amount_minor = minorOf(String(form.get(`amount-${offer.id}`)), currency)
  if (amount_minor === undefined) throw new Problem('invalid_input', 422, { amount_minor: [m.offer_amount_fault()] })
  return { ...offer, amount_minor, currency }
}

function Prices(props: Onward & { offers: Offer[] }) {
  const client = useQueryClient()
  const currencies = useQuery(currenciesQuery)
  const all = (own: string) => [...new Set([own, ...(currencies.data?.items ?? [])])]
  /** The offer whose price was refused. */
  const [refused, setRefused] = createSignal<string>()

  async function price(form: FormData, offer: Offer): Promise<void> {
    setRefused(offer.id)
    const { id, ...change } = priced(form, offer)
    if (change.amount_minor !== offer.amount_minor || change.currency !== offer.currency) await changeOffer(id, change)
  }
  const save = createSubmission(
    async (form) => {
      for (const offer of props.offers) await price(form, offer)
    },
    () => {
      for (const key of ['offers', 'mentor', 'slots']) void client.invalidateQueries({ queryKey: [key] })
      props.onSaved()
    },
  )
  const fault = (offer: Offer, field: string) => (refused() === offer.id ? fieldError(save.error(), field) : undefined)

  return (
    <StepForm save={save} fields={['amount_minor', 'currency']} next={props.next}>
      <ul class="card card--flush list">
        <For each={props.offers}>
          {(offer) => (
            <li class="list-row flex-wrap">
              <span class="list-row__main basis-40">
                <span class="t-strong block">{offer.title}</span>
                <span class="t-sm t-2">{m.minutes({ count: offer.minutes })}</span>
              </span>
              <div class="welcome__budget">
                <TextField
                  name={`amount-${offer.id}`}
                  label={m.welcome_price_of({ title: offer.title })}
                  inputmode="decimal"
                  autocomplete="off"
                  required
                  value={typedAmount(offer.amount_minor, offer.currency)}
                  error={fault(offer, 'amount_minor')}
                />
                <Select
                  name={`currency-${offer.id}`}
                  label={m.offer_currency()}
                  aria-label={m.welcome_price_currency({ title: offer.title })}
                  error={fault(offer, 'currency')}
                >
                  <For each={all(offer.currency)}>
                    {(code) => (
                      <option value={code} selected={code === offer.currency}>
                        {code}
                      </option>
                    )}
                  </For>
                </Select>
              </div>
            </li>
          )}
        </For>
      </ul>
    </StepForm>
  )
}
