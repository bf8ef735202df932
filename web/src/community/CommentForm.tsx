import { createSignal, Show, untrack } from 'solid-js'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { changeComment, comment } from './comments.queries'
import type { Comment, Post } from './community.queries'
import { createKeys } from './keys'
import { MentionArea } from './MentionArea'
import { shownText, storedText, type Mentioned } from './mentioning'

type Props = {
  post: Post
  /** The comment that is answered; none: the post. */
  parent?: Comment
  /** The comment that is changed. */
  changing?: Comment
  onSent: () => void
  onCancel?: () => void
}

const labelOf = (props: Props): string =>
  props.changing
    ? m.comments_change()
    : props.parent
      ? m.comments_answer()
      : props.post.is_question
        ? m.comments_answer_question()
        : m.comments_write()

/** Words below a post; they stay where sending fails, and over a reload. */
export function CommentForm(props: Props) {
  const known = untrack(() => props.changing?.mentions ?? [])
  const key = untrack(() => `aspirex.comment.${props.changing?.id ?? props.parent?.id ?? props.post.id}`)
  const first = untrack(() => (props.changing ? shownText(props.changing.text, known) : ''))
  const [text, setText] = createSignal(sessionStorage.getItem(key) ?? first)
  const [people, setPeople] = createSignal<Mentioned[]>([...known])
  const write = (words: string) => {
    setText(words)
    sessionStorage.setItem(key, words)
  }
  const keyFor = createKeys()
  const form = createSubmission(
    () => {
      const words = storedText(text(), people())
      if (props.changing) return changeComment(props.changing.id, words)
      return comment(props.post.id, { text: words, ...(props.parent && { parent_id: props.parent.id }) }, keyFor(words))
    },
    () => {
      sessionStorage.removeItem(key)
      setText('')
      props.onSent()
    },
  )
  return (
    <form class="comments__form stack stack--2" onSubmit={(event) => void form.submit(event)}>
      <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
      <MentionArea
        label={labelOf(props)}
        rows={text() === '' && !props.parent ? 2 : 4}
        postId={props.post.id}
        value={text()}
        onInput={write}
        onMention={(person) => setPeople((before) => [...before, person])}
        error={form.fieldError('text')}
      />
      <Show when={text().trim() !== '' || props.onCancel}>
        <div class="row row--2">
          <Button kind="primary" size="sm" type="submit" busy={form.busy()} disabled={text().trim() === ''}>
            {props.changing ? m.write_save() : m.comments_send()}
          </Button>
          <Show when={props.onCancel}>
            <Button
              kind="quiet"
              size="sm"
              onClick={() => {
                sessionStorage.removeItem(key)
                props.onCancel?.()
              }}
            >
              {m.act_cancel()}
            </Button>
          </Show>
        </div>
      </Show>
    </form>
  )
}
