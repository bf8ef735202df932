import { createSignal, Match, Show, Switch } from 'solid-js'
import { now } from '../lib/clock'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import type { Me } from '../lib/session'
import { useMyPlace } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { Button, ButtonLink } from '../ui/Button'
import { Note, ProblemNote } from '../ui/Note'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { toast } from '../ui/Toast'
import { submitApplication, type Application } from './application.queries'
import type { Draft } from './draft'
import { MissingList } from './MissingList'
import { Withdraw } from './Withdraw'

export const isWithStaff = ({ state }: Application): boolean => state === 'submitted' || state === 'in_review'

const NAMES: Record<Application['state'], () => string> = {
  draft: m.application_state_draft,
  submitted: m.application_state_submitted,
  in_review: m.application_state_in_review,
  approved: m.application_state_approved,
  refused: m.application_state_refused,
}
const KINDS = {
  draft: undefined,
  submitted: 'accent',
  in_review: 'accent',
  approved: 'success',
  refused: 'warning',
} as const

type Props = { application: Application; me: Me; draft: Draft; onMoved: (application: Application) => void }

/** Where it stands, what comes next and when. */
export function Standing(props: Props) {
  const own = () => props.application
  return (
    <section class="card card--raised stack apply__standing" aria-labelledby="standing">
      <h2 id="standing" class="row">
        <span class="t-section grow">{m.application_short_title()}</span>
        <Badge kind={KINDS[own().state]}>{NAMES[own().state]()}</Badge>
      </h2>
      <Switch>
        <Match when={own().state === 'draft'}>
          <p class="t-2">{m.application_draft_words()}</p>
          <Sending {...props} />
        </Match>
        <Match when={isWithStaff(own())}>
          <Waiting {...props} />
        </Match>
        <Match when={own().state === 'approved'}>
          <p class="t-2">{m.application_approved_words()}</p>
          <div>
            <ButtonLink href={`/mentors/${own().mentor_id}`}>{m.application_see_page()}</ButtonLink>
          </div>
        </Match>
        <Match when={own().state === 'refused'}>
          <Refused {...props} />
        </Match>
      </Switch>
    </section>
  )
}

function Waiting(props: Props) {
  const mine = useMyPlace()
  const isRead = () => props.application.state === 'in_review'
  return (
    <>
      <Show when={props.application.answer_by}>
        {(at) => (
          <div class="stack stack--1">
            <p>
              {isRead() ? m.application_reading_words() : m.application_answer_by()}{' '}
              <b>
                <TimeWithZone at={at()} place={mine()} style={IN_FULL} />
              </b>
            </p>
            <p class="t-sm t-2">{m.application_answer_words()}</p>
          </div>
        )}
      </Show>
      <p class="t-2">{m.application_meanwhile()}</p>
      <div class="row row--2 row--wrap">
        <ButtonLink kind="soft" href="/availability">
          {m.application_meanwhile_act()}
        </ButtonLink>
        <Withdraw onMoved={props.onMoved} />
      </div>
    </>
  )
}

function Refused(props: Props) {
  const mine = useMyPlace()
  const from = () => props.application.may_reapply_at
  const isLater = () => Date.parse(from() ?? '') > now()
  return (
    <>
      <div class="stack stack--1">
        <p class="t-sm t-2">{m.application_refused_words()}</p>
        <blockquote dir="auto">{props.application.decision_reason}</blockquote>
      </div>
      <Show when={isLater()} fallback={<p class="t-2">{m.application_reapply_now()}</p>}>
        <p>
          {m.application_reapply_words()}{' '}
          <b>
            <TimeWithZone at={from()!} place={mine()} style={IN_FULL} />
          </b>
        </p>
      </Show>
      <Show when={isLater()} fallback={<Sending {...props} />}>
        <MissingList missing={props.application.missing} me={props.me} />
      </Show>
    </>
  )
}

/** What is missing, and the one button that hands it in. */
function Sending(props: Props) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const isIncomplete = () => {
    const failure = error()
    return failure instanceof Problem && failure.code === 'invalid_input'
  }
  async function send(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      if (!(await props.draft.save())) return
      props.onMoved(await submitApplication())
      toast(m.application_sent())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <MissingList missing={props.application.missing} me={props.me} />
      <Show when={isIncomplete() && props.application.missing.length > 0}>
        <Note kind="danger">{m.application_not_yet()}</Note>
      </Show>
      <ProblemNote error={isIncomplete() ? undefined : error()} />
      <div>
        <Button kind="primary" size="lg" block onClick={() => void send()} busy={busy()}>
          {props.application.state === 'refused' ? m.application_send_again() : m.application_send()}
        </Button>
      </div>
    </>
  )
}
