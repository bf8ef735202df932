import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import { createMedia } from '../lib/media'
import { m, regionalLocale } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { ZoneSelect } from '../ui/ZoneSelect'
import { availabilityQuery, setAvailability, type Availability } from './availability.queries'
import { CopyDay } from './CopyDay'
import { DayHours } from './DayHours'
import { slotsChanged } from './exceptions.queries'
import { dayOf, faultsOf, hoursOf, WEEKDAYS, withAnother, withDayOn, type Rule } from './hours'
import { WeekGrid } from './WeekGrid'

type View = 'grid' | 'list'

/** The week, drawn on a sheet where there is room for one, or as a list of exact times; saved as a whole. */
export function WeeklyHours(props: { availability: Availability; onSaved?: () => void; sheet?: boolean }) {
  const client = useQueryClient()
  const zones = useZones()
  const isWide = createMedia('(min-width: 48rem)')
  const [week, setWeek] = createSignal(untrack(() => props.availability.weekly))
  const [chosen, setChosen] = createSignal<View>('grid')
  const [copying, setCopying] = createSignal<number>()
  const view = (): View => (props.sheet && isWide() ? chosen() : 'list')
  const faults = createMemo(() => faultsOf(week()))
  const change = (rule: Rule, part: Partial<Rule>) =>
    setWeek((now) => now.map((one) => (one === rule ? { ...one, ...part } : one)))

  const save = createSubmission(
    (form) => setAvailability({ time_zone: String(form.get('time_zone')), weekly: week() }),
    (saved) => {
      client.setQueryData(availabilityQuery().queryKey, saved)
      setWeek(saved.weekly)
      slotsChanged(client)
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
        <Show when={props.sheet && isWide()}>
          <div class="segment self-start" role="group" aria-label={m.hours_view()}>
            <For each={[['grid', m.hours_as_grid()] as const, ['list', m.hours_as_list()] as const]}>
              {([name, words]) => (
                <button type="button" aria-pressed={view() === name} onClick={() => setChosen(name)}>
                  {words}
                </button>
              )}
            </For>
          </div>
        </Show>
        <Show
          when={view() === 'list'}
          fallback={
            <WeekGrid week={week()} onChange={(changed) => setWeek(changed)} onCopy={(day) => setCopying(day)} />
          }
        >
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
                  copy={() => setCopying(weekday)}
                />
              )}
            </For>
          </ul>
        </Show>
        <div class="row row--wrap row--2">
          <Button kind="primary" type="submit" busy={save.busy()} disabled={faults().size > 0}>
            {m.hours_save()}
          </Button>
          <Show when={week() !== props.availability.weekly}>
            <span class="t-sm t-2" role="status">
              {m.hours_unsaved()}
            </span>
          </Show>
        </div>
      </form>
      <Show when={copying()}>
        {(weekday) => (
          <CopyDay
            weekday={weekday()}
            onClose={() => setCopying(undefined)}
            onCopy={(targets) => {
              setWeek((now) => withDayOn(now, weekday(), targets))
              setCopying(undefined)
            }}
          />
        )}
      </Show>
    </section>
  )
}
