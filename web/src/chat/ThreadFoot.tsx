import { Match, Show, Switch } from 'solid-js'
import { mayReachOthers, missingTitle } from '../accounts/reach'
import { ReachPanel } from '../accounts/ReachPanel'
import { isolate, m } from '../lib/messages'
import type { Me } from '../lib/session'
import { Note } from '../ui/Note'
import type { AnsweringState } from './answering'
import type { Conversation } from './chat.queries'
import { lastOfMine } from './changing'
import { Composer } from './Composer'
import type { Thread } from './thread'

type FootProps = {
  thread: Thread
  answering: AnsweringState
  id: string
  conversation: Conversation | undefined
  me: Me
  name: string
}

/** Where one writes, or why one cannot. */
export function ThreadFoot(props: FootProps) {
  const isBlocked = () => props.thread.state().blocked || Boolean(props.conversation?.blocked)
  function editLast(): void {
    const last = lastOfMine(props.thread.state())
    if (last) props.answering.answer({ kind: 'edit', seq: last.seq, content: last.content, mine: true })
  }
  return (
    <>
      <Line thread={props.thread} />
      <Show
        when={mayReachOthers(props.me)}
        fallback={
          <div class="chat__line">
            <div class="card stack stack--3">
              <h3 class="t-section">{missingTitle(props.me)}</h3>
              <ReachPanel me={props.me} />
            </div>
          </div>
        }
      >
        <Show
          when={!isBlocked()}
          fallback={
            <div class="chat__line">
              <Note kind="info">
                {props.conversation?.blocked === 'by_me'
                  ? m.chat_blocked_by_me({ name: isolate(props.name) })
                  : m.chat_blocked({ name: isolate(props.name) })}
              </Note>
            </div>
          }
        >
          <Composer
            thread={props.thread}
            answering={props.answering}
            id={props.id}
            name={props.name}
            me={props.me}
            onEditLast={editLast}
          />
        </Show>
      </Show>
    </>
  )
}

/** How the line is, only when that matters to what one writes. */
function Line(props: { thread: Thread }) {
  const state = () => props.thread.life().state
  const waiting = () => props.thread.state().waiting.filter((one) => !one.failed).length
  return (
    <Switch>
      <Match when={state() === 'offline' && waiting() > 0}>
        <div class="chat__line">
          <Note kind="warning">{m.chat_offline_waiting({ count: waiting() })}</Note>
        </div>
      </Match>
      <Match when={state() === 'ended'}>
        <div class="chat__line">
          <Note kind="danger">{m.chat_ended()}</Note>
        </div>
      </Match>
      <Match when={props.thread.isFallback() && props.thread.problem()}>
        <div class="chat__line">
          <Note kind="warning">{m.chat_no_line()}</Note>
        </div>
      </Match>
    </Switch>
  )
}
