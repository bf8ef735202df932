import { createMemo, createSignal, For, Show } from 'solid-js'
import { useQuery } from '../lib/query'
import { dateOfDay, dayOfDate, nextValidInstant, type ZoneData } from '../../../worker/contract/zone'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import type { Place } from '../lib/time'
import { slotsQuery } from '../mentors/mentors.queries'
import { Chip } from '../ui/Badge'
import { BareSelect } from '../ui/Field'
import { ErrorState } from '../ui/List'
import type { Offer } from './availability.queries'
import { Why } from './Why'

const DAYS = 7
const SHOWN = 8
const datesFrom = (first: number) => Array.from({ length: DAYS }, (_, i) => dateOfDay(first + i))

/** The slots that come of it, in the mentor's own zone: seven days of one offer. */
export function Preview(props: { mentorId: string; offers: Offer[]; place: Place; zones: ZoneData }) {
  const [chosen, setChosen] = createSignal<string>()
  const offerId = () => (props.offers.find((offer) => offer.id === chosen()) ?? props.offers[0]!).id
  const zone = () => props.zones.zone(props.place.zone)
  const today = () => dayOfDate(props.place.date(now()))
  const dates = createMemo(() => datesFrom(today()))
  const midnight = (date: string) => new Date(nextValidInstant(zone(), date, 0)).toISOString()
  const slots = useQuery(() =>
    slotsQuery(props.mentorId, offerId(), midnight(dates()[0]!), midnight(dateOfDay(today() + DAYS))),
  )
  const of = (date: string) => (slots.data?.items ?? []).filter((slot) => props.place.date(slot.start_time) === date)

  return (
    <section class="card stack" aria-labelledby="preview">
      <h2 id="preview" class="t-section">
        {m.preview_title()}
      </h2>
      <BareSelect
        label={m.preview_offer()}
        value={offerId()}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <For each={props.offers}>
          {(offer) => (
            <option value={offer.id}>{m.preview_offer_words({ title: offer.title, count: offer.minutes })}</option>
          )}
        </For>
      </BareSelect>
      <Show
        when={!slots.error || slots.data}
        fallback={<ErrorState error={slots.error} retry={() => void slots.refetch()} busy={slots.isFetching} />}
      >
        <ul class="pv" aria-busy={slots.isFetching}>
          <For each={dates()}>
            {(date) => (
              <li>
                <span class="t-sm t-strong">{props.place.weekdayAndDate(nextValidInstant(zone(), date, 12 * 60))}</span>
                <span class="chips">
                  <For
                    each={of(date).slice(0, SHOWN)}
                    fallback={
                      <Show when={slots.data}>
                        <Why offerId={offerId()} date={date} label={m.preview_why()} />
                      </Show>
                    }
                  >
                    {(slot) => (
                      <Chip>
                        <span class="num">{props.place.time(slot.start_time)}</span>
                      </Chip>
                    )}
                  </For>
                  <Show when={of(date).length > SHOWN}>
                    <span class="t-sm t-2 pt-1">{m.preview_more({ count: of(date).length - SHOWN })}</span>
                  </Show>
                  <Show when={of(date).length > 0}>
                    <Why offerId={offerId()} date={date} label={m.preview_why_some()} />
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
        <p class="t-xs t-3">{m.preview_zone({ zone: props.place.label(now()), city: props.place.city })}</p>
      </Show>
    </section>
  )
}
