import './reviews.css'
import { For, Match, Show, Switch } from 'solid-js'
import AwardIcon from '~icons/lucide/award'
import CheckIcon from '~icons/lucide/circle-check'
import OpenIcon from '~icons/lucide/circle-dashed'
import { BADGE_RULES, BADGES, type Badge, type BadgeCondition } from '../../../worker/contract/badges.constants'
import { m, regionalLocale } from '../lib/messages'
import { useQuery } from '../lib/query'
import { isMentor, useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { ErrorState, SkeletonRows } from '../ui/List'
import { BADGE_NAMES } from './badges'
import { badgesQuery, type Standing } from './reviews.queries'

const decimal = (value: number) =>
  new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(value)

const RULES: Record<BadgeCondition['measure'], (needed: number) => string> = {
  sessions: (count) => m.badges_rule_sessions({ count }),
  recent_sessions: (count) => m.badges_rule_recent_sessions({ count }),
  rating: (rating) => m.badges_rule_rating({ rating: decimal(rating) }),
  recent_absences: () => m.badges_rule_recent_absences(),
  recent_cancellations: () => m.badges_rule_recent_cancellations(),
  returning_students: (count) => m.badges_rule_returning_students({ count }),
}
const ruleWords = ({ measure, at_least, at_most }: BadgeCondition): string => RULES[measure](at_least ?? at_most ?? 0)

/** The rules that everybody can read; a mentor sees beside each how far it is. */
export default function BadgesPage() {
  createTitle(m.badges_title)
  const me = useMe()
  const standings = useQuery(() => ({ ...badgesQuery(), enabled: isMentor(me.data) }))
  const standingOf = (badge: Badge) => standings.data?.items.find((one) => one.badge === badge)
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <h1 class="t-page">{m.badges_title()}</h1>
      <p class="t-lead t-2">{m.badges_lead()}</p>
      <Switch
        fallback={
          <ul class="stack">
            <For each={BADGES}>{(badge) => <BadgeCard badge={badge} standing={standingOf(badge)} />}</For>
          </ul>
        }
      >
        <Match when={standings.error && !standings.data}>
          <ErrorState error={standings.error} retry={() => void standings.refetch()} busy={standings.isFetching} />
        </Match>
        <Match when={isMentor(me.data) && !standings.data}>
          <SkeletonRows count={BADGES.length} />
        </Match>
      </Switch>
    </div>
  )
}

function BadgeCard(props: { badge: Badge; standing: Standing | undefined }) {
  const conditions = () =>
    BADGE_RULES[props.badge].map((rule, i) => ({ words: ruleWords(rule), mine: props.standing?.conditions[i] }))
  return (
    <li class="card stack stack--3" id={props.badge}>
      <h2 class="t-section row row--2">
        <AwardIcon class="i" aria-hidden="true" />
        {BADGE_NAMES[props.badge]()}
      </h2>
      <ul class="stack stack--2">
        <For each={conditions()}>
          {(one) => (
            <li class="row row--2 row--top">
              <Show when={one.mine} fallback={<span>{one.words}</span>}>
                {(mine) => <Distance words={one.words} mine={mine()} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.standing}>{(standing) => <Held standing={standing()} />}</Show>
    </li>
  )
}

function Distance(props: { words: string; mine: Standing['conditions'][number] }) {
  const have = () => props.mine.have
  return (
    <>
      <Show
        when={props.mine.is_met}
        fallback={<OpenIcon class="i shrink-0 mt-0.5 text-ink-3" aria-label={m.badges_open()} role="img" />}
      >
        <CheckIcon class="i shrink-0 mt-0.5 text-success" aria-label={m.badges_met()} role="img" />
      </Show>
      <span class="grow">{props.words}</span>
      <span class="num t-2 t-sm nowrap">
        {have() === null
          ? m.badges_have_none()
          : m.badges_have({ have: props.mine.measure === 'rating' ? decimal(have()!) : String(have()) })}
      </span>
    </>
  )
}

function Held(props: { standing: Standing }) {
  const place = useMyPlace()
  const isEarned = () => props.standing.conditions.every((one) => one.is_met)
  return (
    <p class="t-sm t-2">
      <Show when={props.standing.held_since && place()} fallback={isEarned() ? m.badges_due() : m.badges_not_held()}>
        {m.badges_held({ day: place()!.longDay(props.standing.held_since!) })}
      </Show>
    </p>
  )
}
