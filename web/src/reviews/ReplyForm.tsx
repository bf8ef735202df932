import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { REPLY_LENGTH } from '../../../worker/contract/reviews.constants'
import { isolate, m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { writeReply } from './reviews.queries'

/** A button that becomes the one reply a mentor has. */
export function ReplyForm(props: { reviewId: string; name: string }) {
  const client = useQueryClient()
  const [isOpen, setOpen] = createSignal(false)
  const [text, setText] = createSignal('')
  const form = createSubmission(
    () => writeReply(props.reviewId, text().trim()),
    () => {
      toast(m.reviews_replied())
      void client.invalidateQueries({ queryKey: ['reviews'] })
    },
  )
  return (
    <Show
      when={isOpen()}
      fallback={
        <div>
          <Button
            size="sm"
            aria-label={m.reviews_reply_label({ name: isolate(props.name) })}
            onClick={() => setOpen(true)}
          >
            {m.reviews_reply()}
          </Button>
        </div>
      }
    >
      <form class="stack stack--3 basis-full" onSubmit={(event) => void form.submit(event)}>
        <TextArea
          ref={(field) => queueMicrotask(() => field.focus())}
          label={m.reviews_reply_label({ name: isolate(props.name) })}
          hint={m.reviews_reply_once()}
          rows="3"
          maxlength={REPLY_LENGTH}
          required
          value={text()}
          error={form.fieldError('text')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
        <div class="row row--2 row--wrap">
          <Button kind="primary" type="submit" busy={form.busy()}>
            {m.reviews_reply_send()}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {m.act_cancel()}
          </Button>
        </div>
      </form>
    </Show>
  )
}
