import './community.css'
import { A, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { Avatar } from '../ui/Avatar'
import { Loaded, SkeletonRows } from '../ui/List'
import { Author } from './Author'
import { Feed } from './Feed'
import { FollowPerson } from './FollowButton'
import { pageOf } from './people'
import { profileQuery } from './people.queries'
import { Writer } from './Writer'

/** Somebody as the community knows them: what they wrote, and whether I follow them. */
export default function PersonPage() {
  const params = useParams<{ display_id: string }>()
  const person = useQuery(() => profileQuery(params.display_id))
  createTitle(() => person.data?.name ?? m.community_title())
  const isMissing = () => person.error instanceof Problem && person.error.status === 404
  return (
    <Show when={!isMissing()} fallback={<NotFoundPage />}>
      <div class="mx-auto w-full max-w-read">
        <Loaded query={person} loading={<SkeletonRows count={1} />}>
          {(data) => (
            <header class="row">
              <Avatar name={data().name} picture={data().picture_url} size="lg" />
              <div class="grow">
                <h1 class="t-page">
                  <Author author={data()} />
                </h1>
                <p class="t-2">
                  {m.community_tag_posts({ count: data().posts })} ·{' '}
                  {m.community_tag_followers({ count: data().followers })} ·{' '}
                  <A class="link" href={pageOf(data().display_id)}>
                    {m.community_profile()}
                  </A>
                </p>
              </div>
              <Show when={!data().is_me}>
                <FollowPerson display_id={data().display_id} name={data().name} followed={data().is_followed} />
              </Show>
            </header>
          )}
        </Loaded>
        <Feed wish={{ author: params.display_id }} />
        <Writer />
      </div>
    </Show>
  )
}
