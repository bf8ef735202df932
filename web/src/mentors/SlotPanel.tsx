import { For, Show } from 'solid-js'
import ChevronLeftIcon from '~icons/lucide/chevron-left'
import ChevronRightIcon from '~icons/lucide/chevron-right'
import GlobeIcon from '~icons/lucide/globe'
import { isolate, m, regionalLocale } from '../lib/messages'
import { money } from '../lib/money'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/List'
import { Closed, Offers, Seats } from './OfferChoice'
import { Otherwise } from './Otherwise'
import type { Mentor } from './mentors.calls'
import type { Day, SlotChoice } from './slot-choice'
import type { TimeChoice } from './time-choice'

export type Parts = { mentor: Mentor; choice: SlotChoice; mine: Place; theirs: Place }

/** Offer → week strip → free times in my zone with the mentor's beneath. */
export function SlotPanel(props: Parts) {
  const isLoaded = () => props.choice.slots.data !== undefined && !props.choice.slots.isPlaceholderData
  return (
    <>
      <Show when={!props.choice.isClosed()} fallback={<Closed {...props} />}>
        <Offers {...props} />
        <Seats {...props} />
        <FreeTimePicker
          name={props.mentor.name}
          choice={props.choice}
          mine={props.mine}
          theirs={props.theirs}
          currency={props.choice.offer()?.currency}
        />
      </Show>
      <Otherwise {...props} isEmpty={props.choice.isClosed() || (isLoaded() && !props.choice.day())} />
    </>
  )
}

type TimeParts = {
  name: string
  choice: TimeChoice
  mine: Place
  theirs: Place
  /** Of what a seat costs, where the times are those of a group. */
  currency?: string | undefined
}

/** The week strip and the free times of the chosen day, in my zone with the other's beneath. */
export function FreeTimePicker(props: TimeParts) {
  return (
    <>
      <Week {...props} />
      <Show
        when={!props.choice.slots.error || props.choice.slots.data}
        fallback={
          <ErrorState
            error={props.choice.slots.error}
            retry={() => void props.choice.slots.refetch()}
            busy={props.choice.slots.isFetching}
          />
        }
      >
        <Show when={props.choice.slots.data} fallback={<SlotsSkeleton />}>
          <Show when={props.choice.day()} fallback={<NothingFree choice={props.choice} />}>
            {(day) => <FreeTimes {...props} day={day()} />}
          </Show>
        </Show>
      </Show>
    </>
  )
}

function Week(props: TimeParts) {
  const months = () => {
    const days = props.choice.days()
    return new Intl.DateTimeFormat(regionalLocale(), { month: 'long', timeZone: 'UTC' }).formatRange(
      Date.parse(days[0]!.date),
      Date.parse(days.at(-1)!.date),
    )
  }
  return (
    <div>
      <div class="row wk">
        <h3 class="legend grow">{months()}</h3>
        <Button
          kind="quiet"
          size="sm"
          icon
          aria-label={m.mentor_week_before()}
          disabled={props.choice.week() === 0}
          onClick={() => props.choice.turnTo(props.choice.week() - 1)}
        >
          <ChevronLeftIcon class="i i--flip" aria-hidden="true" />
        </Button>
        <Button
          kind="quiet"
          size="sm"
          icon
          aria-label={m.mentor_week_after()}
          disabled={props.choice.isLastWeek()}
          onClick={() => props.choice.turnTo(props.choice.week() + 1)}
        >
          <ChevronRightIcon class="i i--flip" aria-hidden="true" />
        </Button>
      </div>
      <div
        class="week-strip"
        role="group"
        aria-label={m.mentor_days()}
        aria-busy={props.choice.slots.isPlaceholderData}
      >
        <For each={props.choice.days()}>{(day) => <DayButton {...props} day={day} />}</For>
      </div>
    </div>
  )
}

function DayButton(props: TimeParts & { day: Day }) {
  const count = () => props.day.slots.length
  return (
    <button
      type="button"
      class="day"
      disabled={count() === 0}
      aria-pressed={props.choice.day()?.date === props.day.date}
      onClick={() => props.choice.chooseDay(props.day.date)}
    >
      <span>{props.mine.weekday(props.day.noon)}</span> <b>{Number(props.day.date.slice(8))}</b>{' '}
      <span class="day__n">
        <Show when={count() > 0} fallback={<span aria-hidden="true">·</span>}>
          {m.mentor_free({ count: count() })}
        </Show>
        <Show when={count() === 0}>
          <span class="sr">{m.mentor_nothing_free_day()}</span>
        </Show>
      </span>
    </button>
  )
}

function FreeTimes(props: TimeParts & { day: Day }) {
  const sameClock = () => props.mine.time(props.day.noon) === props.theirs.time(props.day.noon)
  /** Where clocks go back, one wall time comes twice: then each says its zone. */
  const isTwice = (time: string) =>
    props.day.slots.filter((slot) => props.mine.time(slot.start_time) === time).length > 1
  return (
    <div class="stack stack--3">
      <p class="t-strong">{props.mine.longDay(props.day.noon)}</p>
      <div
        class="slots"
        classList={{ 'slots--group': props.day.slots.some((slot) => slot.seats_left !== undefined) }}
        role="group"
        aria-label={m.mentor_free_times({ day: props.mine.longDay(props.day.noon) })}
      >
        <For each={props.day.slots}>
          {(slot) => {
            const time = () => props.mine.time(slot.start_time)
            return (
              <button
                type="button"
                class="slot"
                aria-pressed={props.choice.start() === slot.start_time}
                onClick={() => props.choice.chooseStart(slot.start_time)}
              >
                {isTwice(time()) ? `${time()} ${props.mine.label(slot.start_time)}` : time()}
                <Show when={!sameClock()}>
                  <small>
                    {m.mentor_their_time({ time: props.theirs.time(slot.start_time), city: props.theirs.city })}
                  </small>
                </Show>
                <Show when={slot.seats_left !== undefined && props.currency}>
                  {(currency) => (
                    <small>
                      {m.slot_seats({ count: slot.seats_left!, amount: money(slot.amount_minor ?? 0, currency()) })}
                    </small>
                  )}
                </Show>
              </button>
            )
          }}
        </For>
      </div>
      <p class="t-xs t-3 zone">
        <GlobeIcon class="i i--sm" aria-hidden="true" />
        <span>
          {sameClock()
            ? m.mentor_zone_same({ zone: props.mine.label(props.day.noon), city: props.mine.city })
            : m.mentor_zone_two({
                zone: props.mine.label(props.day.noon),
                city: props.mine.city,
                name: isolate(props.name),
                their_zone: props.theirs.label(props.day.noon),
                their_city: props.theirs.city,
              })}
        </span>
      </p>
    </div>
  )
}

function NothingFree(props: { choice: TimeChoice }) {
  return (
    <div class="stack stack--3 items-start">
      <p class="t-2">{m.mentor_nothing_free_week()}</p>
      <Show when={!props.choice.isLastWeek()}>
        <Button onClick={() => props.choice.turnTo(props.choice.week() + 1)}>{m.mentor_look_week_after()}</Button>
      </Show>
    </div>
  )
}

const SlotsSkeleton = () => (
  <div class="slots slots--wait" role="status" aria-label={m.loading()}>
    <For each={[1, 2, 3, 4, 5, 6]}>{() => <span class="sk" />}</For>
  </div>
)
