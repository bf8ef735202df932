import { A, useParams } from '@solidjs/router'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { RichText } from '../chat/RichText'
import NotFoundPage from '../site/NotFoundPage'
import { Problem } from '../lib/problem'
import { Show } from 'solid-js'
import { Loaded, SkeletonRows } from '../ui/List'
import { issueQuery } from './newsletter.queries'
import { SentOn } from './SentOn'

/** An issue as it was sent. */
export default function IssuePage() {
  const params = useParams<{ slug: string }>()
  const issue = useQuery(() => issueQuery(params.slug))
  createTitle(() => issue.data?.subject ?? m.newsletter_title())
  const isMissing = () => issue.error instanceof Problem && issue.error.status === 404
  return (
    <Show when={!isMissing()} fallback={<NotFoundPage />}>
      <article class="mx-auto grid w-full max-w-read gap-6 py-4">
        <A class="link" href="/newsletter">
          {m.newsletter_to_page()}
        </A>
        <Loaded query={issue} loading={<SkeletonRows count={2} />}>
          {(data) => (
            <>
              <header class="stack stack--2">
                <h1 class="t-page" dir="auto">
                  {data().subject}
                </h1>
                <SentOn at={data().sent_at} />
              </header>
              <div class="prose" dir="auto">
                <RichText text={data().text} />
              </div>
            </>
          )}
        </Loaded>
      </article>
    </Show>
  )
}
