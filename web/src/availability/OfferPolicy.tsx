import { For, Show } from 'solid-js'
import { REFUND_POLICIES } from '../../../worker/contract/availability.constants'
import { PolicyTable } from '../bookings/PolicyTable'
import { m } from '../lib/messages'
import type { OfferPart } from './OfferBasics'
import { amountOf, policyRowsOf } from './offer-draft'
import { POLICY_NAMES } from './policy-names'
import { MinutesSelect } from './OfferTimes'

/** What comes back when a student cancels, in the amounts of this very offer. */
export function OfferPolicy(props: OfferPart) {
  const amount = () => amountOf(props.draft, props.currency)
  return (
    <>
      <fieldset>
        <legend class="legend">{m.offer_policy_which()}</legend>
        <For each={REFUND_POLICIES}>
          {(policy) => (
            <label class="offer">
              <input
                type="radio"
                name="refund_policy"
                checked={props.draft.refund_policy === policy}
                onChange={() => props.change('refund_policy', policy)}
              />
              <span class="grow t-strong">{POLICY_NAMES[policy]()}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show
        when={props.currency ? amount() : undefined}
        fallback={<p class="t-sm t-2">{amount() === 0 ? m.offer_policy_free() : m.offer_policy_no_price()}</p>}
      >
        {(minor) => (
          <PolicyTable
            rows={policyRowsOf(props.draft, minor(), props.currency)}
            amount={minor()}
            currency={props.currency}
          />
        )}
      </Show>
      <div class="grid gap-3 sm:grid-cols-2">
        <MinutesSelect
          {...props}
          name="cancel_notice_minutes"
          label={m.offer_cancel_notice()}
          none={m.offer_up_to_start()}
        />
        <Show when={props.draft.kind !== 'group'}>
          <MinutesSelect
            {...props}
            name="reschedule_notice_minutes"
            label={m.offer_move_notice()}
            none={m.offer_move_as_policy()}
          />
        </Show>
      </div>
      <p class="t-sm t-3">{props.draft.kind === 'group' ? m.offer_policy_mentor_group() : m.offer_policy_mentor()}</p>
    </>
  )
}
