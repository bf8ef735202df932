import { For, Match, Show, Switch } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import CheckCheckIcon from '~icons/lucide/check-check'
import AlertIcon from '~icons/lucide/circle-alert'
import ClockIcon from '~icons/lucide/clock-3'
import type { ErrorCode } from '../../../worker/contract/errors'
import { isolate, m } from '../lib/messages'
import { Problem, wordsOf } from '../lib/problem'
import type { Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { toast } from '../ui/Toast'
import type { AnsweringState } from './answering'
import { MessageMenu } from './MessageMenu'
import { RichText } from './RichText'
import type { Bubble, Quote } from './rows'
import { SaidFiles } from './SaidFiles'
import type { Thread } from './thread'

const MARKS = { sending: m.chat_sending, sent: m.chat_sent, read: m.chat_read }

type Talked = Pick<Thread, 'react' | 'remove' | 'state'>
type SaidProps = {
  thread: Pick<Thread, 'retry' | 'drop'> & Partial<Talked>
  /** Of a conversation: what can be done with a message. */
  answering?: AnsweringState
  conversationId?: string
  onJump?: (seq: number) => void
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
      data-seq={props.bubble.seq ?? undefined}
      tabindex="-1"
    >
      <Show when={!props.bubble.mine && props.bubble.last}>
        <Avatar name={props.name} picture={props.picture} size="sm" />
      </Show>
      <div class="said__row">
        <div class="bubble" dir="auto">
          <Show when={props.bubble.first}>
            <span class="sr">{props.bubble.mine ? m.chat_you() : m.chat_says({ name: isolate(props.name) })} </span>
          </Show>
          <Show when={props.bubble.reply}>{(reply) => <Quoted {...props} reply={reply()} />}</Show>
          <Show when={!props.bubble.deleted} fallback={<em class="t-sm">{m.chat_deleted()}</em>}>
            <RichText text={props.bubble.content} />
            <SaidFiles files={props.bubble.attachments} />
          </Show>
          <Show when={props.bubble.edited}>
            <span class="t-xs"> {m.chat_edited()}</span>
          </Show>
          <Show when={props.bubble.mark && props.bubble.mark !== 'failed' && props.bubble.mark}>
            {(mark) => <span class="sr"> {MARKS[mark()]()}</span>}
          </Show>
        </div>
        <Show when={props.bubble.seq !== null && !props.bubble.deleted && props.answering}>
          {(answering) => (
            <MessageMenu
              bubble={{ ...props.bubble, seq: props.bubble.seq! }}
              thread={props.thread as Talked}
              answering={answering()}
              conversationId={props.conversationId ?? ''}
              name={props.name}
            />
          )}
        </Show>
      </div>
      <Show when={props.bubble.reactions.length > 0}>
        <Reactions {...props} />
      </Show>
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

/** What a message answers; it leads there. */
function Quoted(props: SaidProps & { reply: Quote }) {
  const words = () => {
    const { content, deleted } = props.reply
    if (deleted) return m.chat_deleted()
    return content === null ? m.chat_quote_gone() : content || m.chat_quote_files()
  }
  return (
    <button type="button" class="said__quote" onClick={() => props.onJump?.(props.reply.seq)}>
      <span class="sr">{m.chat_jump()} </span>
      <Show when={props.reply.content !== null}>
        <b class="block t-xs">{props.reply.mine ? m.chat_quote_mine() : <bdi>{props.name}</bdi>}</b>
      </Show>
      <span class="said__quoted" dir="auto">
        {words()}
      </span>
    </button>
  )
}

function Reactions(props: SaidProps) {
  const toggle = (emoji: string, on: boolean) =>
    props.thread.react?.(props.bubble.seq!, emoji, on).catch((error: unknown) => toast(wordsOf(error)))
  return (
    <span class="said__reactions">
      <For each={props.bubble.reactions}>
        {(one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={one.mine}
            aria-label={m.chat_reaction({ emoji: one.emoji, count: one.count })}
            onClick={() => void toggle(one.emoji, !one.mine)}
          >
            {one.emoji} <span class="num">{one.count}</span>
          </button>
        )}
      </For>
    </span>
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
