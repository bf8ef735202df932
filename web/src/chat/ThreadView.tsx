import { A } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import { mayReachOthers, missingTitle } from '../accounts/reach'
import { ReachPanel } from '../accounts/ReachPanel'
import { createNow } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { useSession, type Me } from '../lib/session'
import type { Place } from '../lib/time'
import { usePlace } from '../lib/zones'
import { Avatar } from '../ui/Avatar'
import { ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { Note } from '../ui/Note'
import { createAnswering } from './answering'
import { Bubbles } from './Bubbles'
import type { Conversation } from './chat.queries'
import { Composer } from './Composer'
import { ConversationMenu } from './ConversationMenu'
import { createThread, type Thread } from './thread'

type ViewProps = { id: string; conversation: Conversation | undefined; me: Me; mine: Place | undefined }

/** One conversation, live. */
export function ThreadView(props: ViewProps) {
  // The page makes a new view for another conversation.
  const thread = untrack(() => createThread(props.id, props.me))
  const answering = createAnswering()
  const session = useSession()
  const [atEnd, setAtEnd] = createSignal(true)
  const isVisible = createVisible()
  const name = () => {
    const other = Object.entries(thread.state().names).find(([account]) => account !== props.me.id)
    return props.conversation?.other.name ?? other?.[1] ?? ''
  }
  createEffect(() => {
    thread.state()
    thread.life()
    if (isVisible() && atEnd()) thread.read()
  })
  createEffect(on(isVisible, (visible) => (visible ? thread.returned() : thread.left()), { defer: true }))
  createEffect(
    on(
      () => thread.life().state,
      (is) => is === 'ended' && void session.refresh(),
    ),
  )

  const isBlocked = () => thread.state().blocked || Boolean(props.conversation?.blocked)

  return (
    <section class="chat__main" aria-label={m.chat_with({ name: isolate(name()) })}>
      <Header {...props} name={name()} thread={thread} />
      <Switch>
        <Match when={thread.isMissing()}>
          <div class="chat__scroll chat__none">
            <Empty
              art={<Cups />}
              title={m.chat_missing()}
              act={
                <ButtonLink kind="primary" href="/messages">
                  {m.chat_all()}
                </ButtonLink>
              }
            >
              {m.chat_missing_words()}
            </Empty>
          </div>
        </Match>
        <Match when={thread.problem() && !thread.state().opened}>
          <div class="chat__scroll chat__none">
            <ErrorState error={thread.problem()} retry={() => thread.look()} />
          </div>
        </Match>
        <Match when={true}>
          <Bubbles
            thread={thread}
            answering={answering}
            conversationId={props.id}
            me={props.me}
            other={props.conversation?.other}
            name={name()}
            mine={props.mine}
            onEnd={setAtEnd}
          />
        </Match>
      </Switch>
      <Show when={!thread.isMissing()}>
        <Line thread={thread} />
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
                    ? m.chat_blocked_by_me({ name: isolate(name()) })
                    : m.chat_blocked({ name: isolate(name()) })}
                </Note>
              </div>
            }
          >
            <Composer thread={thread} answering={answering} id={props.id} name={name()} me={props.me} />
          </Show>
        </Show>
      </Show>
    </section>
  )
}

function Header(props: ViewProps & { name: string; thread: Thread }) {
  const theirs = usePlace(() => props.conversation?.other.time_zone)
  const now = createNow()
  const isHere = () =>
    props.thread.life().state === 'live' &&
    Object.entries(props.thread.state().online).some(([account, online]) => online && account !== props.me.id)
  return (
    <header class="chat__h">
      <A class="btn btn--quiet btn--icon chat__back" href="/messages" aria-label={m.chat_all()}>
        <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
      </A>
      <Avatar name={props.name} picture={props.conversation?.other.picture_url ?? null} live={isHere()} eager />
      <div class="grow">
        <h2 class="t-strong ellipsis">
          <Show when={props.name} fallback={<span class="sk sk--title" />}>
            <bdi>{props.name}</bdi>
          </Show>
        </h2>
        <p class="t-sm t-2 ellipsis">
          <Show when={theirs()}>
            {(place) => (
              <span class="num">
                {m.chat_their_time({ time: place().time(now()), city: place().city, zone: place().label(now()) })}
              </span>
            )}
          </Show>
          <Show when={isHere()}> · {m.chat_here_now()}</Show>
        </p>
      </div>
      <Show when={props.conversation}>{(conversation) => <ConversationMenu conversation={conversation()} />}</Show>
    </header>
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

function createVisible() {
  const look = () => document.visibilityState === 'visible'
  const [isVisible, setVisible] = createSignal(look())
  const listen = () => setVisible(look())
  document.addEventListener('visibilitychange', listen)
  onCleanup(() => document.removeEventListener('visibilitychange', listen))
  return isVisible
}
