import { Match, Switch } from 'solid-js'
import StarIcon from '~icons/lucide/star'
import { m, regionalLocale } from '../lib/messages'
import { Badge } from './Badge'

const NEW_BELOW = 3

/** The score with its count; without reviews the number of sessions held, and under three of them "new". */
export function Rating(props: { rating: number | null; count: number; sessions: number }) {
  const score = () =>
    new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      props.rating!,
    )
  return (
    <Switch fallback={<Badge kind="accent">{m.rating_new()}</Badge>}>
      <Match when={props.rating !== null}>
        <span class="rating">
          <StarIcon class="i i--sm i--star" aria-hidden="true" />
          <b class="num">{score()}</b>
          <span class="t-3 num" aria-hidden="true">
            ({props.count})
          </span>
          <span class="sr">{m.rating_of({ count: props.count })}</span>
        </span>
      </Match>
      <Match when={props.sessions >= NEW_BELOW}>
        <span class="rating t-3">{m.mentor_sessions({ count: props.sessions })}</span>
      </Match>
    </Switch>
  )
}
