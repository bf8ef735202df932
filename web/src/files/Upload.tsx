import { Show } from 'solid-js'
import FileIcon from '~icons/lucide/file-up'
import { m } from '../lib/messages'
import { fieldError, isPassing, wordsOf } from '../lib/problem'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import { percent } from './size'
import type { Upload as Sent } from './uploading'

/** A file on its way, and what became of it where it did not arrive. */
export function Upload(props: { of: Sent; field?: string }) {
  return (
    <Show when={props.of.sending()}>
      {(sending) => (
        <Show
          when={sending().state === 'sending'}
          fallback={<NotArrived of={props.of} field={props.field ?? 'file'} />}
        >
          <div class="upload" role="group" aria-label={m.files_sending({ name: sending().name })}>
            <FileIcon class="i" aria-hidden="true" />
            <div class="upload__main">
              <p class="ellipsis">
                <bdi>{sending().name}</bdi>
              </p>
              <progress
                class="bar"
                max="1"
                value={sending().part}
                aria-label={m.files_sending({ name: sending().name })}
              />
              <p class="t-sm t-2 num">{m.files_sent_part({ percent: percent(sending().part) })}</p>
            </div>
            <Button size="sm" onClick={() => props.of.stop()}>
              {m.files_stop()}
            </Button>
          </div>
        </Show>
      )}
    </Show>
  )
}

function NotArrived(props: { of: Sent; field: string }) {
  const error = () => props.of.sending()?.error
  const isStopped = () => props.of.sending()?.state === 'stopped'
  const words = () => (isStopped() ? m.files_stopped() : (fieldError(error(), props.field) ?? wordsOf(error())))
  return (
    <Note
      kind={isStopped() ? 'info' : 'danger'}
      act={
        <Show when={isStopped() || isPassing(error())}>
          <Button size="sm" onClick={() => props.of.retry()}>
            {m.files_retry()}
          </Button>
        </Show>
      }
    >
      <Show when={props.of.sending()}>
        {(sending) => (
          <span class="t-strong block ellipsis">
            <bdi>{sending().name}</bdi>
          </span>
        )}
      </Show>
      {words()}
    </Note>
  )
}
