import { createMemo, For, Show, type JSX } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, ErrorState, Loaded, SkeletonRows } from '../ui/List'
import { feedQuery, type Wish } from './community.queries'
import { createNews } from './news'
import { PostCard } from './PostCard'
import { createSeeing } from './seeing'

/** Posts under a wish. What is new is announced above them and comes when it is asked for: nothing moves by itself. */
export function Feed(props: { wish: Wish; empty?: JSX.Element }) {
  let root!: HTMLDivElement
  const feed = useInfiniteQuery(() => feedQuery(props.wish))
  const posts = createMemo(() => {
    // A page that was fetched anew beside an older one may bring a post twice.
    const byId = new Map((feed.data?.pages ?? []).flatMap((page) => page.items).map((post) => [post.id, post]))
    return [...byId.keys()]
  })
  const postOf = (id: string) => feed.data!.pages.flatMap((page) => page.items).find((post) => post.id === id)!
  const news = createNews(
    () => props.wish,
    () => feed.data?.pages[0]?.newest,
  )
  createSeeing(() => root)
  async function showNew(): Promise<void> {
    await feed.refetch()
    news.forget()
    root.scrollIntoView({ block: 'start' })
    root.querySelector<HTMLElement>('.post a')?.focus({ preventScroll: true })
  }
  return (
    <div ref={root} class="posts-root">
      <div class="news" aria-live="polite">
        <Show when={news.count() > 0}>
          <Button kind="primary" size="sm" onClick={() => void showNew()}>
            {m.community_new_posts({ count: news.count() })}
          </Button>
        </Show>
      </div>
      <Loaded
        query={feed}
        loading={<SkeletonRows count={4} />}
        isEmpty={() => posts().length === 0}
        empty={props.empty ?? <NothingHere />}
      >
        {() => (
          <>
            <div class="posts">
              <For each={posts()}>{(id) => <PostCard post={postOf(id)} />}</For>
            </div>
            <Show when={feed.error && feed.data}>
              <ErrorState error={feed.error} retry={() => void feed.fetchNextPage()} busy={feed.isFetchingNextPage} />
            </Show>
            <Show when={feed.hasNextPage} fallback={<p class="t-sm t-3 text-center py-6">{m.community_end()}</p>}>
              <p class="text-center py-6">
                <Button busy={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
                  {m.community_older()}
                </Button>
              </p>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}

const NothingHere = () => (
  <div class="card">
    <Empty art={<Cups />} title={m.community_none()}>
      {m.community_none_words()}
    </Empty>
  </div>
)
