import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { Cord } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { issuesQuery } from './newsletter.queries'
import { SentOn } from './SentOn'
import { SubscribeForm } from './SubscribeForm'

/** What it is, a way in, and everything that was sent so far. */
export default function NewsletterPage() {
  createTitle(m.newsletter_title)
  const issues = useInfiniteQuery(issuesQuery)
  const items = () => issues.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div class="mx-auto grid w-full max-w-read gap-8 py-4">
      <header class="stack stack--2">
        <h1 class="t-page">{m.newsletter_title()}</h1>
        <p class="t-lead">{m.newsletter_words()}</p>
      </header>
      <section class="card" aria-label={m.newsletter_act()}>
        <SubscribeForm />
      </section>
      <section class="stack">
        <h2 class="t-section">{m.newsletter_archive()}</h2>
        <Loaded
          query={issues}
          loading={<SkeletonRows />}
          isEmpty={() => items().length === 0}
          empty={
            <div class="card">
              <Empty art={<Cord />} title={m.newsletter_none()}>
                {m.newsletter_none_words()}
              </Empty>
            </div>
          }
        >
          {() => (
            <>
              <ul class="card card--flush list">
                <For each={items()}>
                  {(issue) => (
                    <li>
                      <A class="list-row" href={`/newsletter/${issue.slug}`}>
                        <span class="list-row__main">
                          <bdi class="t-strong block">{issue.subject}</bdi>
                          <SentOn at={issue.sent_at} />
                        </span>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={issues.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.newsletter_end()}</p>}>
                <Button
                  class="justify-self-center"
                  busy={issues.isFetchingNextPage}
                  onClick={() => void issues.fetchNextPage()}
                >
                  {m.newsletter_more()}
                </Button>
              </Show>
            </>
          )}
        </Loaded>
      </section>
    </div>
  )
}
