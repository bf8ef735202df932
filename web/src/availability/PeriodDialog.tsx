import { createUniqueId, Show } from 'solid-js'
import { browserZone } from '../lib/time'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { ZoneSelect } from '../ui/ZoneSelect'
import { addAway, addZonePeriod } from './exceptions.queries'

/** Days off, or days in another zone, from one date to another. */
export function PeriodDialog(props: {
  kind: 'away' | 'zone'
  today: string
  onClose: () => void
  onSaved: (sessions: number) => void
}) {
  const formId = createUniqueId()
  const zones = useZones()
  const isAway = () => props.kind === 'away'
  const save = createSubmission(
    async (form): Promise<number> => {
      const text = (name: string) => String(form.get(name) ?? '')
      const dates = { from_date: text('from_date'), to_date: text('to_date') }
      if (isAway()) return (await addAway({ ...dates, note: text('note').trim() || null })).sessions
      await addZonePeriod({ ...dates, time_zone: text('time_zone') })
      return 0
    },
    (sessions) => props.onSaved(sessions),
  )
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={isAway() ? m.away_title() : m.zone_title()}
      description={isAway() ? m.away_words() : m.zone_words()}
      foot={
        <Button kind="primary" size="lg" block type="submit" form={formId} busy={save.busy()}>
          {isAway() ? m.away_act() : m.zone_act()}
        </Button>
      }
    >
      <form id={formId} class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <div class="grid grid-cols-2 gap-3">
          <TextField
            name="from_date"
            label={m.period_from()}
            type="date"
            required
            min={props.today}
            error={save.fieldError('from_date')}
          />
          <TextField
            name="to_date"
            label={m.period_to()}
            type="date"
            required
            min={props.today}
            error={save.fieldError('to_date')}
          />
        </div>
        <Show
          when={isAway()}
          fallback={
            <ZoneSelect
              zones={zones()}
              label={m.zone_where()}
              value={browserZone()}
              error={save.fieldError('time_zone')}
            />
          }
        >
          <TextField
            name="note"
            label={m.exception_note()}
            hint={m.exception_note_words()}
            maxlength="80"
            error={save.fieldError('note')}
          />
        </Show>
      </form>
    </Dialog>
  )
}
