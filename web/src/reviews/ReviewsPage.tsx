import './reviews.css'
import { createSignal, For, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { isMentor, useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { Button, ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ReplyForm } from './ReplyForm'
import { ReportDialog } from './ReportDialog'
import { ReviewCard } from './ReviewCard'
import { receivedQuery, type ReceivedReview } from './reviews.queries'
import { Score } from './Score'

/** What students wrote about me, with my one reply to each. */
export default function ReviewsPage() {
  const me = useAccount()
  return (
    <Show when={isMentor(me())} fallback={<NotFoundPage />}>
      <Received />
    </Show>
  )
}

function Received() {
  createTitle(m.reviews_title)
  const reviews = useInfiniteQuery(receivedQuery)
  const items = () => reviews.data?.pages.flatMap((page) => page.items) ?? []
  const [reporting, setReporting] = createSignal<ReceivedReview>()
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <div class="page-head">
        <h1 class="t-page grow">{m.reviews_title()}</h1>
        <ButtonLink size="sm" href="/badges">
          {m.badges_title()}
        </ButtonLink>
      </div>
      <Loaded
        query={reviews}
        loading={<SkeletonRows count={4} />}
        isEmpty={() => items().length === 0}
        empty={
          <div class="card">
            <Empty art={<Cups />} title={m.reviews_mine_none()}>
              {m.reviews_mine_none_words()}
            </Empty>
          </div>
        }
      >
        {(data) => (
          <>
            <Score summary={data().pages[0]!.summary} />
            <ul class="stack stack--6">
              <For each={items()}>
                {(review) => (
                  <ReviewCard review={review} replyTitle={m.reviews_reply_mine()}>
                    <Acts review={review} onReport={() => setReporting(review)} />
                  </ReviewCard>
                )}
              </For>
            </ul>
            <Show when={reviews.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.reviews_end()}</p>}>
              <Button
                class="justify-self-center"
                busy={reviews.isFetchingNextPage}
                onClick={() => void reviews.fetchNextPage()}
              >
                {m.reviews_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
      <ReportDialog review={reporting()} onClose={() => setReporting(undefined)} />
    </div>
  )
}

function Acts(props: { review: ReceivedReview; onReport: () => void }) {
  return (
    <div class="row row--2 row--wrap">
      <Show when={props.review.may_reply}>
        <ReplyForm reviewId={props.review.id} name={props.review.author.name} />
      </Show>
      <ButtonLink kind="quiet" size="sm" href={`/sessions/${props.review.booking_id}`}>
        {m.reviews_to_session()}
      </ButtonLink>
      <Show when={!props.review.is_removed}>
        <Button
          kind="quiet"
          size="sm"
          aria-label={m.reviews_report_of({ name: isolate(props.review.author.name) })}
          onClick={() => props.onReport()}
        >
          {m.reviews_report()}
        </Button>
      </Show>
    </div>
  )
}
