import './my-students.css'
import { A, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import BackIcon from '~icons/lucide/arrow-left'
import MessageIcon from '~icons/lucide/message-circle'
import { createWriteTo } from '../chat/write-to'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import { usePlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { ErrorState, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { GoalsShared } from './GoalsShared'
import { History } from './History'
import { LearnedByStudent } from './LearnedByStudent'
import { Meetings } from './Meetings'
import { myStudentQuery, type MyStudentPage as Shown } from './my-students.queries'
import { NoteAbout } from './NoteAbout'
import { Numbers } from './Numbers'

/** Everything that a mentor needs to know before the next session with one of their students. */
export default function MyStudentPage() {
  const me = useAccount()
  const params = useParams<{ student_id: string }>()
  return (
    <Show when={isMentor(me()) && params.student_id} keyed fallback={<NotFoundPage />}>
      {(id) => <Student id={id} />}
    </Show>
  )
}

function Student(props: { id: string }) {
  const student = useQuery(() => myStudentQuery(props.id))
  createTitle(() => student.data?.name)
  const isMissing = () => student.error instanceof Problem && student.error.status === 404
  return (
    <Switch fallback={<SkeletonRows count={4} />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={student.error && !student.data}>
        <ErrorState error={student.error} retry={() => void student.refetch()} busy={student.isFetching} />
      </Match>
      <Match when={student.data}>{(shown) => <Page student={shown()} />}</Match>
    </Switch>
  )
}

function Page(props: { student: Shown }) {
  return (
    <article class="mx-auto grid w-full max-w-content gap-6">
      <A class="link row row--1 justify-self-start" href="/students">
        <BackIcon class="i i--sm i--flip" aria-hidden="true" />
        {m.students_back()}
      </A>
      <Head student={props.student} />
      <section class="card stack" aria-label={m.students_numbers()}>
        <Numbers of={props.student} />
        <Meetings of={props.student} />
      </section>
      <div class="mine__cols">
        <div class="stack stack--6">
          <LearnedByStudent student={props.student} />
          <GoalsShared student={props.student} />
          <History student={props.student} />
        </div>
        <NoteAbout student={props.student} />
      </div>
    </article>
  )
}

function Head(props: { student: Shown }) {
  const message = createWriteTo()
  const place = usePlace(() => props.student.time_zone)
  const now = createNow(30_000)
  return (
    <header class="stack stack--3">
      <div class="row row--wrap">
        <Avatar name={props.student.name} picture={props.student.picture_url} size="xl" eager />
        <div class="grow">
          <h1 class="t-page">
            <bdi>{props.student.name}</bdi>
          </h1>
          <Show when={place()}>
            {(there) => (
              <p class="t-2 num">
                {m.students_their_time({ time: there().time(now()), zone: there().label(now()), city: there().city })}
              </p>
            )}
          </Show>
        </div>
        <Button
          kind="primary"
          busy={message.busy()}
          aria-label={m.students_message_to({ name: isolate(props.student.name) })}
          onClick={() => message.writeTo(props.student.student_id)}
        >
          <MessageIcon class="i" aria-hidden="true" />
          {m.students_message()}
        </Button>
      </div>
      <ProblemNote error={message.error()} />
    </header>
  )
}
