import './community.css'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button, ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { savedQuery } from './community.queries'
import { PostCard } from './PostCard'
import { Writer } from './Writer'

/** Posts that I keep, what I kept last first. */
export default function SavedPage() {
  createTitle(m.community_saved)
  const saved = useInfiniteQuery(savedQuery)
  const items = () => saved.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div class="mx-auto w-full max-w-read">
      <div class="page-head page-head--tight">
        <h1 class="t-page grow">{m.community_saved()}</h1>
        <ButtonLink size="sm" href="/community">
          {m.community_title()}
        </ButtonLink>
      </div>
      <Loaded
        query={saved}
        loading={<SkeletonRows />}
        isEmpty={() => items().length === 0}
        empty={
          <div class="card">
            <Empty
              art={<Cups />}
              title={m.community_saved_none()}
              act={<ButtonLink href="/community">{m.community_title()}</ButtonLink>}
            >
              {m.community_saved_none_words()}
            </Empty>
          </div>
        }
      >
        {() => (
          <>
            <div class="posts">
              <For each={items()}>{(post) => <PostCard post={post} />}</For>
            </div>
            <p class="text-center py-6">
              <Show when={saved.hasNextPage} fallback={<span class="t-sm t-3">{m.community_end()}</span>}>
                <Button busy={saved.isFetchingNextPage} onClick={() => void saved.fetchNextPage()}>
                  {m.community_older()}
                </Button>
              </Show>
            </p>
          </>
        )}
      </Loaded>
      <Writer />
    </div>
  )
}
