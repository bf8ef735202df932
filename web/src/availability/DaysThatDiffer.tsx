import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show, type JSX } from 'solid-js'
import PlaneIcon from '~icons/lucide/plane'
import PlusIcon from '~icons/lucide/plus'
import XIcon from '~icons/lucide/x'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { cityOf } from '../lib/time'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast, undoable } from '../ui/Toast'
import { DayDialog, hoursWords } from './DayDialog'
import * as queries from './exceptions.queries'
import type { Week } from './hours'
import { MonthDays } from './MonthDays'
import { PeriodDialog } from './PeriodDialog'
import { datesWords } from './weekdays'

type Open = { date: string } | { period: 'away' | 'zone' }
interface Row {
  key: string
  from: string
  dates: string
  words: string
  remove: () => Promise<unknown>
  restore: () => Promise<unknown>
}

/** Days off, days with hours of their own, and days on the clock of another zone. */
export function DaysThatDiffer(props: { week: Week; today: string }) {
  const client = useQueryClient()
  const exceptions = useQuery(queries.exceptionsQuery)
  const [open, setOpen] = createSignal<Open>()
  const [error, setError] = createSignal<unknown>()
  const changed = () => queries.exceptionsChanged(client)
  const saved = (sessions: number) => {
    setOpen(undefined)
    changed()
    toast(sessions > 0 ? m.exception_sessions({ count: sessions }) : m.saved())
  }
  async function remove(row: Row): Promise<void> {
    setError(undefined)
    try {
      await row.remove()
      undoable(m.exception_removed({ dates: row.dates }), () => void row.restore().then(changed, setError))
    } catch (failure) {
      setError(failure)
    }
    changed()
  }
  const date = () => {
    const now = open()
    return now && 'date' in now ? now.date : undefined
  }
  const period = () => {
    const now = open()
    return now && 'period' in now ? now.period : undefined
  }
  return (
    <section aria-labelledby="differ">
      <div class="section-head">
        <h2 id="differ" class="t-big">
          {m.differ_title()}
        </h2>
      </div>
      <p class="t-2 mb-4">{m.differ_words()}</p>
      <Loaded query={exceptions} loading={<SkeletonRows count={3} />}>
        {(all) => (
          <div class="differ">
            <MonthDays
              today={props.today}
              week={props.week}
              exceptions={all()}
              onChoose={(chosen) => setOpen({ date: chosen })}
            />
            <div class="stack">
              <div class="row row--wrap row--2">
                <Act onClick={() => setOpen({ period: 'away' })} icon={<PlusIcon class="i" aria-hidden="true" />}>
                  {m.away_title()}
                </Act>
                <Act onClick={() => setOpen({ period: 'zone' })} icon={<PlaneIcon class="i" aria-hidden="true" />}>
                  {m.zone_title()}
                </Act>
              </div>
              <ProblemNote error={error()} />
              <Show when={rowsOf(all()).length > 0} fallback={<p class="t-2">{m.differ_none()}</p>}>
                <ul class="list">
                  <For each={rowsOf(all())}>
                    {(row) => (
                      <li class="list-row list-row--bare list-row--flat">
                        <span class="list-row__main">
                          <span class="t-strong block">{row.dates}</span>
                          <span class="t-sm t-2">{row.words}</span>
                        </span>
                        <Button
                          kind="quiet"
                          icon
                          aria-label={m.exception_remove({ dates: row.dates })}
                          onClick={() => void remove(row)}
                        >
                          <XIcon class="i" aria-hidden="true" />
                        </Button>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </div>
            <Show when={date()} keyed>
              {(chosen) => (
                <DayDialog
                  date={chosen}
                  week={props.week}
                  own={all().dates.find((one) => one.date === chosen)}
                  onClose={() => setOpen(undefined)}
                  onSaved={saved}
                />
              )}
            </Show>
          </div>
        )}
      </Loaded>
      <Show when={period()} keyed>
        {(kind) => <PeriodDialog kind={kind} today={props.today} onClose={() => setOpen(undefined)} onSaved={saved} />}
      </Show>
    </section>
  )
}

function Act(props: { onClick: () => void; icon: JSX.Element; children: JSX.Element }) {
  return (
    <Button kind="soft" size="sm" onClick={() => props.onClick()}>
      {props.icon}
      {props.children}
    </Button>
  )
}

/** All of it in one list, by date; each can be taken back as it was. */
export function rowsOf({ dates, away, zones }: queries.Exceptions): Row[] {
  const noted = (words: string, note: string | null) => (note ? m.exception_noted({ words, note }) : words)
  return [
    ...dates.map((one) => ({
      key: one.date,
      from: one.date,
      dates: datesWords(one.date, one.date),
      words: noted(one.ranges.length > 0 ? hoursWords(one.ranges) : m.day_off(), one.note),
      remove: () => queries.forgetDate(one.date),
      restore: () => queries.setDate(one),
    })),
    ...away.map(({ id, ...period }) => ({
      key: id,
      from: period.from_date,
      dates: datesWords(period.from_date, period.to_date),
      words: noted(m.day_away(), period.note),
      remove: () => queries.removeAway(id),
      restore: () => queries.addAway(period),
    })),
    ...zones.map(({ id, ...period }) => ({
      key: id,
      from: period.from_date,
      dates: datesWords(period.from_date, period.to_date),
      words: m.zone_row({ city: cityOf(period.time_zone) }),
      remove: () => queries.removeZonePeriod(id),
      restore: () => queries.addZonePeriod(period),
    })),
  ].toSorted((a, b) => a.from.localeCompare(b.from))
}
