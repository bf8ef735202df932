import { Show, type JSX } from 'solid-js'
import { regionalLocale, isolate, m } from '../lib/messages'
import { Avatar } from '../ui/Avatar'
import { Note } from '../ui/Note'
import type { ReceivedReview, Review } from './reviews.queries'
import { Stars } from './Stars'

/** "March 2026": the day would say too much about who came when. */
const monthOf = (instant: string): string =>
  new Intl.DateTimeFormat(regionalLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(instant),
  )

/** One published review, what was answered to it, and what one may do with it. */
export function ReviewCard(props: { review: Review | ReceivedReview; replyTitle: string; children?: JSX.Element }) {
  return (
    <li class="review">
      <div class="row row--3">
        <Avatar name={props.review.author.name} picture={props.review.author.picture_url} />
        <div class="min-w-0 grow">
          <p class="t-strong">
            <bdi>{props.review.author.name}</bdi>
          </p>
          <p class="t-sm t-2">
            {monthOf(props.review.held_at)}, {isolate(props.review.offer_title)}
          </p>
        </div>
        <Show when={props.review.stars}>{(given) => <Stars given={given()} />}</Show>
      </div>
      <Show when={props.review.is_removed}>
        <Note kind="info">{m.reviews_removed()}</Note>
      </Show>
      <Show when={props.review.text}>
        <p class="prose" dir="auto">
          {props.review.text}
        </p>
      </Show>
      <Show when={props.review.reply}>{(reply) => <ReplyText title={props.replyTitle} text={reply().text} />}</Show>
      {props.children}
    </li>
  )
}

export function ReplyText(props: { title: string; text: string | null }) {
  return (
    <div class="review__reply stack stack--1">
      <p class="t-sm t-strong">{props.title}</p>
      <p class="prose t-2" dir="auto">
        {props.text ?? m.reviews_reply_removed()}
      </p>
    </div>
  )
}
