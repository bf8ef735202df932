import './site.css'
import { A } from '@solidjs/router'
import { For, Match, Switch } from 'solid-js'
import { ANSWER_WORKING_DAYS, REAPPLY_DAYS } from '../../../worker/contract/applications.constants'
import { RELEASE_HOURS } from '../../../worker/contract/payouts.constants'
import { SCORED_FROM } from '../../../worker/contract/reviews.constants'
import { m } from '../lib/messages'
import { isMentor, useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { commissionPercent } from '../payments/share'
import { ButtonLink } from '../ui/Button'
import { Split } from './Split'

const OF_AGE = 18
const WAY = [
  { title: m.become_way_1, words: () => m.become_way_1_words({ age: OF_AGE }) },
  {
    title: m.become_way_2,
    words: () => m.become_way_2_words({ days: ANSWER_WORKING_DAYS, again: REAPPLY_DAYS }),
  },
  { title: m.become_way_3, words: m.become_way_3_words },
  { title: m.become_way_4, words: m.become_way_4_words },
]
const YOURS = [
  { title: m.become_yours_price, words: m.become_yours_price_words },
  { title: m.become_yours_hours, words: m.become_yours_hours_words },
  { title: m.become_yours_who, words: m.become_yours_who_words },
  { title: m.become_yours_way, words: m.become_yours_way_words },
]

export default function BecomeMentorPage() {
  createTitle(m.become_page_title)
  return (
    <>
      <header class="page-head">
        <h1 class="display">{m.become_page_title()}</h1>
        <p class="t-lead">{m.become_lead()}</p>
        <p>
          <Begin />
        </p>
      </header>
      <div class="page-body">
        <section class="stack stack--6" aria-labelledby="way">
          <h2 id="way" class="t-page">
            {m.become_way()}
          </h2>
          <ol class="steps">
            <For each={WAY}>
              {(step) => (
                <li>
                  <h3 class="t-section">{step.title()}</h3>
                  <p class="t-2">{step.words()}</p>
                </li>
              )}
            </For>
          </ol>
        </section>
        <section class="pair" aria-labelledby="money">
          <div class="stack stack--3">
            <h2 id="money" class="t-page">
              {m.become_money()}
            </h2>
            <p class="t-2">{m.become_money_words({ percent: commissionPercent(), hours: RELEASE_HOURS })}</p>
            <p>
              <A class="link" href="/pricing">
                {m.landing_cost_more()}
              </A>
            </p>
          </div>
          <Split currency="INR" />
        </section>
        <section class="stack stack--6" aria-labelledby="yours">
          <h2 id="yours" class="t-page">
            {m.become_yours()}
          </h2>
          <ul class="tiles tiles--4">
            <For each={YOURS}>
              {(one) => (
                <li class="card">
                  <h3 class="t-strong">{one.title()}</h3>
                  <p class="t-2">{one.words()}</p>
                </li>
              )}
            </For>
          </ul>
        </section>
        <section class="stack stack--3 max-w-read" aria-labelledby="proof">
          <h2 id="proof" class="t-page">
            {m.become_proof()}
          </h2>
          <p class="t-2">{m.become_proof_words({ count: SCORED_FROM })}</p>
          <p>
            <A class="link" href="/badges">
              {m.become_badges()}
            </A>
          </p>
        </section>
      </div>
    </>
  )
}

/** The next step of whoever reads: joining, the application, or what they offer already. */
function Begin() {
  const me = useMe()
  return (
    <Switch
      fallback={
        <ButtonLink kind="primary" size="lg" href="/signup?as=mentor">
          {m.become_page_act()}
        </ButtonLink>
      }
    >
      <Match when={isMentor(me.data)}>
        <ButtonLink kind="primary" size="lg" href="/availability">
          {m.become_act_offers()}
        </ButtonLink>
      </Match>
      <Match when={me.data}>
        <ButtonLink kind="primary" size="lg" href="/application">
          {m.become_act_account()}
        </ButtonLink>
      </Match>
    </Switch>
  )
}
