import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { EventsGlance } from '../events/EventsGlance'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Avatar } from '../ui/Avatar'
import { tagsQuery } from './community.queries'
import { FollowPerson } from './FollowButton'
import { followsQuery } from './people.queries'

/** Beside the feed: what people write about, whom I follow, and where my own things lie. */
export function Around() {
  const tags = useQuery(() => tagsQuery(''))
  const follows = useQuery(followsQuery)
  return (
    <aside class="feed__s stack stack--8" aria-label={m.community_around()}>
      <nav class="stack stack--2" aria-label={m.community_mine()}>
        <A class="link" href="/community/saved">
          {m.community_saved()}
        </A>
        <A class="link" href="/community/drafts">
          {m.community_drafts()}
        </A>
        <A class="link" href="/guidelines">
          {m.community_guidelines()}
        </A>
      </nav>
      <EventsGlance />
      <Show when={(tags.data?.items.length ?? 0) > 0}>
        <section class="stack stack--3">
          <h2 class="t-section">{m.community_tags()}</h2>
          <ul class="chips">
            <For each={tags.data!.items.slice(0, 12)}>
              {({ tag, posts }) => (
                <li>
                  <A class="chip" href={`/community/tags/${encodeURIComponent(tag)}`}>
                    <bdi>#{tag}</bdi> <span class="t-3 num">{posts}</span>
                  </A>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={(follows.data?.items.length ?? 0) > 0}>
        <section class="stack stack--3">
          <h2 class="t-section">{m.community_followed()}</h2>
          <ul class="stack stack--3">
            <For each={follows.data!.items.slice(0, 6)}>
              {(person) => (
                <li class="row">
                  <Avatar name={person.name} picture={person.picture_url} />
                  <A class="t-strong grow ellipsis" href={`/community/people/${person.display_id}`}>
                    <bdi>{person.name}</bdi>
                  </A>
                  <FollowPerson display_id={person.display_id} name={person.name} followed />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </aside>
  )
}
