import './my-students.css'
import { For, Show } from 'solid-js'
import { MOST_MENTORS_SHOWN } from '../../../worker/contract/my-students.constants'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { ButtonLink } from '../ui/Button'
import { Table } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { progressQuery, type Progress } from './my-students.queries'
import { Tally } from './Numbers'
import { ProgressMentor } from './ProgressMentor'
import { ProgressSkills } from './ProgressSkills'
import { ProgressWeeks } from './ProgressWeeks'
import { spanOf } from './span'

const isEmpty = ({ totals, mentors, skills }: Progress): boolean =>
  mentors.length + skills.length + totals.goals_open + totals.goals_done === 0

/** What a student has done and learned: in all, week by week, and with each mentor. */
export default function ProgressPage() {
  createTitle(m.progress_title)
  const progress = useQuery(progressQuery)
  return (
    <div class="mx-auto grid w-full max-w-content gap-6">
      <header class="page-head mb-0">
        <div class="stack stack--1 grow">
          <h1 class="t-page">{m.progress_title()}</h1>
          <p class="t-2 measure">{m.progress_words()}</p>
        </div>
        <ButtonLink href="/goals">{m.progress_goals()}</ButtonLink>
      </header>
      <Loaded query={progress} loading={<SkeletonRows count={5} />} isEmpty={isEmpty} empty={<Nothing />}>
        {(data) => (
          <>
            <Totals totals={data().totals} />
            <div class="progress__cols">
              <ProgressSkills progress={data()} />
              <ProgressWeeks weeks={data().weeks} />
            </div>
            <Mentors mentors={data().mentors} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function Totals(props: { totals: Progress['totals'] }) {
  const goals = () => props.totals.goals_open + props.totals.goals_done
  return (
    <section class="card" aria-label={m.progress_totals()}>
      <dl class="tally">
        <Tally label={m.students_k_sessions()} value={props.totals.sessions} />
        <Tally label={m.progress_time()} value={spanOf(props.totals.minutes)} />
        <Tally label={m.progress_k_mentors()} value={props.totals.mentors} />
        <Tally
          label={m.progress_k_goals()}
          value={m.students_done_of({ done: props.totals.goals_done, count: goals() })}
        />
        <Tally label={m.students_k_steps()} value={props.totals.steps_done} />
        <Tally label={m.students_k_learned()} value={props.totals.learned} />
      </dl>
    </section>
  )
}

function Mentors(props: { mentors: Progress['mentors'] }) {
  const isAll = () => props.mentors.length < MOST_MENTORS_SHOWN
  return (
    <Show when={props.mentors.length > 0}>
      <section aria-labelledby="mentors">
        <div class="section-head">
          <h2 id="mentors" class="t-section">
            {m.progress_mentors()}
          </h2>
        </div>
        <ul class="card card--flush list">
          <For each={props.mentors}>{(mentor) => <ProgressMentor mentor={mentor} />}</For>
        </ul>
        <p class="t-sm t-3 mt-4 text-center">{isAll() ? m.progress_mentors_end() : m.progress_mentors_most()}</p>
      </section>
    </Show>
  )
}

const Nothing = () => (
  <div class="card">
    <Empty
      art={<Table />}
      title={m.progress_none()}
      act={
        <ButtonLink kind="primary" href="/mentors">
          {m.act_find_mentor()}
        </ButtonLink>
      }
    >
      {m.progress_none_words()}
    </Empty>
  </div>
)
