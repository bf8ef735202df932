import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import PencilIcon from '~icons/lucide/pencil'
import PlusIcon from '~icons/lucide/plus'
import { useQuery } from '../lib/query'
import { m } from '../lib/messages'
import { OfferBadges, priceOf } from '../bookings/OfferBadges'
import { Button } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { undoable } from '../ui/Toast'
import { addOffer, offersQuery, type Offer } from './availability.queries'
import { OfferDialog } from './OfferDialog'

/** What can be booked, for how long and for how much. */
export function Offers() {
  const client = useQueryClient()
  const offers = useQuery(offersQuery)
  const [editing, setEditing] = createSignal<Offer | 'new'>()
  const changed = async () => {
    setEditing(undefined)
    // First the offers, so that nobody asks for the slots of one that is gone.
    await client.invalidateQueries({ queryKey: ['offers'] })
    for (const key of ['mentor', 'slots']) void client.invalidateQueries({ queryKey: [key] })
  }
  const [undoError, setUndoError] = createSignal<unknown>()
  const removed = ({ id: _gone, ...offer }: Offer) => {
    void changed()
    setUndoError(undefined)
    undoable(m.offer_removed({ title: offer.title }), () => void addOffer(offer).then(changed, setUndoError))
  }
  const add = () => (
    <Button kind="soft" size="sm" onClick={() => setEditing('new')}>
      <PlusIcon class="i" aria-hidden="true" />
      {m.offers_add()}
    </Button>
  )
  return (
    <section aria-labelledby="offers">
      <div class="section-head">
        <h2 id="offers" class="t-big">
          {m.offers_title()}
        </h2>
        {add()}
      </div>
      <ProblemNote error={undoError()} />
      <Loaded
        query={offers}
        loading={<SkeletonRows count={2} />}
        isEmpty={(page) => page.items.length === 0}
        empty={
          <div class="card">
            <Empty art={<Table />} title={m.offers_none()}>
              {m.offers_none_words()}
            </Empty>
          </div>
        }
      >
        {(page) => (
          <ul class="card card--flush list">
            <For each={page().items}>
              {(offer) => (
                <li class="list-row">
                  <span class="list-row__main">
                    <span class="t-strong">{offer.title}</span>{' '}
                    <span class="t-3 t-sm nowrap">{m.minutes({ count: offer.minutes })}</span>{' '}
                    <OfferBadges offer={offer} />
                    <Show when={offer.description}>
                      <span class="t-2 t-sm block">{offer.description}</span>
                    </Show>
                  </span>
                  <b class="num nowrap">{priceOf(offer)}</b>
                  <Button
                    kind="quiet"
                    icon
                    aria-label={m.offers_change({ title: offer.title })}
                    onClick={() => setEditing(offer)}
                  >
                    <PencilIcon class="i" aria-hidden="true" />
                  </Button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <Show when={editing()} keyed>
        {(offer) => (
          <OfferDialog
            offer={offer === 'new' ? undefined : offer}
            onClose={() => setEditing(undefined)}
            onChanged={() => void changed()}
            onRemoved={removed}
          />
        )}
      </Show>
    </section>
  )
}
