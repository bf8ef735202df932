import { Show } from 'solid-js'
import StarIcon from '~icons/lucide/star'
import { m, regionalLocale } from '../lib/messages'
import { Badge } from './Badge'

/** The score with its count; a mentor without reviews is new. */
export function Rating(props: { rating: number | null; count: number }) {
  const score = () =>
    new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      props.rating!,
    )
  return (
    <Show when={props.rating !== null} fallback={<Badge kind="accent">{m.rating_new()}</Badge>}>
      <span class="rating">
        <StarIcon class="i i--sm i--star" aria-hidden="true" />
        <b class="num">{score()}</b>
        <span class="t-3 num" aria-hidden="true">
          ({props.count})
        </span>
        <span class="sr">{m.rating_of({ count: props.count })}</span>
      </span>
    </Show>
  )
}
