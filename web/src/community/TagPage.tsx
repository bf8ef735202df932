import './community.css'
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { Button } from '../ui/Button'
import { Around } from './Around'
import { tagQuery } from './community.queries'
import { Feed } from './Feed'
import { FollowTag } from './FollowButton'
import { Writer } from './Writer'
import { openWriter } from './writing'

/** Everything with one tag. */
export default function TagPage() {
  const params = useParams<{ tag: string }>()
  const tag = () => decodeURIComponent(params.tag)
  createTitle(() => `#${tag()}`)
  const about = useQuery(() => tagQuery(tag()))
  return (
    <div class="feed">
      <div class="feed__m">
        <div class="page-head page-head--tight">
          <h1 class="t-page grow">
            <bdi>#{tag()}</bdi>
          </h1>
          <Show when={about.data}>{(data) => <FollowTag tag={data().tag} followed={data().following} />}</Show>
          <Button kind="primary" size="sm" onClick={() => openWriter({ tag: tag() })}>
            {m.community_write()}
          </Button>
        </div>
        <Show when={about.data}>
          {(data) => (
            <p class="t-2">
              {m.community_tag_posts({ count: data().posts })} ·{' '}
              {m.community_tag_followers({ count: data().followers })}
            </p>
          )}
        </Show>
        <Feed wish={{ tag: tag() }} />
      </div>
      <Around />
      <Writer />
    </div>
  )
}
