import { useSearchParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { Match, Show, Switch, untrack } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { createTitle } from '../lib/title'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { Checkbox, TextField } from '../ui/Field'
import { Scope } from '../ui/Illustration'
import { Empty, ErrorState, SkeletonRows } from '../ui/List'
import { Note, ProblemNote } from '../ui/Note'
import { consentQuery, decideConsent, type ConsentPage } from './guardians.queries'

/** Opened from the mail by a parent or guardian, who needs no account. */
export default function GuardianPage() {
  createTitle(m.guardian_title)
  const [query] = useSearchParams()
  const token = untrack(() => (typeof query.token === 'string' ? query.token : ''))
  const consent = useQuery(() => ({ ...consentQuery(token), enabled: token !== '' }))
  const isGone = () => token === '' || (consent.error instanceof Problem && !consent.data && consent.error.status < 500)
  return (
    <>
      <h1 class="display text-3xl">{m.guardian_title()}</h1>
      <Switch fallback={<SkeletonRows count={1} />}>
        <Match when={isGone()}>
          <Empty art={<Scope />} title={m.guardian_gone()}>
            {m.guardian_gone_words()}
          </Empty>
        </Match>
        <Match when={consent.error && !consent.data}>
          <ErrorState error={consent.error} retry={() => void consent.refetch()} busy={consent.isFetching} />
        </Match>
        <Match when={consent.data}>{(asked) => <Decision asked={asked()} token={token} />}</Match>
      </Switch>
    </>
  )
}

type Asked = { asked: ConsentPage; token: string }

function Decision(props: Asked) {
  const child = () => isolate(props.asked.child_name)
  const mentor = () => isolate(props.asked.mentor.name)
  return (
    <>
      <p class="t-lead">{m.guardian_asks({ child: child(), mentor: mentor() })}</p>
      <div class="card row">
        <Avatar name={props.asked.mentor.name} picture={props.asked.mentor.picture_url} size="lg" />
        <div class="grow">
          <a class="t-strong link" href={`/mentors/${props.asked.mentor.mentor_id}`} target="_blank">
            <bdi>{props.asked.mentor.name}</bdi>
          </a>
          <p class="t-2" dir="auto">
            {props.asked.mentor.headline}
          </p>
        </div>
      </div>
      <ul class="list-disc ps-5 t-2 stack stack--2">
        <li>{m.guardian_point_sessions({ child: child(), mentor: mentor() })}</li>
        <li>{m.guardian_point_copies()}</li>
        <li>{m.guardian_point_contacts()}</li>
        <li>{m.guardian_point_back()}</li>
      </ul>
      <Switch fallback={<Agreement {...props} />}>
        <Match when={props.asked.state === 'agreed'}>
          <Note kind="success">{m.guardian_agreed({ mentor: mentor() })}</Note>
          <Plain {...props} decision="withdraw" />
        </Match>
      </Switch>
    </>
  )
}

function createDeciding(props: Asked) {
  const client = useQueryClient()
  return (page: ConsentPage) => void client.setQueryData(consentQuery(props.token).queryKey, page)
}

function Agreement(props: Asked) {
  const show = createDeciding(props)
  const agree = createSubmission(
    (form) =>
      decideConsent({
        token: props.token,
        decision: 'agree',
        name: String(form.get('name')),
        is_guardian: true,
      }),
    show,
  )
  return (
    <>
      <Show when={props.asked.state === 'refused' || props.asked.state === 'withdrawn'}>
        <Note kind="info">{m.guardian_refused({ mentor: isolate(props.asked.mentor.name) })}</Note>
      </Show>
      <form class="card stack" onSubmit={(event) => void agree.submit(event)}>
        <ProblemNote error={agree.error()} />
        <TextField
          label={m.guardian_name()}
          name="name"
          autocomplete="name"
          required
          maxlength="200"
          error={agree.fieldError('name')}
        />
        <Checkbox name="is_guardian" required>
          {m.guardian_is({ child: isolate(props.asked.child_name) })}
        </Checkbox>
        <Button kind="primary" size="lg" block type="submit" busy={agree.busy()}>
          {m.guardian_agree()}
        </Button>
      </form>
      <Show when={props.asked.state === 'requested'}>
        <Plain {...props} decision="refuse" />
      </Show>
    </>
  )
}

function Plain(props: Asked & { decision: 'refuse' | 'withdraw' }) {
  const show = createDeciding(props)
  const act = createSubmission(() => decideConsent({ token: props.token, decision: props.decision }), show)
  return (
    <form class="stack stack--2" onSubmit={(event) => void act.submit(event)}>
      <ProblemNote error={act.error()} />
      <Button block type="submit" busy={act.busy()}>
        {props.decision === 'refuse' ? m.guardian_refuse() : m.guardian_withdraw()}
      </Button>
    </form>
  )
}
