import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { money } from '../lib/money'
import { fieldError } from '../lib/problem'
import { useMe } from '../lib/session'
import { Button, ButtonLink } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { AskGuardian } from '../guardians/GuardianSection'
import { AnswerFields, LONGEST_ANSWER } from './AnswerFields'
import { Bill } from './Bill'
import type { StepProps } from './booking-flow'
import { SeatNote } from './SeatNote'
import { SessionCard } from './SessionCard'
import { StepLayout } from './StepLayout'
import { TakenNote } from './TakenNote'

/** What the student wants from it. A visitor can write it before there is an account. */
export function GoalStep(props: StepProps) {
  const me = useMe()
  const offer = () => props.flow.offer()!
  const isFree = () => props.flow.price() === 0
  let fields!: HTMLDivElement
  /** The first open question is shown where it stands. */
  function onward(act: () => void): void {
    if (props.flow.isAnswered()) return act()
    fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const when = () =>
    m.time_day_and_time({
      day: props.mine.weekday(props.flow.start()!),
      time: props.mine.time(props.flow.start()!),
    })
  const entry = (page: 'signup' | 'login') => `/${page}?next=${encodeURIComponent(props.flow.here())}`

  const act = () => (
    <Switch
      fallback={
        <Button
          kind="primary"
          size="lg"
          class="bk__act"
          busy={props.flow.busy()}
          onClick={() => onward(props.flow.hold)}
        >
          {m.booking_hold({ when: when() })}
        </Button>
      }
    >
      <Match when={me.data === null}>
        <ButtonLink kind="primary" size="lg" class="bk__act" href={entry('signup')}>
          {m.booking_join_and_hold()}
        </ButtonLink>
      </Match>
      <Match when={isFree()}>
        <Button kind="primary" size="lg" class="bk__act" onClick={() => onward(() => props.flow.go('review'))}>
          {m.booking_review()}
        </Button>
      </Match>
    </Switch>
  )

  return (
    <StepLayout
      label={m.booking_price()}
      aside={
        <>
          <h2 class="t-section">{m.booking_price()}</h2>
          <Bill
            minutes={offer().minutes}
            name={props.mentor.name}
            amount={props.flow.price()}
            currency={offer().currency}
          />
          <SeatNote {...props} />
        </>
      }
      thumb={<p class="t-strong num">{money(props.flow.price(), offer().currency)}</p>}
      act={act}
      small={
        <p class="t-xs t-3 text-center">
          <Show when={me.data === null} fallback={isFree() ? m.booking_goal_small_free() : m.booking_goal_small()}>
            {m.booking_visitor_small()}{' '}
            <A class="link" href={entry('login')}>
              {m.act_log_in()}
            </A>
          </Show>
        </p>
      }
    >
      <Switch>
        <Match when={props.flow.taken()}>
          {(alternatives) => <TakenNote {...props} alternatives={alternatives()} />}
        </Match>
        <Match when={props.flow.needsGuardian()}>
          <AskGuardian mentorId={props.mentor.mentor_id} name={props.mentor.name} />
        </Match>
        <Match when={props.flow.error()}>
          <ProblemNote error={props.flow.error()} />
        </Match>
      </Switch>
      <SessionCard
        title={offer().title}
        minutes={offer().minutes}
        person={props.mentor}
        span={{ start_time: props.flow.start()!, end_time: props.flow.end() }}
        mine={props.mine}
        theirs={props.theirs}
      >
        <p>
          <button type="button" class="link" onClick={() => props.flow.go('time')}>
            {m.booking_change_time()}
          </button>
        </p>
      </SessionCard>
      <div class="card stack stack--6" ref={fields}>
        <AnswerFields
          questions={props.flow.questions()}
          answers={props.flow.answers()}
          tried={props.flow.tried()}
          error={props.flow.error()}
          onWrite={props.flow.answer}
        />
        <TextArea
          label={m.booking_goal()}
          name="goal"
          rows="6"
          maxlength={LONGEST_ANSWER}
          value={props.flow.goal()}
          onInput={(event) => props.flow.write(event.currentTarget.value)}
          hint={m.booking_goal_hint({ name: isolate(props.mentor.name) })}
          error={fieldError(props.flow.error(), '/answers/goal')}
        />
      </div>
    </StepLayout>
  )
}
