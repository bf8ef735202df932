import { useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { OwnLinks } from '../ui/OwnLinks'
import { Avatar } from '../ui/Avatar'
import { Chip } from '../ui/Badge'
import { ErrorState, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { studentPageQuery, type StudentPage as Shown } from './students.queries'

/** What a student shows to everybody. */
export default function StudentPage() {
  const params = useParams<{ student_id: string }>()
  const page = useQuery(() => studentPageQuery(params.student_id))
  createTitle(() => page.data?.name)
  const isMissing = () => page.error instanceof Problem && page.error.status === 404
  return (
    <Switch fallback={<SkeletonRows />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={page.error && !page.data}>
        <ErrorState error={page.error} retry={() => void page.refetch()} busy={page.isFetching} />
      </Match>
      <Match when={page.data}>{(shown) => <Page student={shown()} />}</Match>
    </Switch>
  )
}

function Page(props: { student: Shown }) {
  const me = useMe()
  return (
    <article class="mx-auto grid max-w-read gap-8">
      <Show when={me.data?.student_id === props.student.student_id}>
        <Note kind="info">{m.student_own_page()}</Note>
      </Show>
      <header class="row row--wrap">
        <Avatar name={props.student.name} picture={props.student.picture_url} size="2xl" eager />
        <div class="grow stack stack--2">
          <h1 class="display text-3xl">
            <bdi>{props.student.name}</bdi>
          </h1>
          <OwnLinks of={props.student} />
        </div>
      </header>
      <Show when={props.student.bio}>
        <section aria-labelledby="about" class="stack stack--3">
          <h2 id="about" class="t-big">
            {m.mentor_about()}
          </h2>
          <p class="prose" dir="auto">
            {props.student.bio}
          </p>
        </section>
      </Show>
      <Words id="can" title={m.student_can()} words={props.student.skills} />
      <Words id="wants" title={m.student_interested()} words={props.student.interests} />
      <Show when={props.student.portfolio.length > 0}>
        <section aria-labelledby="work" class="stack stack--3">
          <h2 id="work" class="t-big">
            {m.student_work()}
          </h2>
          <ul class="grid gap-4 sm:grid-cols-2">
            <For each={props.student.portfolio}>
              {(work) => (
                <li>
                  <figure class="stack stack--2">
                    <img
                      class="w-full rounded-lg"
                      src={work.url}
                      alt={work.caption ?? ''}
                      width={work.width ?? undefined}
                      height={work.height ?? undefined}
                      loading="lazy"
                    />
                    <Show when={work.caption}>
                      <figcaption class="t-sm t-2" dir="auto">
                        {work.caption}
                      </figcaption>
                    </Show>
                  </figure>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </article>
  )
}

function Words(props: { id: string; title: string; words: string[] }) {
  return (
    <Show when={props.words.length > 0}>
      <section aria-labelledby={props.id} class="stack stack--3">
        <h2 id={props.id} class="t-big">
          {props.title}
        </h2>
        <div class="chips">
          <For each={props.words}>{(word) => <Chip>{word}</Chip>}</For>
        </div>
      </section>
    </Show>
  )
}
