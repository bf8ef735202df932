import {
  USEFUL_AGE_HOURS,
  USEFUL_DAYS,
  USEFUL_POINTS,
  USEFUL_WAITING_HOURS,
} from '../../../worker/contract/community.constants'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'

/** The formula of the useful feed, with its numbers. */
export default function UsefulPage() {
  createTitle(m.useful_title)
  return (
    <article class="mx-auto grid w-full max-w-read gap-6">
      <header class="stack stack--2">
        <h1 class="t-page">{m.useful_title()}</h1>
        <p class="t-lead">{m.useful_lead()}</p>
      </header>
      <p class="card num">{m.useful_formula({ ...USEFUL_POINTS, hours: USEFUL_AGE_HOURS })}</p>
      <ul class="prose stack stack--2">
        <li>{m.useful_rule_doubling()}</li>
        <li>{m.useful_rule_own()}</li>
        <li>{m.useful_rule_solved({ points: USEFUL_POINTS.solved })}</li>
        <li>{m.useful_rule_waiting({ points: USEFUL_POINTS.waiting, hours: USEFUL_WAITING_HOURS })}</li>
        <li>{m.useful_rule_age({ hours: USEFUL_AGE_HOURS })}</li>
        <li>{m.useful_rule_days({ days: USEFUL_DAYS })}</li>
        <li>{m.useful_rule_same()}</li>
      </ul>
      <p>
        <ButtonLink href="/community?feed=useful">{m.community_feed_useful()}</ButtonLink>
      </p>
    </article>
  )
}
