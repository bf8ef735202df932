import { createSignal, For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { CommentView } from './CommentView'
import { answersBelow } from './comments.queries'
import type { Comment, Post, Thread } from './community.queries'

/** A comment on the post with its answers, each below what it answers. */
export function CommentThread(props: { thread: Thread; post: Post; onChanged: () => void }) {
  const [more, setMore] = createSignal<Comment[]>([])
  const [cursor, setCursor] = createSignal<string | null>()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const next = () => (cursor() === undefined ? props.thread.answers_cursor : cursor())
  const answers = () => [...props.thread.answers, ...more()]
  const below = (id: string) => answers().filter(({ parent_id }) => parent_id === id)
  async function fetchMore(): Promise<void> {
    const from = next()
    if (!from || busy()) return
    setBusy(true)
    setError(undefined)
    try {
      const page = await answersBelow(props.post.id, props.thread.id, from)
      setMore((before) => [...before, ...page.items])
      setCursor(page.next_cursor)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const Tree = (own: { comment: Comment }) => (
    <li>
      <CommentView comment={own.comment} post={props.post} onChanged={props.onChanged} />
      <Show when={below(own.comment.id).length > 0}>
        <ol class="comments__below">
          <For each={below(own.comment.id)}>{(answer) => <Tree comment={answer} />}</For>
        </ol>
      </Show>
    </li>
  )
  return (
    <li class="comments__thread">
      <CommentView comment={props.thread} post={props.post} onChanged={props.onChanged} />
      <Show when={below(props.thread.id).length > 0}>
        <ol class="comments__below">
          <For each={below(props.thread.id)}>{(answer) => <Tree comment={answer} />}</For>
        </ol>
      </Show>
      <ProblemNote error={error()} />
      <Show when={next()}>
        <Button kind="quiet" size="sm" busy={busy()} onClick={() => void fetchMore()}>
          {m.comments_more_answers()}
        </Button>
      </Show>
    </li>
  )
}
