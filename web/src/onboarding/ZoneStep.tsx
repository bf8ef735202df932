import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { browserZone, cityOf } from '../lib/time'
import { useZones } from '../lib/zones'
import { ZoneSelect } from '../ui/ZoneSelect'
import { StepForm } from './StepForm'
import { addressOf, type WelcomeFlow } from './welcome-flow'

/** What the browser says is proposed, never taken without a word. */
export function ZoneStep(props: { flow: WelcomeFlow }) {
  const zones = useZones()
  const zone = () => props.flow.typed().time_zone ?? browserZone()
  const before = () => props.flow.wish().time_zone
  const save = createSubmission(
    () => props.flow.save('zone', { time_zone: zone() }),
    () => props.flow.goOnFrom('zone'),
  )
  return (
    <StepForm
      save={save}
      fields={['time_zone']}
      next={addressOf('budget')}
      onChange={(form) => props.flow.type({ time_zone: String(form.get('time_zone')) })}
    >
      <ZoneSelect
        zones={zones()}
        label={m.profile_zone()}
        hint={before() === browserZone() ? undefined : m.welcome_zone_so_far({ city: cityOf(before()) })}
        value={zone()}
        error={save.fieldError('time_zone')}
      />
    </StepForm>
  )
}
