import { createSignal, Show } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { useAccount, useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { browserZone } from '../lib/time'
import { usePlace, useZones } from '../lib/zones'
import { Button } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { ZoneSelect } from '../ui/ZoneSelect'
import { changeStudent } from './profile.queries'

/** The zone of every time one sees: what the device says is offered, never taken without a word. */
export function ZoneForm() {
  const me = useAccount()
  const session = useSession()
  const zones = useZones()
  const [refused, setRefused] = createSignal(false)
  const here = browserZone()
  const place = usePlace(() => here)
  const now = createNow()
  const take = async (time_zone: string) => {
    await changeStudent({ time_zone })
    await session.refresh()
    toast(m.saved())
  }
  const save = createSubmission((form) => take(String(form.get('time_zone'))))
  const useThis = createSubmission(() => take(here))
  const differs = () => here !== me().time_zone && !refused()
  return (
    <div class="card stack">
      <Show when={differs() && place()}>
        {(there) => (
          <form onSubmit={(event) => void useThis.submit(event)}>
            <Note kind="info">
              <p>{m.zone_detected({ city: there().city, time: there().time(now()), zone: there().label(now()) })}</p>
              <p class="row row--wrap row--2 mt-3">
                <Button kind="primary" type="submit" busy={useThis.busy()}>
                  {m.zone_use({ city: there().city })}
                </Button>
                <Button kind="quiet" onClick={() => setRefused(true)}>
                  {m.zone_keep()}
                </Button>
              </p>
            </Note>
          </form>
        )}
      </Show>
      <form class="stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.fieldError('time_zone') ? useThis.error() : (save.error() ?? useThis.error())} />
        <ZoneSelect
          zones={zones()}
          label={m.profile_zone()}
          hint={m.profile_zone_words()}
          value={me().time_zone}
          error={save.fieldError('time_zone')}
        />
        <div>
          <Button type="submit" busy={save.busy()}>
            {m.act_save()}
          </Button>
        </div>
      </form>
    </div>
  )
}
