import '../reviews/reviews.css'
import { A } from '@solidjs/router'
import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { ownMentorQuery } from '../availability/availability.queries'
import { NextRelease } from '../earnings/NextRelease'
import { m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import { useQuery } from '../lib/query'
import { Stars } from '../reviews/Stars'
import { ButtonLink } from '../ui/Button'
import type { Teaching } from './home.queries'

/** What a mentor wants to know at a glance: money, reviews, who looks, and how the page looks to others. */
export const MentorGlance = (props: { teaching: Teaching; mentorId: string }) => (
  <>
    <Earned money={props.teaching.money} next={props.teaching.next_release} />
    <Reviewed reviews={props.teaching.reviews} />
    <Looked views={props.teaching.views} mentorId={props.mentorId} />
  </>
)

const Part = (props: { id: string; title: string; all?: string; children: JSX.Element }) => (
  <section aria-labelledby={props.id}>
    <div class="section-head">
      <h2 id={props.id} class="t-section">
        {props.title}
      </h2>
      <Show when={props.all}>
        {(href) => (
          <A class="link" href={href()}>
            {m.home_all()}
          </A>
        )}
      </Show>
    </div>
    {props.children}
  </section>
)

const Earned = (props: { money: Teaching['money']; next: Teaching['next_release'] }) => (
  <Part id="earned" title={m.earnings_title()} all="/earnings">
    <For each={props.money} fallback={<p class="t-2">{m.home_earned_none()}</p>}>
      {(one) => (
        <dl class="glance num">
          <div>
            <dt>{m.earnings_available()}</dt>
            <dd class="t-strong">{money(one.available_minor, one.currency, { exact: true })}</dd>
          </div>
          <div>
            <dt>{m.earnings_held()}</dt>
            <dd>{money(one.held_minor, one.currency, { exact: true })}</dd>
          </div>
          <Show when={one.on_its_way_minor > 0}>
            <div>
              <dt>{m.earnings_way()}</dt>
              <dd>{money(one.on_its_way_minor, one.currency, { exact: true })}</dd>
            </div>
          </Show>
        </dl>
      )}
    </For>
    <Show when={props.next}>{(release) => <NextRelease release={release()} />}</Show>
  </Part>
)

const decimal = (value: number) => new Intl.NumberFormat(regionalLocale(), { minimumFractionDigits: 1 }).format(value)

function Reviewed(props: { reviews: Teaching['reviews'] }) {
  return (
    <Part id="reviewed" title={m.reviews_title()} all="/reviews">
      <Show when={props.reviews.rating_count > 0} fallback={<p class="t-2">{m.reviews_mine_none()}</p>}>
        <p class="t-sm t-2">
          <Show when={props.reviews.rating} fallback={m.reviews_new()}>
            {(rating) => m.reviews_score({ rating: decimal(rating()) })}
          </Show>
        </p>
        <Show when={props.reviews.unanswered > 0}>
          <p class="t-sm t-2">{m.home_reviews_unanswered({ count: props.reviews.unanswered })}</p>
        </Show>
        <ul class="list">
          <For each={props.reviews.latest}>
            {(review) => (
              <li class="stack stack--1 py-2">
                <p class="row row--2 t-sm">
                  <bdi class="t-strong">{review.author.name}</bdi>
                  <Show when={review.stars}>{(given) => <Stars given={given()} />}</Show>
                </p>
                <Show when={review.text}>
                  <p class="t-sm t-2 glance__words" dir="auto">
                    {review.text}
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Part>
  )
}

function Looked(props: { views: Teaching['views']; mentorId: string }) {
  const own = useQuery(ownMentorQuery)
  const change = () => props.views.week - props.views.week_before
  return (
    <Part id="looked" title={m.home_views()}>
      <div class="stack stack--2">
        <Show when={props.views.week + props.views.week_before > 0} fallback={<p class="t-2">{m.home_views_none()}</p>}>
          <p>{m.home_views_week({ count: props.views.week })}</p>
          <p class="t-sm t-2">
            <Switch fallback={m.home_views_same()}>
              <Match when={change() > 0}>{m.home_views_more({ count: change() })}</Match>
              <Match when={change() < 0}>{m.home_views_fewer({ count: -change() })}</Match>
            </Switch>
          </p>
        </Show>
        <p class="t-xs t-3">{m.home_views_how()}</p>
        <Show when={own.data?.application_state === 'approved'}>
          <ButtonLink href={`/mentors/${props.mentorId}`}>{m.home_own_page()}</ButtonLink>
        </Show>
      </div>
    </Part>
  )
}
