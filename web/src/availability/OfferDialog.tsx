import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { MINUTES } from '../../../worker/contract/availability.constants'
import { currenciesQuery } from '../lib/currencies'
import { m } from '../lib/messages'
import { minorOf, typedAmount } from '../lib/money'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Select, TextArea, TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { addOffer, changeOffer, removeOffer, type NewOffer, type Offer } from './availability.queries'

const NOTICES = [60, 12 * 60, 24 * 60, 48 * 60]
const PAUSES = [0, 5, 10, 15, 30, 60]

function readOffer(form: FormData, before: Offer | undefined): NewOffer {
  const currency = String(form.get('currency'))
  const amount_minor = minorOf(String(form.get('amount')), currency)
  if (amount_minor === undefined) throw new Problem('invalid_input', 422, { amount_minor: [m.offer_amount_fault()] })
  return {
    title: String(form.get('title')),
    description: String(form.get('description')).trim() || null,
    minutes: Number(form.get('minutes')),
    amount_minor,
    currency,
    buffer_before_minutes: before?.buffer_before_minutes ?? 0,
    buffer_after_minutes: Number(form.get('buffer_after_minutes')),
    minimum_notice_minutes: Number(form.get('minimum_notice_minutes')),
    horizon_days: before?.horizon_days ?? 60,
    most_per_day: form.get('most_per_day') ? Number(form.get('most_per_day')) : null,
  }
}

const withOwn = (choices: number[], own: number | undefined) =>
  own === undefined || choices.includes(own) ? choices : [...choices, own].sort((a, b) => a - b)

export function OfferDialog(props: {
  offer: Offer | undefined
  onClose: () => void
  onChanged: () => void
  onRemoved: (offer: Offer) => void
}) {
  const formId = createUniqueId()
  const offer = () => props.offer
  const save = createSubmission(
    (form) =>
      props.offer ? changeOffer(props.offer.id, readOffer(form, props.offer)) : addOffer(readOffer(form, undefined)),
    () => {
      toast(m.saved())
      props.onChanged()
    },
  )
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={props.offer ? m.offer_title_change() : m.offer_title_new()}
      foot={
        <div class="row row--2">
          <Show when={props.offer}>{(old) => <Remove offer={old()} onRemoved={() => props.onRemoved(old())} />}</Show>
          <Button kind="primary" size="lg" type="submit" form={formId} busy={save.busy()} class="push">
            {props.offer ? m.act_save() : m.offers_add()}
          </Button>
        </div>
      }
    >
      <form id={formId} class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextField
          name="title"
          label={m.offer_title()}
          placeholder={m.offer_title_example()}
          required
          maxlength="80"
          value={offer()?.title ?? ''}
          error={save.fieldError('title')}
        />
        <TextArea
          name="description"
          label={m.offer_description()}
          rows="2"
          maxlength="500"
          value={offer()?.description ?? ''}
          error={save.fieldError('description')}
        />
        <div class="grid grid-cols-3 gap-3">
          <TextField
            name="minutes"
            label={m.offer_minutes()}
            type="number"
            inputmode="numeric"
            required
            min={MINUTES.least}
            max={MINUTES.most}
            step="5"
            value={offer()?.minutes ?? 45}
            error={save.fieldError('minutes')}
          />
          <TextField
            name="amount"
            label={m.offer_price()}
            inputmode="decimal"
            required
            value={offer() ? typedAmount(offer()!.amount_minor, offer()!.currency) : ''}
            error={save.fieldError('amount_minor')}
          />
          <CurrencySelect own={offer()?.currency} error={save.fieldError('currency')} />
        </div>
        <Select name="minimum_notice_minutes" label={m.offer_notice()}>
          <For each={withOwn(NOTICES, offer()?.minimum_notice_minutes)}>
            {(minutes) => (
              <option value={minutes} selected={minutes === (offer()?.minimum_notice_minutes ?? 60)}>
                {minutes % 60 === 0 ? m.offer_hours({ count: minutes / 60 }) : m.minutes({ count: minutes })}
              </option>
            )}
          </For>
        </Select>
        <div class="grid grid-cols-2 gap-3">
          <Select name="buffer_after_minutes" label={m.offer_pause()}>
            <For each={withOwn(PAUSES, offer()?.buffer_after_minutes)}>
              {(minutes) => (
                <option value={minutes} selected={minutes === (offer()?.buffer_after_minutes ?? 0)}>
                  {minutes === 0 ? m.offer_no_pause() : m.minutes({ count: minutes })}
                </option>
              )}
            </For>
          </Select>
          <TextField
            name="most_per_day"
            label={m.offer_most()}
            type="number"
            inputmode="numeric"
            min="1"
            max="48"
            placeholder={m.offer_no_most()}
            value={offer()?.most_per_day ?? ''}
            error={save.fieldError('most_per_day')}
          />
        </div>
      </form>
    </Dialog>
  )
}

/** The currencies that the platform enables, the usual one first, and the offer's own. */
function CurrencySelect(props: { own: string | undefined; error: string | undefined }) {
  const currencies = useQuery(currenciesQuery)
  const all = () => [...new Set([...(props.own ? [props.own] : []), ...(currencies.data?.items ?? [])])]
  return (
    <Select name="currency" label={m.offer_currency()} required error={props.error}>
      <For each={all()}>
        {(code) => (
          <option value={code} selected={code === (props.own ?? all()[0])}>
            {code}
          </option>
        )}
      </For>
    </Select>
  )
}

/** No question before it: the toast can undo it. */
function Remove(props: { offer: Offer; onRemoved: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  async function remove(): Promise<void> {
    setBusy(true)
    try {
      await removeOffer(props.offer.id)
      props.onRemoved()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button kind="quiet" size="lg" busy={busy()} onClick={() => void remove()}>
        {m.act_remove()}
      </Button>
      <ProblemNote error={error()} />
    </>
  )
}
