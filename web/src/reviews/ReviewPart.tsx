import './reviews.css'
import { Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { Badge } from '../ui/Badge'
import { Note } from '../ui/Note'
import { ReplyForm } from './ReplyForm'
import { ReplyText } from './ReviewCard'
import { ReviewForm } from './ReviewForm'
import { sessionReviewsQuery, type SessionReviews, type Written } from './reviews.queries'
import { Stars } from './Stars'

/**
 * The reviews of one session on its page: writing mine, and reading both once they are published. Nothing where there is
 * neither. `other` is the name of the other person.
 */
export function ReviewPart(props: { bookingId: string; other: string; mine: Place }) {
  const reviews = useQuery(() => sessionReviewsQuery(props.bookingId))
  return (
    <Show when={reviews.data}>
      {(data) => (
        <>
          <Show when={data().theirs_is_written && !data().theirs && data().write_until}>
            <Note kind="info">{m.reviews_they_wrote({ name: isolate(props.other) })}</Note>
          </Show>
          <Show when={data().write_until}>
            {(until) => (
              <ReviewForm
                bookingId={props.bookingId}
                side={data().side}
                other={props.other}
                shownAs={data().shown_as}
                until={props.mine.longDay(until())}
              />
            )}
          </Show>
          <Show when={data().mine}>{(review) => <Mine {...props} reviews={data()} review={review()} />}</Show>
          <Show when={data().theirs}>{(review) => <Theirs {...props} reviews={data()} review={review()} />}</Show>
        </>
      )}
    </Show>
  )
}

type Shown = { other: string; mine: Place; reviews: SessionReviews; review: Written }

function Mine(props: Shown) {
  const isStudent = () => props.reviews.side === 'student'
  return (
    <section class="card stack stack--3" aria-labelledby="my-review">
      <div class="row row--2 row--wrap">
        <h2 id="my-review" class="t-section grow">
          {isStudent() ? m.reviews_yours() : m.reviews_your_feedback_title()}
        </h2>
        <Switch>
          <Match when={props.review.is_removed}>
            <Badge kind="warning">{m.reviews_taken()}</Badge>
          </Match>
          <Match when={props.review.is_visible}>
            <Badge kind="success">{m.reviews_visible()}</Badge>
          </Match>
        </Switch>
      </div>
      <Words review={props.review} />
      <Switch>
        <Match when={props.review.is_removed}>
          <p class="t-sm t-2">
            {props.review.removal_reason
              ? m.reviews_taken_why({ reason: props.review.removal_reason })
              : m.reviews_taken_verdict()}
          </p>
        </Match>
        <Match when={!props.review.is_visible}>
          <p class="t-sm t-2">
            {m.reviews_waits({ name: isolate(props.other), day: props.mine.longDay(props.review.visible_from) })}
          </p>
        </Match>
      </Switch>
      <Show when={props.review.reply}>
        {(reply) => <ReplyText title={m.reviews_reply_of({ name: isolate(props.other) })} text={reply().text} />}
      </Show>
    </section>
  )
}

function Theirs(props: Shown) {
  return (
    <section class="card stack stack--3" aria-labelledby="their-review">
      <h2 id="their-review" class="t-section">
        {m.reviews_from({ name: isolate(props.other) })}
      </h2>
      <Words review={props.review} />
      <Show when={props.review.reply}>
        {(reply) => <ReplyText title={m.reviews_reply_mine()} text={reply().text} />}
      </Show>
      <Show when={props.reviews.may_reply}>
        <ReplyForm reviewId={props.review.id} name={props.other} />
      </Show>
    </section>
  )
}

const Words = (props: { review: Written }) => (
  <>
    <Show when={props.review.stars}>{(given) => <Stars given={given()} />}</Show>
    <Show when={props.review.text}>
      <p class="prose" dir="auto">
        {props.review.text}
      </p>
    </Show>
  </>
)
