import { For, Show } from 'solid-js'
import ArrowIcon from '~icons/lucide/arrow-up-right'
import CheckIcon from '~icons/lucide/check'
import { REFUND_TERMS } from '../../../worker/contract/availability.constants'
import { answer, api } from '../lib/api'
import { createFetched } from '../lib/fetched'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { cityOf, DAY, ms, write, type Place } from '../lib/time'
import type { ListedMentor } from '../mentors/mentors.calls'
import { untilWords } from './refund-words'

type Example = { example: ListedMentor | undefined; place: Place }
const SHOWN = 3
const TAKEAWAYS = [m.landing_how_takeaway_1, m.landing_how_takeaway_2]

/** Told with parts of the real interface: the times and the price are a real mentor's. */
export function HowItWorks(props: Example) {
  return (
    <section class="band" aria-labelledby="how">
      <div class="wrap sec">
        <h2 id="how" class="t-page">
          {m.landing_how()}
        </h2>
        <ol class="three how">
          <li>
            <div class="how__ui" aria-hidden="true">
              <div class="card card--raised">
                <FreeTimes {...props} />
              </div>
            </div>
            <h3 class="t-section">{m.landing_how_pick()}</h3>
            <p class="t-2">{m.landing_how_pick_words()}</p>
          </li>
          <li>
            <div class="how__ui" aria-hidden="true">
              <div class="card card--raised stack stack--3">
                <Bill example={props.example} />
              </div>
            </div>
            <h3 class="t-section">{m.landing_how_pay()}</h3>
            <p class="t-2">{m.landing_how_pay_words()}</p>
          </li>
          <li>
            <div class="how__ui" aria-hidden="true">
              <div class="card card--raised stack stack--3">
                <Takeaways />
              </div>
            </div>
            <h3 class="t-section">{m.landing_how_leave()}</h3>
            <p class="t-2">{m.landing_how_leave_words()}</p>
          </li>
        </ol>
      </div>
    </section>
  )
}

/** The next free times of one day, as the page of the mentor shows them. */
async function freeTimes(mentor: ListedMentor | undefined) {
  if (!mentor?.from_offer || !mentor.soonest_free) return []
  const path = { mentor_id: mentor.mentor_id }
  const until = new Date(ms(mentor.soonest_free) + DAY).toISOString()
  const query = { offer_id: mentor.from_offer.id, from: mentor.soonest_free, to: until }
  const { items } = await answer(api.GET('/api/mentors/{mentor_id}/slots/', { params: { path, query } }))
  return items.slice(0, SHOWN)
}

function FreeTimes(props: Example) {
  const times = createFetched(() => props.example, freeTimes)
  const theirs = (at: string) =>
    m.landing_how_their_time({
      time: write('time', ms(at), props.example!.time_zone),
      city: cityOf(props.example!.time_zone),
    })
  return (
    <>
      <div class="row">
        <span class="t-strong">{props.example && props.place.day(props.example.soonest_free!)}</span>
        <span class="t-xs t-3 push">{m.landing_how_your_time()}</span>
      </div>
      <div class="slots mt-3">
        <For each={times.data()} fallback={<For each={[1, 2, 3]}>{() => <span class="sk slot" />}</For>}>
          {(slot, index) => (
            <span class="slot" classList={{ how__on: index() === 1 }}>
              {props.place.time(slot.start_time)}
              <small>{theirs(slot.start_time)}</small>
            </span>
          )}
        </For>
      </div>
      <p class="t-xs t-3 mt-3">{props.example && m.landing_how_slots_of({ name: isolate(props.example.name) })}</p>
    </>
  )
}

function Bill(props: { example: ListedMentor | undefined }) {
  return (
    <Show when={props.example?.from_offer} fallback={<span class="sk sk--w60" />}>
      {(offer) => (
        <>
          <dl class="bill t-sm">
            <dt>
              {m.landing_bill_session({ count: offer().minutes })} <bdi>{props.example!.name}</bdi>
            </dt>
            <dd>{money(offer().amount_minor, offer().currency)}</dd>
            <dt>{m.landing_bill_fee()}</dt>
            <dd>{m.landing_bill_none()}</dd>
            <dt class="bill__sum">{m.landing_bill_total()}</dt>
            <dd class="bill__sum">{money(offer().amount_minor, offer().currency)}</dd>
          </dl>
          <p class="t-xs t-3">
            {m.landing_how_all_back({ until: untilWords(REFUND_TERMS[offer().refund_policy][0]!.hours_before) })}
          </p>
        </>
      )}
    </Show>
  )
}

const Takeaways = () => (
  <>
    <p class="t-xs t-3">{m.landing_how_takeaways_of()}</p>
    <For each={TAKEAWAYS}>
      {(words) => (
        <p class="row row--2">
          <CheckIcon class="i i--sm shrink-0 text-accent-ink" />
          {words()}
        </p>
      )}
    </For>
    <p class="row row--2">
      <ArrowIcon class="i i--sm i--flip shrink-0 text-accent-ink" />
      {m.landing_how_takeaway_3()}
    </p>
  </>
)
