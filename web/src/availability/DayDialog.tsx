import { createMemo, createSignal, createUniqueId, For, Index, Show, untrack } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import type { TimeRange } from '../../../worker/contract/exceptions.constants'
import { dayOfDate, weekdayOfDay } from '../../../worker/contract/zone'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { forgetDate, setDate, type DateHours } from './exceptions.queries'
import { dayOf, faultsAmong, withAnother, type Week } from './hours'
import { Range } from './Ranges'
import { longDate } from './weekdays'

type Choice = 'usual' | 'own' | 'off'

/** The hours of one date: as on its weekday, its own, or none. */
export function DayDialog(props: {
  date: string
  week: Week
  own: DateHours | undefined
  onClose: () => void
  onSaved: (sessions: number) => void
}) {
  const formId = createUniqueId()
  const weekday = () => weekdayOfDay(dayOfDate(props.date))
  const usual = () => dayOf(props.week, weekday()).map(({ start, end }) => ({ start, end }))
  const before = untrack(() => props.own)
  const [choice, setChoice] = createSignal<Choice>(!before ? 'usual' : before.ranges.length > 0 ? 'own' : 'off')
  const [ranges, setRanges] = createSignal<TimeRange[]>(
    untrack(() =>
      before?.ranges.length ? before.ranges : usual().length > 0 ? usual() : [{ start: '09:00', end: '17:00' }],
    ),
  )
  const inOrder = () => ranges().toSorted((a, b) => a.start.localeCompare(b.start))
  const faults = createMemo(() => faultsAmong(inOrder()))
  const isWrong = () => choice() === 'own' && (faults().size > 0 || ranges().length === 0)
  const change = (range: TimeRange, part: Partial<TimeRange>) =>
    setRanges((all) => all.map((one) => (one === range ? { ...one, ...part } : one)))
  const add = () =>
    setRanges((all) => {
      const day = withAnother(
        all.map((range) => ({ ...range, weekday: 1 })),
        1,
      )
      return day.map(({ start, end }) => ({ start, end }))
    })
  const save = createSubmission(
    async (form) => {
      if (choice() === 'usual') return before ? forgetDate(props.date).then(() => 0) : 0
      const note = String(form.get('note')).trim() || null
      const hours = { date: props.date, ranges: choice() === 'off' ? [] : inOrder(), note }
      return (await setDate(hours)).sessions
    },
    (sessions) => props.onSaved(sessions),
  )
  const choices = (): [Choice, string][] => [
    ['usual', usual().length > 0 ? m.day_as_usual({ hours: hoursWords(usual()) }) : m.day_as_usual_off()],
    ['own', m.day_own()],
    ['off', m.day_off()],
  ]
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={longDate(props.date)}
      foot={
        <Button kind="primary" size="lg" block type="submit" form={formId} busy={save.busy()} disabled={isWrong()}>
          {m.act_save()}
        </Button>
      }
    >
      <form id={formId} class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <fieldset class="stack stack--2">
          <legend class="sr">{m.day_choice()}</legend>
          <For each={choices()}>
            {([value, words]) => (
              <label class="check">
                <input
                  type="radio"
                  name="choice"
                  value={value}
                  checked={choice() === value}
                  onChange={() => setChoice(value)}
                />
                <span>{words}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={choice() === 'own'}>
          <div class="stack stack--2">
            <Index each={inOrder()}>
              {(range) => (
                <Range
                  range={range()}
                  day={longDate(props.date)}
                  fault={faults().get(range())}
                  onChange={(part) => change(range(), part)}
                  onRemove={() => setRanges((all) => all.filter((one) => one !== range()))}
                />
              )}
            </Index>
            <div>
              <Button kind="soft" size="sm" onClick={add}>
                <PlusIcon class="i" aria-hidden="true" />
                {m.day_add_hours()}
              </Button>
            </div>
          </div>
        </Show>
        <Show when={choice() !== 'usual'}>
          <TextField
            name="note"
            label={m.exception_note()}
            hint={m.exception_note_words()}
            maxlength="80"
            value={before?.note ?? ''}
            error={save.fieldError('note')}
          />
        </Show>
      </form>
    </Dialog>
  )
}

export const hoursWords = (ranges: readonly TimeRange[]): string =>
  ranges.map(({ start, end }) => `${start}–${end}`).join(', ')
