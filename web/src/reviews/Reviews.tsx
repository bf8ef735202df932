import './reviews.css'
import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ReportDialog } from './ReportDialog'
import { ReviewCard } from './ReviewCard'
import { reviewsQuery, type Review } from './reviews.queries'
import { Score } from './Score'

/** What students wrote, on the page of a mentor. */
export function Reviews(props: { mentorId: string }) {
  const me = useMe()
  const reviews = useInfiniteQuery(() => reviewsQuery(props.mentorId))
  const [reporting, setReporting] = createSignal<Review>()
  const first = () => reviews.data?.pages[0]
  const items = () => reviews.data?.pages.flatMap((page) => page.items) ?? []
  const mayReport = (review: Review) => me.data && !review.is_removed && review.author.student_id !== me.data.student_id

  return (
    <section aria-labelledby="reviews" class="stack stack--4">
      <div class="row row--3 row--base row--wrap">
        <h2 id="reviews" class="t-big">
          {first()?.summary.rating_count
            ? m.reviews_count({ count: first()!.summary.rating_count })
            : m.reviews_title()}
        </h2>
        <Show when={items().length > 0}>
          <p class="t-sm t-2">{m.reviews_after()}</p>
        </Show>
      </div>
      <Loaded
        query={reviews}
        loading={<SkeletonRows />}
        isEmpty={() => items().length === 0}
        empty={<p class="t-2">{m.reviews_none_words()}</p>}
      >
        {(data) => (
          <>
            <Score summary={data().pages[0]!.summary} />
            <ul class="stack stack--6">
              <For each={items()}>
                {(review) => (
                  <ReviewCard
                    review={review}
                    replyTitle={m.reviews_reply_of({ name: isolate(data().pages[0]!.mentor_name) })}
                  >
                    <Show when={mayReport(review)}>
                      <div>
                        <Button
                          kind="quiet"
                          size="sm"
                          aria-label={m.reviews_report_of({ name: isolate(review.author.name) })}
                          onClick={() => setReporting(review)}
                        >
                          {m.reviews_report()}
                        </Button>
                      </div>
                    </Show>
                  </ReviewCard>
                )}
              </For>
            </ul>
            <Show when={reviews.hasNextPage} fallback={<p class="t-sm t-3">{m.reviews_end()}</p>}>
              <Button class="self-start" busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
                {m.reviews_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
      <ReportDialog review={reporting()} onClose={() => setReporting(undefined)} />
    </section>
  )
}
