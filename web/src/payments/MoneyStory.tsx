import './payments.css'
import { For, Show } from 'solid-js'
import DownloadIcon from '~icons/lucide/download'
import { m } from '../lib/messages'
import { money } from '../lib/money'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { Loaded, SkeletonRows } from '../ui/List'
import { eventWords, referenceOf } from './money-words'
import { storyQuery, type MoneyEvent, type Story } from './payments.queries'

/** What happened to the money of a booking, from the first request to the last invoice, in words. */
export function MoneyStory(props: { bookingId: string; place: Place }) {
  const story = useQuery(() => storyQuery(props.bookingId))
  return (
    <section class="card stack stack--4" aria-labelledby="money-story">
      <div class="row row--2 row--wrap">
        <h2 id="money-story" class="t-section grow">
          {m.story_title()}
        </h2>
        <Show when={story.data?.refunded_minor}>
          <span class="t-sm t-2 num">{sumOf(story.data!)}</span>
        </Show>
      </div>
      <Loaded query={story} loading={<SkeletonRows count={2} />}>
        {(found) => (
          <ol class="story">
            <For each={found().events}>{(event) => <Step event={event} place={props.place} />}</For>
          </ol>
        )}
      </Loaded>
    </section>
  )
}

const sumOf = ({ paid_minor, refunded_minor, currency }: Story): string =>
  m.story_sum({ paid: money(paid_minor, currency), back: money(refunded_minor, currency) })

function Step(props: { event: MoneyEvent; place: Place }) {
  const invoice = () => (props.event.kind === 'invoiced' ? props.event : undefined)
  return (
    <li class="story__step" data-kind={props.event.kind}>
      <p>{eventWords(props.event)}</p>
      <p class="t-sm t-3 row row--2 row--wrap">
        <time datetime={props.event.at}>
          {props.place.day(props.event.at)}, {props.place.time(props.event.at)} {props.place.label(props.event.at)}
        </time>
        <Show when={referenceOf(props.event)}>
          {(reference) => <span class="story__ref">{m.story_reference({ reference: reference() })}</span>}
        </Show>
        <Show when={invoice()}>
          {(one) => (
            <a
              class="link story__paper"
              href={one().pdf_url}
              download=""
              aria-label={m.invoices_download({ number: one().number })}
            >
              <DownloadIcon class="i i--sm" aria-hidden="true" />
              {m.invoices_download_short()}
            </a>
          )}
        </Show>
      </p>
    </li>
  )
}
