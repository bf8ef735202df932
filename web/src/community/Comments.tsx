import { useLocation } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { COMMENT_ORDERS, type CommentOrder } from '../../../worker/contract/comments.constants'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { CommentForm } from './CommentForm'
import { CommentThread } from './CommentThread'
import { commentsQuery } from './comments.queries'
import type { Post } from './community.queries'

const ORDER_WORDS: Record<CommentOrder, () => string> = { oldest: m.comments_oldest, liked: m.comments_liked }

/** What was said below a post. A link to one comment brings it into sight. */
export function Comments(props: { post: Post }) {
  const client = useQueryClient()
  const location = useLocation()
  const [order, setOrder] = createSignal<CommentOrder>('oldest')
  const comments = useInfiniteQuery(() => commentsQuery(props.post.id, order()))
  /** While likes change, two pages may hold the same one. */
  const threads = () => [
    ...new Map((comments.data?.pages ?? []).flatMap((page) => page.items).map((one) => [one.id, one])).values(),
  ]
  const changed = (): void => {
    void client.invalidateQueries({ queryKey: ['comments', props.post.id] })
    void client.invalidateQueries({ queryKey: ['posts', 'one', props.post.id] })
  }
  let shown: string | undefined
  createEffect(() => {
    const id = location.hash.slice(1)
    if (threads().length === 0 || id === shown || !id.startsWith('comment-')) return
    const place = document.getElementById(id)
    if (!place) return
    shown = id
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
  })
  return (
    <section id="comments" class="comments" aria-label={m.community_comments()}>
      <div class="page-head page-head--tight">
        <h2 class="t-section grow">{m.comments_count({ count: props.post.comments })}</h2>
        <div class="segment" role="group" aria-label={m.community_order()}>
          <For each={COMMENT_ORDERS}>
            {(name) => (
              <button type="button" aria-pressed={order() === name} onClick={() => setOrder(name)}>
                {ORDER_WORDS[name]()}
              </button>
            )}
          </For>
        </div>
      </div>
      <Show when={props.post.state === 'shown'}>
        <CommentForm post={props.post} onSent={changed} />
      </Show>
      <Loaded
        query={comments}
        loading={<SkeletonRows />}
        isEmpty={() => threads().length === 0}
        empty={<p class="t-2 py-6 text-center">{m.comments_none()}</p>}
      >
        {() => (
          <>
            <ol class="comments__list">
              <For each={threads()}>
                {(thread) => <CommentThread thread={thread} post={props.post} onChanged={changed} />}
              </For>
            </ol>
            <p class="text-center py-6">
              <Show when={comments.hasNextPage} fallback={<span class="t-sm t-3">{m.comments_end()}</span>}>
                <Button busy={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
                  {m.comments_more()}
                </Button>
              </Show>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}
