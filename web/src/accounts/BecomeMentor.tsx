import { useNavigate } from '@solidjs/router'
import { m } from '../lib/messages'
import { useSession } from '../lib/session'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { Section } from './Section'

/** Somebody who learns here adds the mentor role to the same account. */
export function BecomeMentor() {
  const session = useSession()
  const navigate = useNavigate()
  const join = createSubmission(
    () => session.becomeMentor(),
    () => navigate('/application'),
  )
  return (
    <Section id="teaching" title={m.become_title()} words={m.become_words()}>
      <form class="card stack" onSubmit={(event) => void join.submit(event)}>
        <ProblemNote error={join.error()} />
        <Checkbox name="terms" required>
          {m.become_terms()}
        </Checkbox>
        <p class="t-sm">
          <a class="link" href="/terms" target="_blank">
            {m.terms_read()}
          </a>
        </p>
        <div>
          <Button kind="soft" type="submit" busy={join.busy()}>
            {m.become_act()}
          </Button>
        </div>
      </form>
    </Section>
  )
}
