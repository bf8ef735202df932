import './community.css'
import { A, useNavigate, useParams } from '@solidjs/router'
import { Match, Show, Switch, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { ButtonLink } from '../ui/Button'
import { Note } from '../ui/Note'
import { Loaded, SkeletonRows } from '../ui/List'
import { Comments } from './Comments'
import { postQuery, type Post } from './community.queries'
import { PostCard } from './PostCard'
import { createSeeing } from './seeing'
import { Writer } from './Writer'

/** A post with everything that was said below it. Visitors read what AspireX itself wrote. */
export default function PostPage() {
  const params = useParams<{ id: string }>()
  const me = useMe()
  const post = useQuery(() => postQuery(params.id))
  createTitle(() => titleOf(post.data))
  const isMissing = () => post.error instanceof Problem && post.error.status === 404
  return (
    <Switch
      fallback={
        <div class="mx-auto w-full max-w-read">
          <Show when={me.data}>
            <A class="link" href="/community">
              {m.community_title()}
            </A>
          </Show>
          <Loaded query={post} loading={<SkeletonRows count={2} />}>
            {(data) => <Whole post={data()} visitor={me.data === null} />}
          </Loaded>
        </div>
      }
    >
      <Match when={isMissing() && me.data === null}>
        <div class="card stack">
          <h1 class="t-page">{m.community_members_title()}</h1>
          <p>{m.community_members_words()}</p>
          <p>
            <ButtonLink kind="primary" href={`/login?next=${encodeURIComponent(`/community/posts/${params.id}`)}`}>
              {m.act_log_in()}
            </ButtonLink>
          </p>
        </div>
      </Match>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
    </Switch>
  )
}

function titleOf(post: Post | undefined): string {
  const first = post?.text.split('\n').find((line) => line.trim() !== '')
  return first?.replace(/^#+ /, '').slice(0, 80) ?? m.community_title()
}

function Whole(props: { post: Post; visitor: boolean }) {
  let root!: HTMLDivElement
  const navigate = useNavigate()
  // A visitor who logs in comes by another page.
  if (untrack(() => !props.visitor)) createSeeing(() => root)
  return (
    <div ref={root}>
      <h1 class="sr">{titleOf(props.post)}</h1>
      <Show when={props.post.state !== 'removed'} fallback={<Note kind="info">{m.community_removed_here()}</Note>}>
        <PostCard post={props.post} whole visitor={props.visitor} onRemoved={() => navigate('/community')} />
      </Show>
      <Show when={!props.visitor}>
        <Comments post={props.post} />
        <Writer />
      </Show>
    </div>
  )
}
