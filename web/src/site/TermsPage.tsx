import { For } from 'solid-js'
import { HOLD_SECONDS } from '../../../worker/contract/bookings.constants'
import { LEAST_AGE, TERMS_VERSION } from '../../../worker/contract/accounts.constants'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { commissionPercent } from '../payments/share'

const PARTS = [
  { title: m.terms_account, words: () => m.terms_account_words({ age: LEAST_AGE }) },
  { title: m.terms_booking, words: () => m.terms_booking_words({ minutes: HOLD_SECONDS / 60 }) },
  { title: m.terms_mentors, words: () => m.terms_mentors_words({ percent: commissionPercent() }) },
  { title: m.terms_messages, words: m.terms_messages_words },
  { title: m.terms_data, words: m.terms_data_words },
]

/** What one agrees to when joining, in plain words and with its version. */
export default function TermsPage() {
  createTitle(m.terms_title)
  return (
    <article class="mx-auto grid max-w-read gap-8 py-4">
      <header class="stack stack--2">
        <h1 class="t-page">{m.terms_title()}</h1>
        <p class="t-2">{m.terms_version({ version: TERMS_VERSION })}</p>
      </header>
      <For each={PARTS}>
        {(part) => (
          <section class="stack stack--2">
            <h2 class="t-section">{part.title()}</h2>
            <p class="prose">{part.words()}</p>
          </section>
        )}
      </For>
    </article>
  )
}
