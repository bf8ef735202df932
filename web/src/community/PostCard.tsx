import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import BookmarkIcon from '~icons/lucide/bookmark'
import CommentIcon from '~icons/lucide/message-square'
import UsefulIcon from '~icons/lucide/thumbs-up'
import { m } from '../lib/messages'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Ago, Author, Face } from './Author'
import type { Post } from './community.queries'
import { HiddenNote } from './HiddenNote'
import { createMarking } from './marking'
import { Pictures } from './Pictures'
import { PostMenu } from './PostMenu'
import { PostText } from './PostText'
import { TOPIC_WORDS } from './words'

/** A post as everybody reads it; in a feed a long one is folded and leads to its page. */
export function PostCard(props: { post: Post; whole?: boolean; visitor?: boolean; onRemoved?: () => void }) {
  const href = () => `/community/posts/${props.post.id}`
  return (
    <article class="post" data-post={props.post.id} aria-label={m.community_post_by({ name: nameOf(props.post) })}>
      <header class="row">
        <Face author={props.post.author} />
        <div class="grow">
          <p>
            <Author author={props.post.author} />
          </p>
          <p class="t-sm t-3">
            <A href={href()}>
              <Ago at={props.post.published_at} />
            </A>{' '}
            ·{' '}
            <A class="link" href={`/community?topic=${props.post.topic}`}>
              {TOPIC_WORDS[props.post.topic]()}
            </A>
            <Show when={props.post.edited_at}> · {m.community_edited()}</Show>
          </p>
        </div>
        <Show when={!props.visitor}>
          <PostMenu post={props.post} onRemoved={props.onRemoved} />
        </Show>
      </header>
      <Show when={props.post.state === 'hidden'}>
        <HiddenNote thing={{ kind: 'post', id: props.post.id }} />
      </Show>
      <Show when={props.post.is_question}>
        <p>
          <Badge kind={props.post.accepted_comment_id ? 'success' : 'warning'}>
            {props.post.accepted_comment_id ? m.community_answered() : m.community_question()}
          </Badge>
        </p>
      </Show>
      <div class="prose post__text" classList={{ 'post__text--folded': !props.whole }} dir="auto">
        <PostText text={props.post.text} mentions={props.post.mentions} />
      </div>
      <Pictures pictures={props.post.pictures} />
      <Show when={props.post.tags.length > 0}>
        <ul class="chips" aria-label={m.community_tags()}>
          <For each={props.post.tags}>
            {(tag) => (
              <li>
                <A class="chip" href={`/community/tags/${encodeURIComponent(tag)}`}>
                  <bdi>#{tag}</bdi>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!props.visitor}>
        <Foot post={props.post} href={href()} />
      </Show>
    </article>
  )
}

const nameOf = (post: Post): string => post.author?.name ?? m.community_former()

function Foot(props: { post: Post; href: string }) {
  const marking = createMarking()
  return (
    <footer class="row row--1 post__f">
      <Button
        size="sm"
        kind={props.post.liked ? 'soft' : 'quiet'}
        aria-pressed={props.post.liked}
        onClick={() => void marking.like(props.post)}
      >
        <UsefulIcon class="i" aria-hidden="true" />
        {m.community_useful()} <b class="num">{props.post.likes}</b>
      </Button>
      <A class="btn btn--quiet btn--sm" href={`${props.href}#comments`}>
        <CommentIcon class="i" aria-hidden="true" />
        {m.community_comments()} <b class="num">{props.post.comments}</b>
      </A>
      <span class="t-sm t-3 post__views">{m.community_views({ count: props.post.views })}</span>
      <Button
        class="push"
        size="sm"
        kind={props.post.bookmarked ? 'soft' : 'quiet'}
        icon
        aria-pressed={props.post.bookmarked}
        aria-label={m.community_keep()}
        onClick={() => void marking.keep(props.post)}
      >
        <BookmarkIcon class="i" aria-hidden="true" />
      </Button>
    </footer>
  )
}
