import { createSignal, Match, Show, Switch } from 'solid-js'
import CheckIcon from '~icons/lucide/circle-check'
import UsefulIcon from '~icons/lucide/thumbs-up'
import { isolate, m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { Ago, Author, Face } from './Author'
import { CommentForm } from './CommentForm'
import { acceptAnswer, likeComment, removeComment } from './comments.queries'
import type { Comment, Post } from './community.queries'
import { FlagDialog } from './FlagDialog'
import { HiddenNote } from './HiddenNote'
import { PostText } from './PostText'

type Props = { comment: Comment; post: Post; onChanged: () => void }

/** One comment; where its words are gone its place stays, for what was answered. */
export function CommentView(props: Props) {
  const [mode, setMode] = createSignal<'answer' | 'change'>()
  const done = () => {
    setMode(undefined)
    props.onChanged()
  }
  return (
    <article
      id={`comment-${props.comment.id}`}
      class="comment"
      classList={{ 'comment--accepted': props.comment.is_accepted }}
      tabindex="-1"
    >
      <Switch>
        <Match when={props.comment.state === 'removed'}>
          <p class="t-2">
            <em>{m.comments_removed()}</em>
          </p>
        </Match>
        <Match when={props.comment.state === 'hidden' && !props.comment.is_mine}>
          <p class="t-2">
            <em>{m.comments_hidden()}</em>
          </p>
        </Match>
        <Match when={true}>
          <Head comment={props.comment} />
          <Show when={props.comment.state === 'hidden'}>
            <HiddenNote thing={{ kind: 'comment', id: props.comment.id }} />
          </Show>
          <Show
            when={mode() !== 'change'}
            fallback={
              <CommentForm
                post={props.post}
                changing={props.comment}
                onSent={done}
                onCancel={() => setMode(undefined)}
              />
            }
          >
            <div class="prose" dir="auto">
              <PostText text={props.comment.text} mentions={props.comment.mentions} />
            </div>
            <Acts {...props} onAnswer={() => setMode('answer')} onChange={() => setMode('change')} />
          </Show>
          <Show when={mode() === 'answer'}>
            <CommentForm post={props.post} parent={props.comment} onSent={done} onCancel={() => setMode(undefined)} />
          </Show>
        </Match>
      </Switch>
    </article>
  )
}

const Head = (props: { comment: Comment }) => (
  <header class="row row--2 row--wrap">
    <Face author={props.comment.author} size="sm" />
    <p class="t-sm grow">
      <Author author={props.comment.author} />{' '}
      <span class="t-3">
        <Ago at={props.comment.created_at} />
        <Show when={props.comment.edited_at}> · {m.community_edited()}</Show>
      </span>
    </p>
    <Show when={props.comment.is_accepted}>
      <Badge kind="success">
        <CheckIcon class="i i--sm" aria-hidden="true" />
        {m.comments_accepted()}
      </Badge>
    </Show>
  </header>
)

function Acts(props: Props & { onAnswer: () => void; onChange: () => void }) {
  const [flagging, setFlagging] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  async function act(send: () => Promise<unknown>): Promise<void> {
    if (busy()) return
    setBusy(true)
    try {
      await send()
      props.onChanged()
    } catch (error) {
      toast(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  function like(): void {
    const { id, liked } = props.comment
    void act(() => likeComment(id, !liked))
  }
  function accept(): void {
    const [post, { id, is_accepted }] = [props.post.id, props.comment]
    void act(() => acceptAnswer(post, is_accepted ? null : id))
  }
  function remove(): void {
    const { id } = props.comment
    void act(() => removeComment(id))
  }
  const name = () => isolate(props.comment.author?.name ?? m.community_former())
  const mayAccept = () => props.post.is_mine && props.post.is_question && props.comment.parent_id === null
  return (
    <div class="row row--1 row--wrap comment__acts">
      <Button
        size="sm"
        kind={props.comment.liked ? 'soft' : 'quiet'}
        aria-pressed={props.comment.liked}
        busy={busy()}
        onClick={() => like()}
      >
        <UsefulIcon class="i i--sm" aria-hidden="true" />
        {m.community_useful()} <b class="num">{props.comment.likes}</b>
      </Button>
      <Button
        size="sm"
        kind="quiet"
        aria-label={m.comments_reply_to({ name: name() })}
        onClick={() => props.onAnswer()}
      >
        {m.comments_reply()}
      </Button>
      <Show when={mayAccept()}>
        <Button size="sm" kind="quiet" onClick={() => accept()}>
          {props.comment.is_accepted ? m.comments_unaccept() : m.comments_accept()}
        </Button>
      </Show>
      <Show
        when={props.comment.is_mine}
        fallback={
          <Button size="sm" kind="quiet" onClick={() => setFlagging(true)}>
            {m.community_flag()}
          </Button>
        }
      >
        <Button size="sm" kind="quiet" onClick={() => props.onChange()}>
          {m.community_edit()}
        </Button>
        <Remove onRemove={() => remove()} />
      </Show>
      <FlagDialog thing={{ comment_id: props.comment.id }} open={flagging()} onClose={() => setFlagging(false)} />
    </div>
  )
}

/** Asks in place: the second press does it. */
function Remove(props: { onRemove: () => void }) {
  const [asked, setAsked] = createSignal(false)
  return (
    <Button
      size="sm"
      kind={asked() ? 'danger' : 'quiet'}
      onClick={() => (asked() ? props.onRemove() : setAsked(true))}
      onBlur={() => setAsked(false)}
    >
      {asked() ? m.comments_remove_really() : m.community_remove()}
    </Button>
  )
}
