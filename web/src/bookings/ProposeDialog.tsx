import './propose.css'
import './sessions.css'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Index, Match, Show, Switch } from 'solid-js'
import PlusIcon from '~icons/lucide/plus'
import XIcon from '~icons/lucide/x'
import { MOST_PROPOSED } from '../../../worker/contract/bookings.constants'
import { reachOthers } from '../accounts/reach'
import { AskGuardian } from '../guardians/GuardianSection'
import { createNow, now } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { isPassing, Problem } from '../lib/problem'
import { useAccount } from '../lib/session'
import type { Place } from '../lib/time'
import type { Mentor, Offer } from '../mentors/mentors.calls'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { AnswerFields, LONGEST_ANSWER, openQuestions, type Answers } from './AnswerFields'
import { proposeTimes } from './bookings.queries'
import { GOAL } from './draft'
import { timeFaults } from './proposal'
import { ProposalReview } from './ProposalReview'
import { TimeFields } from './TimeFields'

export type ProposalParts = { mentor: Mentor; offer: Offer; mine: Place; theirs: Place }

/** Up to three times of my own, looked over once more, then sent; one of them is paid for once the mentor takes it. */
export default function ProposeDialog(props: ProposalParts & { onClose: () => void }) {
  const me = useAccount()
  const client = useQueryClient()
  const navigate = useNavigate()
  const clock = createNow()
  const [starts, setStarts] = createSignal<(string | undefined)[]>([undefined])
  const [answers, setAnswers] = createSignal<Answers>({})
  const [step, setStep] = createSignal<'times' | 'review'>('times')
  const [tried, setTried] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  let form!: HTMLFormElement
  let sent: { words: string; key: string } | undefined

  const chosen = () =>
    starts()
      .filter((start) => start !== undefined)
      .sort()
  const faults = () => timeFaults(starts(), props.offer, clock())
  const fault = (i: number) => faults()[i] ?? (tried() && starts()[i] === undefined ? m.move_choose() : undefined)
  const write = (id: string, answer: string) => setAnswers((all) => ({ ...all, [id]: answer }))
  const put = (i: number, start: string | undefined) =>
    setStarts((all) => all.map((one, at) => (at === i ? start : one)))

  function review(): void {
    setTried(true)
    const isOpen = starts().includes(undefined) || openQuestions(props.offer.questions, answers()).length > 0
    if (isOpen || timeFaults(starts(), props.offer, now()).some(Boolean)) {
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    setError(undefined)
    setStep('review')
  }

  async function send(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    const body = {
      offer_id: props.offer.id,
      start_times: chosen(),
      time_zone: me().time_zone,
      answers: Object.fromEntries(Object.entries(answers()).filter(([, answer]) => answer.trim() !== '')),
    }
    const words = JSON.stringify(body)
    if (sent?.words !== words) sent = { words, key: crypto.randomUUID() }
    try {
      await proposeTimes(props.mentor.mentor_id, body, sent.key)
      for (const key of ['standing', 'bookings', 'slots']) void client.invalidateQueries({ queryKey: [key] })
      toast(m.propose_sent({ name: isolate(props.mentor.name) }))
      navigate('/sessions')
    } catch (failure) {
      if (!isPassing(failure)) sent = undefined
      setError(failure)
      if (failure instanceof Problem && failure.code === 'invalid_input') setStep('times')
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={step() === 'times' ? m.propose_title() : m.propose_title_review()}
      description={step() === 'times' ? m.propose_words({ name: isolate(props.mentor.name) }) : undefined}
      foot={
        <Show
          when={step() === 'review'}
          fallback={
            <Button kind="primary" size="lg" block onClick={review}>
              {m.booking_review()}
            </Button>
          }
        >
          <div class="row row--2">
            <Button size="lg" onClick={() => setStep('times')}>
              {m.propose_back()}
            </Button>
            <Button
              kind="primary"
              size="lg"
              class="grow"
              busy={busy()}
              onClick={() => reachOthers(me(), () => void send())}
            >
              {m.propose_send({ count: chosen().length })}
            </Button>
          </div>
        </Show>
      }
    >
      <Failure error={error()} mentor={props.mentor} />
      <form ref={form} class="stack stack--6" hidden={step() !== 'times'} onSubmit={(event) => event.preventDefault()}>
        <Index each={starts()}>
          {(_, i) => (
            <fieldset class="propose__time">
              <legend class="legend">{m.propose_time({ place: i + 1 })}</legend>
              <TimeFields
                mine={props.mine}
                theirs={props.theirs}
                name={props.mentor.name}
                onChoose={(start) => put(i, start)}
                error={fault(i)}
              />
              <Show when={i > 0 && i === starts().length - 1}>
                <Button
                  kind="quiet"
                  size="sm"
                  icon
                  class="propose__x"
                  aria-label={m.propose_remove({ place: i + 1 })}
                  onClick={() => setStarts((all) => all.slice(0, -1))}
                >
                  <XIcon class="i" aria-hidden="true" />
                </Button>
              </Show>
            </fieldset>
          )}
        </Index>
        <Show when={starts().length < MOST_PROPOSED}>
          <div>
            <Button kind="soft" size="sm" onClick={() => setStarts((all) => [...all, undefined])}>
              <PlusIcon class="i" aria-hidden="true" />
              {m.propose_another()}
            </Button>
          </div>
        </Show>
        <TextArea
          label={m.booking_goal()}
          rows="3"
          maxlength={LONGEST_ANSWER}
          value={answers()[GOAL] ?? ''}
          onInput={(event) => write(GOAL, event.currentTarget.value)}
        />
        <AnswerFields
          questions={props.offer.questions}
          answers={answers()}
          tried={tried()}
          error={error()}
          onWrite={write}
        />
      </form>
      <Show when={step() === 'review'}>
        <ProposalReview {...props} starts={chosen()} />
      </Show>
    </Dialog>
  )
}

/** Why it was not sent, in the words of a proposal; a minor is led to their guardian. */
function Failure(props: { error: unknown; mentor: Mentor }) {
  const code = () => (props.error instanceof Problem ? props.error.code : undefined)
  const times = () => (props.error instanceof Problem ? props.error.fields.start_times : undefined)
  return (
    <Switch fallback={<ProblemNote error={props.error} />}>
      <Match when={code() === 'guardian_consent_required'}>
        <AskGuardian mentorId={props.mentor.mentor_id} name={props.mentor.name} />
      </Match>
      <Match when={code() === 'slot_taken'}>
        <Note kind="danger">{m.propose_taken()}</Note>
      </Match>
      <Match when={times()}>
        <Note kind="danger">{m.propose_times_fault()}</Note>
      </Match>
    </Switch>
  )
}
