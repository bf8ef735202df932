import { Match, Show, Switch } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import CheckCheckIcon from '~icons/lucide/check-check'
import AlertIcon from '~icons/lucide/circle-alert'
import ClockIcon from '~icons/lucide/clock-3'
import type { ErrorCode } from '../../../worker/contract/errors'
import { isolate, m } from '../lib/messages'
import { Problem, wordsOf } from '../lib/problem'
import type { Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import type { Bubble } from './rows'
import type { Thread } from './thread'

const MARKS = { sending: m.chat_sending, sent: m.chat_sent, read: m.chat_read }

type SaidProps = {
  thread: Pick<Thread, 'retry' | 'drop'>
  bubble: Bubble
  name: string
  picture: string | null
  mine: Place
}

/** One message; the face, the time and the mark stand at the end of a run, what failed stands for itself. */
export function Said(props: SaidProps) {
  return (
    <div
      class="said"
      classList={{ 'said--mine': props.bubble.mine }}
      data-first={props.bubble.first ? '' : undefined}
      data-last={props.bubble.last ? '' : undefined}
    >
      <Show when={!props.bubble.mine && props.bubble.last}>
        <Avatar name={props.name} picture={props.picture} size="sm" />
      </Show>
      <div class="bubble" dir="auto">
        <Show when={props.bubble.first}>
          <span class="sr">{props.bubble.mine ? m.chat_you() : m.chat_says({ name: isolate(props.name) })} </span>
        </Show>
        {props.bubble.content}
        <Show when={props.bubble.mark && props.bubble.mark !== 'failed' && props.bubble.mark}>
          {(mark) => <span class="sr"> {MARKS[mark()]()}</span>}
        </Show>
      </div>
      <Switch>
        <Match when={props.bubble.failed}>
          {(code) => (
            <span class="msgs__meta" data-state="failed">
              <AlertIcon class="i i--sm" aria-hidden="true" />
              {m.chat_not_sent({ reason: wordsOf(new Problem(code() as ErrorCode, 0)) })}
              <button type="button" class="link" onClick={() => props.thread.retry(props.bubble.client_id)}>
                {m.act_try_again()}
              </button>
              <button type="button" class="link" onClick={() => props.thread.drop(props.bubble.client_id)}>
                {m.act_remove()}
              </button>
            </span>
          )}
        </Match>
        <Match when={props.bubble.last}>
          <span class="msgs__meta" data-state={props.bubble.mark ?? undefined}>
            <time datetime={props.bubble.at}>{props.mine.time(props.bubble.at)}</time>
            <MarkIcon mark={props.bubble.mark} />
          </span>
        </Match>
      </Switch>
    </div>
  )
}

function MarkIcon(props: { mark: Bubble['mark'] }) {
  return (
    <Switch>
      <Match when={props.mark === 'sending'}>
        <ClockIcon class="i i--sm" aria-hidden="true" />
      </Match>
      <Match when={props.mark === 'sent'}>
        <CheckIcon class="i i--sm" aria-hidden="true" />
      </Match>
      <Match when={props.mark === 'read'}>
        <CheckCheckIcon class="i i--sm" aria-hidden="true" />
      </Match>
    </Switch>
  )
}
