import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useMyPlace, useZones } from '../lib/zones'
import { TextField } from '../ui/Field'
import { TimeWithZone } from '../ui/Time'
import { ZoneSelect } from '../ui/ZoneSelect'
import { endAfter, type Draft } from './draft'
import type { FieldsProps } from './EventForm'

type WallField = 'start_date' | 'start_time' | 'end_date' | 'end_time'

/** Start and end on the clock of a zone, and when that is on mine where it is another. */
export function TimesFields(props: FieldsProps) {
  const zones = useZones()
  const mine = useMyPlace()
  const draft = () => props.of.draft
  const wall = (field: WallField) => ({
    required: true,
    value: draft()[field],
    onInput(typed: { currentTarget: HTMLInputElement }) {
      const change: Partial<Draft> = { [field]: typed.currentTarget.value }
      props.of.write(change)
    },
    onChange() {
      const end = endAfter(draft())
      if (Object.keys(end).length > 0) props.of.write(end)
    },
  })
  const isElsewhere = () => mine() && mine()!.zone !== draft().time_zone
  return (
    <>
      <div class="ev-pair">
        <TextField
          type="date"
          label={m.events_start_date()}
          {...wall('start_date')}
          error={props.form.fault('start_time')}
        />
        <TextField type="time" label={m.events_start_time()} {...wall('start_time')} />
      </div>
      <div class="ev-pair">
        <TextField type="date" label={m.events_end_date()} {...wall('end_date')} error={props.form.fault('end_time')} />
        <TextField type="time" label={m.events_end_time()} {...wall('end_time')} />
      </div>
      <ZoneSelect
        zones={zones()}
        label={m.events_zone()}
        hint={m.events_zone_hint()}
        value={draft().time_zone}
        onChoose={(time_zone) => props.of.write({ time_zone })}
        error={props.form.fault('time_zone')}
      />
      <Show when={isElsewhere() && typeof props.form.start() === 'number' && mine()}>
        {(place) => (
          <p class="t-sm t-2" role="status">
            {m.events_for_you()}{' '}
            <TimeWithZone at={new Date(props.form.start() as number).toISOString()} place={place()} />
          </p>
        )}
      </Show>
    </>
  )
}
