import { For, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check-check'
import { answer, api } from '../lib/api'
import { createFetched } from '../lib/fetched'
import { m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import type { ListedMentor } from '../mentors/mentors.calls'
import { commissionPercent, partsOf } from '../payments/share'

const SLOTS = [
  { mine: '18:15', theirs: '12:45' },
  { mine: '19:00', theirs: '13:30' },
  { mine: '20:30', theirs: '15:00' },
]

/** Told with parts of the real interface; the price is a real mentor's. */
export function HowItWorks(props: { example: ListedMentor | undefined }) {
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
                <div class="row">
                  <span class="t-strong">{m.landing_how_day()}</span>
                  <span class="t-xs t-3 push">{m.landing_how_your_time()}</span>
                </div>
                <div class="slots mt-3">
                  <For each={SLOTS}>
                    {(slot, index) => (
                      <span class="slot" classList={{ how__on: index() === 1 }}>
                        {slot.mine}
                        <small>{m.landing_how_their_time({ time: slot.theirs })}</small>
                      </span>
                    )}
                  </For>
                </div>
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
              <div class="card card--raised stack stack--2">
                <div class="msgs msgs--mine">
                  <p class="bubble t-sm">{m.landing_how_question()}</p>
                  <span class="msgs__meta" data-state="read">
                    <CheckIcon class="i i--sm" /> {m.landing_how_read()}
                  </span>
                </div>
                <div class="msgs">
                  <p class="bubble t-sm">{m.landing_how_answer()}</p>
                </div>
              </div>
            </div>
            <h3 class="t-section">{m.landing_how_talk()}</h3>
            <p class="t-2">{m.landing_how_talk_words()}</p>
          </li>
        </ol>
      </div>
    </section>
  )
}

function Bill(props: { example: ListedMentor | undefined }) {
  return (
    <Show when={props.example?.from_offer} fallback={<span class="sk sk--w60" />}>
      {(offer) => (
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
      )}
    </Show>
  )
}

/** Where a price goes, shown on a real one. */
export function Costs(props: { example: ListedMentor | undefined }) {
  const kept = (minor: number) => partsOf(minor).product
  return (
    <section id="cost" class="wrap sec two" aria-labelledby="cost-title">
      <div class="stack">
        <h2 id="cost-title" class="t-page">
          {m.landing_cost()}
        </h2>
        <p class="t-lead">{m.landing_cost_lead()}</p>
        <p class="t-2">{m.landing_cost_cancel()}</p>
      </div>
      <div class="card card--raised where">
        <Show when={props.example?.from_offer} fallback={<span class="sk sk--w80 my-12" />}>
          {(offer) => (
            <>
              <div class="row row--base">
                <span class="t-2">{m.landing_cost_of()}</span>
                <span class="t-big num push">{money(offer().amount_minor, offer().currency)}</span>
              </div>
              <div class="split split--90" aria-hidden="true">
                <span />
                <span />
              </div>
              <dl class="bill">
                <dt class="key t-strong">
                  <bdi>{props.example!.name}</bdi> {m.landing_cost_receives()}
                </dt>
                <dd class="t-strong">{money(offer().amount_minor - kept(offer().amount_minor), offer().currency)}</dd>
                <dt class="key key--2">{m.landing_cost_keeps({ percent: commissionPercent() })}</dt>
                <dd>{money(kept(offer().amount_minor), offer().currency)}</dd>
                <dt>{m.landing_cost_added()}</dt>
                <dd>{money(0, offer().currency)}</dd>
              </dl>
            </>
          )}
        </Show>
      </div>
    </section>
  )
}

/** What the system counted; nothing is shown while there is nothing to count. */
export function Numbers() {
  const stats = createFetched(
    () => undefined,
    () => answer(api.GET('/api/platform-stats/')),
  )
  const written = (value: number) => new Intl.NumberFormat(regionalLocale()).format(value)
  return (
    <Show when={stats.data() && stats.data()!.total_mentors > 0 ? stats.data() : undefined}>
      {(totals) => (
        <section class="wrap" aria-labelledby="numbers">
          <h2 id="numbers" class="sr">
            {m.landing_numbers()}
          </h2>
          <dl class="sum">
            <div>
              <dd>
                <b class="num">{written(totals().total_mentors)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_mentors({ count: totals().total_mentors })}</dt>
            </div>
            <div>
              <dd>
                <b class="num">{written(totals().total_students)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_students({ count: totals().total_students })}</dt>
            </div>
            <div>
              <dd>
                <b class="num">{written(totals().total_sessions)}</b>
              </dd>
              <dt class="t-2">{m.landing_numbers_sessions({ count: totals().total_sessions })}</dt>
            </div>
          </dl>
        </section>
      )}
    </Show>
  )
}
