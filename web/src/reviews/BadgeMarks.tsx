import './reviews.css'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import AwardIcon from '~icons/lucide/award'
import type { Badge } from '../../../worker/contract/badges.constants'
import { m } from '../lib/messages'
import { BADGE_NAMES } from './badges'

/** The badges somebody holds; `linked` where the rules behind them are one step away. */
export function BadgeMarks(props: { badges: Badge[]; linked?: boolean }) {
  return (
    <Show when={props.badges.length > 0}>
      <ul class="badge-marks t-sm" aria-label={m.badges_list()}>
        <For each={props.badges}>
          {(badge) => (
            <li>
              <AwardIcon class="i i--sm" aria-hidden="true" />
              <Show when={props.linked} fallback={BADGE_NAMES[badge]()}>
                <A class="link" href={`/badges#${badge}`}>
                  {BADGE_NAMES[badge]()}
                </A>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
