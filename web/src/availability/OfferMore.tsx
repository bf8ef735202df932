import type { JSX } from 'solid-js'
import ChevronIcon from '~icons/lucide/chevron-down'
import { spanOf } from '../bookings/policy'
import { m } from '../lib/messages'
import type { OfferPart } from './OfferBasics'
import { OfferPolicy } from './OfferPolicy'
import { OfferQuestions } from './OfferQuestions'
import { OfferTimes } from './OfferTimes'
import { OfferWho } from './OfferWho'
import { POLICY_NAMES } from './policy-names'

/** The rest of an offer: each part closed, with what it says now in its own line. */
export function OfferMore(props: OfferPart) {
  const times = () => {
    const { minimum_notice_minutes: notice, horizon_days: days } = props.draft
    return notice === 0
      ? m.offer_times_said_at_once({ to: spanOf((Number(days) || 1) * 1440) })
      : m.offer_times_said({ from: spanOf(notice), to: spanOf((Number(days) || 1) * 1440) })
  }
  const who = () =>
    [
      props.draft.needs_confirmation ? m.offer_who_asked() : m.offer_who_at_once(),
      props.draft.adults_only && m.offer_adults_badge(),
    ]
      .filter(Boolean)
      .join(' · ')
  const questions = () =>
    props.draft.questions.length === 0
      ? m.offer_questions_none()
      : m.offer_questions_count({ count: props.draft.questions.length })
  return (
    <div class="offer-more">
      <Part title={m.offer_times()} says={times()}>
        <OfferTimes {...props} />
      </Part>
      <Part title={m.offer_who()} says={who()}>
        <OfferWho {...props} />
      </Part>
      <Part title={m.offer_policy()} says={POLICY_NAMES[props.draft.refund_policy]()}>
        <OfferPolicy {...props} />
      </Part>
      <Part title={m.offer_questions()} says={questions()}>
        <OfferQuestions {...props} />
      </Part>
    </div>
  )
}

function Part(props: { title: string; says: string; children: JSX.Element }) {
  return (
    <details class="offer-part">
      <summary>
        <span class="grow">
          <span class="t-strong block">{props.title}</span>
          <span class="t-sm t-3 block">{props.says}</span>
        </span>
        <ChevronIcon class="i" aria-hidden="true" />
      </summary>
      <div class="stack offer-part__in">{props.children}</div>
    </details>
  )
}
