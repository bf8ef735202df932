import { m } from '../lib/messages'
import { SwitchRow } from '../accounts/SwitchRow'
import type { OfferPart } from './OfferBasics'

/** Who may book it, and whether they ask first. */
export function OfferWho(props: OfferPart) {
  return (
    <ul class="list">
      <SwitchRow
        label={m.offer_confirm()}
        words={m.offer_confirm_words()}
        checked={props.draft.needs_confirmation}
        onChange={(on) => props.change('needs_confirmation', on)}
      />
      <SwitchRow
        label={m.offer_adults()}
        words={m.offer_adults_words()}
        checked={props.draft.adults_only}
        onChange={(on) => props.change('adults_only', on)}
      />
    </ul>
  )
}
