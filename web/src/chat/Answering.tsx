import { Show } from 'solid-js'
import CloseIcon from '~icons/lucide/x'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { AnsweringState } from './answering'

/** Above the field: what the next words belong to, and the way out. */
export const Answering = (props: { of: AnsweringState; name: string }) => (
  <Show when={props.of.to()}>
    {(to) => (
      <div class="chat__answering">
        <div class="grow min-w-0">
          <b class="t-xs block">
            {to().kind === 'edit'
              ? m.chat_editing()
              : to().mine
                ? m.chat_answering_me()
                : m.chat_answering({ name: isolate(props.name) })}
          </b>
          <span class="t-sm t-2 ellipsis block" dir="auto">
            {to().content || m.chat_quote_files()}
          </span>
        </div>
        <Button kind="quiet" icon size="sm" aria-label={m.act_cancel()} onClick={() => props.of.done()}>
          <CloseIcon class="i" aria-hidden="true" />
        </Button>
      </div>
    )}
  </Show>
)
