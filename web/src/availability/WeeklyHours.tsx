import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Index, Show, untrack } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import XIcon from '~icons/lucide/x'
import { m, regionalLocale } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { BareSelect } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { ZoneSelect } from '../ui/ZoneSelect'
import { availabilityQuery, setAvailability, type Availability } from './availability.queries'
import { dayOf, ENDS, faultsOf, hoursOf, STARTS, WEEKDAYS, withAnother, withMondayAllWeek, type Rule } from './hours'

/** Ranges of a day, by keyboard as by hand; saved as one week. */
export function WeeklyHours(props: { availability: Availability; onSaved?: () => void }) {
  const client = useQueryClient()
  const zones = useZones()
  const [week, setWeek] = createSignal(untrack(() => props.availability.weekly))
  const faults = createMemo(() => faultsOf(week()))
  const change = (rule: Rule, part: Partial<Rule>) =>
    setWeek((now) => now.map((one) => (one === rule ? { ...one, ...part } : one)))

  const save = createSubmission(
    (form) => setAvailability({ time_zone: String(form.get('time_zone')), weekly: week() }),
    (saved) => {
      client.setQueryData(availabilityQuery().queryKey, saved)
      void client.invalidateQueries({ queryKey: ['slots'] })
      toast(m.hours_saved())
      props.onSaved?.()
    },
  )
  const total = () => new Intl.NumberFormat(regionalLocale(), { maximumFractionDigits: 1 }).format(hoursOf(week()))

  return (
    <section aria-labelledby="hours">
      <div class="section-head">
        <h2 id="hours" class="t-big">
          {m.hours_title()}
        </h2>
        <span class="t-2 t-sm num">{m.hours_total({ hours: total() })}</span>
      </div>
      <form class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <ZoneSelect
          zones={zones()}
          label={m.hours_zone()}
          hint={m.hours_zone_words()}
          value={props.availability.time_zone}
        />
        <ul class="card card--flush list">
          <For each={WEEKDAYS}>
            {(weekday) => (
              <DayHours
                weekday={weekday}
                rules={dayOf(week(), weekday)}
                faults={faults()}
                change={change}
                add={() => setWeek((now) => withAnother(now, weekday))}
                remove={(rule) => setWeek((now) => now.filter((one) => one !== rule))}
              />
            )}
          </For>
        </ul>
        <div class="row row--wrap row--2">
          <Button kind="primary" type="submit" busy={save.busy()} disabled={faults().size > 0}>
            {m.hours_save()}
          </Button>
          <Show when={dayOf(week(), 1).length > 0}>
            <Button kind="quiet" onClick={() => setWeek(withMondayAllWeek)}>
              {m.hours_copy_monday()}
            </Button>
          </Show>
        </div>
      </form>
    </section>
  )
}

type DayHoursProps = {
  weekday: number
  rules: Rule[]
  faults: Map<Rule, 'order' | 'overlap'>
  change: (rule: Rule, part: Partial<Rule>) => void
  add: () => void
  remove: (rule: Rule) => void
}

/** 1970-01-05 was a Monday. */
const weekdayName = (weekday: number) =>
  new Intl.DateTimeFormat(regionalLocale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + weekday))

function DayHours(props: DayHoursProps) {
  const name = () => weekdayName(props.weekday)
  return (
    <li class="hours">
      <span class="hours__d">{name()}</span>
      <div class="hours__r">
        <Show when={props.rules.length > 0} fallback={<span class="t-3">{m.hours_off()}</span>}>
          <Index each={props.rules}>{(rule) => <Range rule={rule()} day={name()} {...props} />}</Index>
        </Show>
      </div>
      <Button kind="quiet" icon aria-label={m.hours_add({ day: name() })} onClick={() => props.add()}>
        <PlusIcon class="i" aria-hidden="true" />
      </Button>
    </li>
  )
}

function Range(props: DayHoursProps & { rule: Rule; day: string }) {
  const fault = () => props.faults.get(props.rule)
  const faultId = () => `fault-${props.weekday}-${props.rule.start.replace(':', '')}`
  const wiring = () => ({
    'aria-invalid': fault() ? ('true' as const) : undefined,
    'aria-describedby': fault() && faultId(),
  })
  return (
    <div>
      <div class="range">
        <BareSelect
          label={m.hours_from({ day: props.day })}
          value={props.rule.start}
          onChange={(event) => props.change(props.rule, { start: event.currentTarget.value })}
          {...wiring()}
        >
          <Times chosen={props.rule.start} all={STARTS} />
        </BareSelect>
        <span class="t-3">{m.hours_to()}</span>
        <BareSelect
          label={m.hours_until({ day: props.day })}
          value={props.rule.end}
          onChange={(event) => props.change(props.rule, { end: event.currentTarget.value })}
          {...wiring()}
        >
          <Times chosen={props.rule.end} all={ENDS} />
        </BareSelect>
        <Button
          kind="quiet"
          icon
          size="sm"
          aria-label={m.hours_remove({ day: props.day, start: props.rule.start, end: props.rule.end })}
          onClick={() => props.remove(props.rule)}
        >
          <XIcon class="i" aria-hidden="true" />
        </Button>
      </div>
      <Show when={fault()}>
        {(kind) => (
          <p class="field__error mt-1" id={faultId()}>
            {kind() === 'order' ? m.hours_fault_order() : m.hours_fault_overlap()}
          </p>
        )}
      </Show>
    </div>
  )
}

/** A time that another program set stays on offer, also where it is not a quarter of an hour. */
function Times(props: { chosen: string; all: string[] }) {
  const all = () => (props.all.includes(props.chosen) ? props.all : [...props.all, props.chosen].sort())
  return (
    <For each={all()}>
      {(time) => (
        <option value={time} selected={time === props.chosen}>
          {time}
        </option>
      )}
    </For>
  )
}
