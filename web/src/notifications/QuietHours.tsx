import './choices.css'
import { Show } from 'solid-js'
import { usePreferences, useSaving, type Preferences } from '../accounts/preferences.queries'
import { SwitchRow } from '../accounts/SwitchRow'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'

const NIGHT = { from: '22:00', until: '07:00' }

/** When nothing that can wait interrupts, on the person's own clock. Off until somebody wants them. */
export function QuietHours(props: { hours: Preferences['quiet_hours'] }) {
  const preferences = usePreferences()
  return (
    <div class="card card--flush">
      <ul class="list">
        <SwitchRow
          label={m.quiet_title()}
          words={m.quiet_words()}
          checked={props.hours !== null}
          onChange={(on) => void preferences.change({ quiet_hours: on ? NIGHT : null })}
        />
      </ul>
      <ProblemNote error={preferences.error()} />
      <Show when={props.hours}>{(hours) => <Hours hours={hours()} />}</Show>
    </div>
  )
}

function Hours(props: { hours: { from: string; until: string } }) {
  const place = useMyPlace()
  const now = createNow()
  const saving = useSaving()
  const hour = (form: FormData, name: string) => String(form.get(name)).slice(0, 5)
  const save = createSubmission(
    (form) => saving({ quiet_hours: { from: hour(form, 'from'), until: hour(form, 'until') } }),
    () => toast(m.saved()),
  )
  const wrong = () => save.fieldError('quiet_hours')
  return (
    <form class="quiet" onSubmit={(event) => void save.submit(event)}>
      <ProblemNote error={wrong() ? undefined : save.error()} />
      <div class="quiet__hours">
        <TextField type="time" name="from" required label={m.quiet_from()} value={props.hours.from} error={wrong()} />
        <TextField type="time" name="until" required label={m.quiet_until()} value={props.hours.until} />
      </div>
      <Show when={place()}>
        {(here) => (
          <p class="field__hint">
            {m.quiet_zone({ city: here().city, time: here().time(now()), zone: here().label(now()) })}
          </p>
        )}
      </Show>
      <div>
        <Button type="submit" busy={save.busy()}>
          {m.act_save()}
        </Button>
      </div>
    </form>
  )
}
