import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { CLOSES_AFTER_MS } from '../../../worker/contract/meetings.constants'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Place } from '../lib/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { attendanceQuery, type Attendance as Found } from './meetings.queries'
import { ContestDialog } from './ContestDialog'
import { Intervals } from './Intervals'

/** Who was there, what that was taken for, and how to say that it is not right. */
export function Attendance(props: { bookingId: string; mine: Place }) {
  const attendance = useQuery(() => attendanceQuery(props.bookingId))
  return (
    <section class="card stack stack--4" aria-labelledby="attendance">
      <h2 class="t-section" id="attendance">
        {m.attend_title()}
      </h2>
      <Loaded query={attendance} loading={<SkeletonRows count={2} />}>
        {(found) => <Verdict found={found()} mine={props.mine} />}
      </Loaded>
    </section>
  )
}

function verdictWords({ verdict, my_side }: Found): string {
  switch (verdict) {
    case 'student_absent':
      return my_side === 'student' ? m.attend_verdict_student_absent_me() : m.attend_verdict_student_absent()
    case 'mentor_absent':
      return my_side === 'mentor' ? m.attend_verdict_mentor_absent_me() : m.attend_verdict_mentor_absent()
    case 'nobody_came':
      return m.attend_verdict_nobody_came()
    default:
      return m.attend_verdict_completed()
  }
}

function Verdict(props: { found: Found; mine: Place }) {
  const [contesting, setContesting] = createSignal(false)
  const closes = () => Date.parse(props.found.end_time) + CLOSES_AFTER_MS
  const isRefunded = () => props.found.verdict === 'mentor_absent' || props.found.verdict === 'nobody_came'
  const until = (at: string) =>
    m.attend_contest_until({ day: props.mine.day(at), time: props.mine.time(at), zone: props.mine.label(at) })
  return (
    <>
      <Switch>
        <Match when={props.found.verdict}>
          <p>
            <b class="t-strong">{verdictWords(props.found)}</b>{' '}
            <Show when={props.found.verdict !== 'completed'}>
              <span class="t-2">{isRefunded() ? m.attend_money_back() : m.attend_money_stays()}</span>
            </Show>
          </p>
        </Match>
        <Match when={true}>
          <p class="t-2">{m.attend_waiting({ time: props.mine.time(closes()), zone: props.mine.label(closes()) })}</p>
        </Match>
      </Switch>
      <Intervals found={props.found} mine={props.mine} />
      <Contests found={props.found} />
      <Show when={props.found.contest_until}>
        {(at) => (
          <div class="stack stack--2">
            <p class="t-sm t-2">{until(at())}</p>
            <Button class="self-start" onClick={() => setContesting(true)}>
              {m.attend_contest()}
            </Button>
          </div>
        )}
      </Show>
      <ContestDialog open={contesting()} onClose={() => setContesting(false)} found={props.found} />
    </>
  )
}

const STATES = {
  open: m.attend_contest_open,
  upheld: m.attend_contest_upheld,
  dismissed: m.attend_contest_dismissed,
}

function Contests(props: { found: Found }) {
  const by = (side: 'student' | 'mentor') => {
    if (side === props.found.my_side) return m.attend_contest_by_me()
    return m.attend_contest_by({
      name: isolate(side === 'mentor' ? props.found.mentor_name : props.found.student_name),
    })
  }
  return (
    <For each={props.found.contests}>
      {(contest) => (
        <div class="stack stack--2 attend__contest">
          <p class="row row--2 row--wrap">
            <span class="t-sm t-2 grow">{by(contest.by)}</span>
            <Badge kind={contest.state === 'open' ? 'warning' : undefined}>{STATES[contest.state]()}</Badge>
          </p>
          <p class="prose" dir="auto">
            {contest.reason}
          </p>
          <Show when={contest.decision_reason}>
            {(reason) => (
              <p class="t-2" dir="auto">
                {m.attend_decided({ reason: isolate(reason()) })}
              </p>
            )}
          </Show>
        </div>
      )}
    </For>
  )
}
