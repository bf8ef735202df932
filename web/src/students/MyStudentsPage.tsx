import './my-students.css'
import { createSignal, For, Show } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { createDebounced } from '../lib/debounced'
import { isolate, m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { Button } from '../ui/Button'
import { Cups, Scope } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { myStudentsQuery } from './my-students.queries'
import { MyStudentRow } from './MyStudentRow'

/** A mentor's students, with what was done together. */
export default function MyStudentsPage() {
  const me = useAccount()
  return (
    <Show when={isMentor(me())} fallback={<NotFoundPage />}>
      <MyStudents />
    </Show>
  )
}

function MyStudents() {
  createTitle(m.students_title)
  const [words, setWords] = createSignal('')
  const asked = createDebounced(() => words().trim())
  const students = useInfiniteQuery(() => myStudentsQuery(asked()))
  const items = () => students.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div class="mx-auto grid w-full max-w-content gap-6">
      <header class="stack stack--1">
        <h1 class="t-page">{m.students_title()}</h1>
        <p class="t-2">{m.students_words()}</p>
      </header>
      <Show when={items().length > 0 || words() !== ''}>
        <div class="search" role="search">
          <SearchIcon class="i" aria-hidden="true" />
          <input
            class="input"
            type="search"
            dir="auto"
            maxlength="100"
            aria-label={m.students_search()}
            placeholder={m.students_search()}
            value={words()}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
      </Show>
      <Loaded
        query={students}
        loading={<SkeletonRows count={5} />}
        isEmpty={() => items().length === 0}
        empty={
          <Show when={asked()} fallback={<Nobody />}>
            <NobodyLike words={asked()} onAll={() => setWords('')} />
          </Show>
        }
      >
        {() => (
          <>
            <ul class="card card--flush list" aria-busy={students.isPlaceholderData}>
              <For each={items()}>{(student) => <MyStudentRow student={student} />}</For>
            </ul>
            <Show when={students.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.students_end()}</p>}>
              <Button
                class="justify-self-center"
                busy={students.isFetchingNextPage}
                onClick={() => void students.fetchNextPage()}
              >
                {m.students_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}

const Nobody = () => (
  <div class="card">
    <Empty art={<Cups />} title={m.students_none()}>
      {m.students_none_words()}
    </Empty>
  </div>
)

const NobodyLike = (props: { words: string; onAll: () => void }) => (
  <div class="card">
    <Empty
      art={<Scope />}
      title={m.students_not_found({ words: isolate(props.words) })}
      act={<Button onClick={() => props.onAll()}>{m.students_all()}</Button>}
    />
  </div>
)
