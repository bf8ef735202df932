import './sessions.css'
import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { useInfiniteQuery } from '../lib/query'
import { useAccount } from '../lib/session'
import { fromNow, type Place } from '../lib/time'
import { useMyPlace, usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { Count } from '../ui/Badge'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/List'
import { AnswerRequest } from './AnswerRequest'
import { bookingsQuery, type Booking } from './bookings.queries'
import { otherOf } from './other'
import { stateAt } from './words'
import { TimeLine } from './TimeLine'

/** What waits for this mentor's answer, the soonest session first; nothing where nothing waits. */
export function Requests() {
  const requests = useInfiniteQuery(() => bookingsQuery('to_answer'))
  const mine = useMyPlace()
  const now = createNow()
  const groups = createMemo(() =>
    requestsOf(
      (requests.data?.pages ?? []).flatMap((page) => page.items).filter((one) => stateAt(one, now()) === 'pending'),
    ),
  )
  return (
    <>
      <Show when={requests.error && !requests.data}>
        <ErrorState error={requests.error} retry={() => void requests.refetch()} busy={requests.isFetching} />
      </Show>
      <Show when={groups().length > 0 && mine()}>
        {(place) => (
          <section aria-labelledby="requests">
            <div class="section-head">
              <h2 id="requests" class="t-section row row--2">
                {m.request_waiting()}
                <Count value={groups().length} label={m.request_waiting_count({ count: groups().length })} />
              </h2>
            </div>
            <ul class="card card--flush list">
              <For each={groups()}>{(times) => <Request times={times} mine={place()} now={now()} />}</For>
            </ul>
            <Show when={requests.hasNextPage}>
              <Button class="mt-3" busy={requests.isFetchingNextPage} onClick={() => void requests.fetchNextPage()}>
                {m.request_more()}
              </Button>
            </Show>
          </section>
        )}
      </Show>
    </>
  )
}

/** The times of one proposal are one request; it stands where its first time does. */
export function requestsOf(bookings: readonly Booking[]): Booking[][] {
  const groups = new Map<string, Booking[]>()
  for (const booking of bookings) {
    const key = booking.proposal_id ?? booking.id
    groups.set(key, [...(groups.get(key) ?? []), booking])
  }
  return [...groups.values()]
}

function Request(props: { times: Booking[]; mine: Place; now: number }) {
  const me = useAccount()
  const first = () => props.times[0]!
  const other = () => otherOf(first(), me())
  const theirs = usePlace(() => other().time_zone)
  const until = (at: string) =>
    m.request_until({
      day: props.mine.day(at),
      time: props.mine.time(at),
      zone: props.mine.label(at),
      when: fromNow(at, props.now),
    })
  return (
    <li class="list-row asked">
      <Avatar name={other().name} picture={other().picture_url} size="lg" />
      <div class="list-row__main basis-56">
        <p>
          <A
            class="t-strong"
            href={`/sessions/${first().id}`}
            aria-label={m.request_open({ name: isolate(other().name) })}
          >
            <bdi>{other().name}</bdi>
          </A>{' '}
          <span class="t-2">
            {first().offer_title}, {money(first().amount_minor, first().currency)}
          </span>
        </p>
        <Show when={props.times.length === 1}>
          <p>
            <TimeLine span={first()} mine={props.mine} theirs={theirs()} />
          </p>
        </Show>
        <Show when={first().answer_by}>{(at) => <p class="t-sm t-3">{until(at())}</p>}</Show>
      </div>
      <AnswerRequest booking={first()} times={props.times} other={other()} mine={props.mine} theirs={theirs()} />
    </li>
  )
}
