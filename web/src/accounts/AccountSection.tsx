import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useSession, type Me } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { useZones } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { ZoneSelect } from '../ui/ZoneSelect'
import { changeStudent } from './profile.queries'
import { Section } from './Section'

export function AccountSection(props: { me: Me }) {
  const session = useSession()
  const zones = useZones()
  const save = createSubmission(
    (form) => changeStudent({ name: String(form.get('name')), time_zone: String(form.get('time_zone')) }),
    () => {
      void session.refresh()
      toast(m.saved())
    },
  )
  return (
    <Section id="account" title={m.profile_account()}>
      <form class="card stack" onSubmit={(event) => void save.submit(event)}>
        <ProblemNote error={save.error()} />
        <TextField
          label={m.field_name()}
          name="name"
          required
          autocomplete="name"
          value={props.me.name}
          error={save.fieldError('name')}
        />
        <div class="field">
          <span class="field__label">{m.field_email()}</span>
          <p class="row row--wrap row--2">
            <span>{props.me.email}</span>
            <Show when={props.me.email_verified} fallback={<Badge kind="warning">{m.profile_email_open()}</Badge>}>
              <Badge kind="success">{m.profile_email_done()}</Badge>
            </Show>
          </p>
        </div>
        <ZoneSelect
          zones={zones()}
          label={m.profile_zone()}
          hint={m.profile_zone_words()}
          value={props.me.time_zone}
          error={save.fieldError('time_zone')}
        />
        <div>
          <Button kind="primary" type="submit" busy={save.busy()}>
            {m.act_save()}
          </Button>
        </div>
      </form>
    </Section>
  )
}
