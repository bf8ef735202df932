import { untrack } from 'solid-js'
import { TICKET_LENGTH } from '../../../worker/contract/support.constants'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { Show } from 'solid-js'
import { createFiles, TicketFiles } from './TicketFiles'
import { createKept } from './kept'
import { sayInTicket } from './support.queries'

/** One more word from the person. The same words sent twice, after an answer that got lost, are one message. */
export function Reply(props: { id: string; reopens: boolean; onSent: () => void }) {
  const words = createKept(untrack(() => `aspirex.ticket.${props.id}`))
  const files = createFiles()
  let client_id = crypto.randomUUID()
  const form = createSubmission(
    () =>
      sayInTicket(props.id, {
        client_id,
        text: words.text(),
        attachments: files.files().map(({ file_id }) => file_id),
      }),
    () => {
      client_id = crypto.randomUUID()
      words.write('')
      files.taken()
      props.onSent()
    },
  )
  const write = (text: string): void => {
    // Other words after a failure are another message.
    if (form.error()) client_id = crypto.randomUUID()
    words.write(text)
  }
  return (
    <form class="card stack" onSubmit={(event) => void form.submit(event)}>
      <Show when={props.reopens}>
        <Note kind="info">{m.support_reply_reopens()}</Note>
      </Show>
      <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
      <TextArea
        label={m.support_reply()}
        name="text"
        required
        maxlength={TICKET_LENGTH.text}
        value={words.text()}
        onInput={(event) => write(event.currentTarget.value)}
        error={form.fieldError('text')}
      />
      <TicketFiles of={files} />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()} disabled={files.isBusy()}>
          {m.support_reply_send()}
        </Button>
      </div>
    </form>
  )
}
