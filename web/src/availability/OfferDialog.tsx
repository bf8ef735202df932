import './offers.css'
import { createEffect, createSignal, createUniqueId, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { currenciesQuery } from '../lib/currencies'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { addOffer, changeOffer, removeOffer, type NewOffer, type Offer } from './availability.queries'
import { draftOf, offerFrom } from './offer-draft'
import { OfferBasics } from './OfferBasics'
import { OfferMore } from './OfferMore'

/** What is offered, small at first: name, length, price. The rest is one tap away, with what it says now. */
export function OfferDialog(props: {
  offer: Offer | undefined
  onClose: () => void
  onChanged: () => void
  onRemoved: (offer: Offer) => void
}) {
  const formId = createUniqueId()
  let form!: HTMLFormElement
  const [draft, change] = createStore(draftOf(props.offer))
  const currencies = useQuery(currenciesQuery)
  const currency = () => draft.currency || (currencies.data?.items[0] ?? '')

  async function send(): Promise<Offer> {
    // The currencies could not be read yet: what was typed is not to be lost for that.
    if (currency() === '') throw new Problem('unreachable', 0)
    const offer: NewOffer = offerFrom(draft, currency())
    return props.offer ? changeOffer(props.offer.id, offer) : addOffer(offer)
  }
  const save = createSubmission(send, () => {
    toast(m.saved())
    props.onChanged()
  })
  const open = (field: Element) => field.closest('details')?.setAttribute('open', '')
  createEffect(on(save.error, () => form.querySelectorAll('[aria-invalid="true"]').forEach(open)))

  const parts = () => ({ draft, change, currency: currency(), fault: save.fieldError })
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
      <form
        id={formId}
        ref={(element) => {
          form = element
          // What the browser finds fault with must be in sight before it can point at it.
          element.addEventListener('invalid', (event) => open(event.target as Element), true)
        }}
        class="stack"
        onSubmit={(event) => void save.submit(event)}
      >
        <ProblemNote error={save.error()} />
        <OfferBasics {...parts()} isNew={!props.offer} currencies={currencies.data?.items ?? []} />
        <OfferMore {...parts()} />
      </form>
    </Dialog>
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
