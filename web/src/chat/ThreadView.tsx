import { createEffect, createSignal, Match, on, onCleanup, Show, Switch, untrack } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { useSession, type Me } from '../lib/session'
import type { Place } from '../lib/time'
import { ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { createAnswering } from './answering'
import { Bubbles } from './Bubbles'
import type { Conversation } from './chat.queries'
import { FindPanel } from './FindPanel'
import { createShortcuts, toNeighbour } from './shortcuts'
import { ShortcutsDialog } from './ShortcutsDialog'
import { createThread } from './thread'
import { ThreadFoot } from './ThreadFoot'
import { ThreadHeader } from './ThreadHeader'

type ViewProps = { id: string; conversation: Conversation | undefined; me: Me; mine: Place | undefined }

/** One conversation, live. */
export function ThreadView(props: ViewProps) {
  // The page makes a new view for another conversation.
  const thread = untrack(() => createThread(props.id, props.me))
  const answering = createAnswering()
  const session = useSession()
  const [atEnd, setAtEnd] = createSignal(true)
  const [isFinding, setFinding] = createSignal(false)
  const [isHelping, setHelping] = createSignal(false)
  const isVisible = createVisible()
  let section!: HTMLElement
  const name = () => {
    const other = Object.entries(thread.state().names).find(([account]) => account !== props.me.id)
    return props.conversation?.other.name ?? other?.[1] ?? ''
  }
  createEffect(() => {
    thread.state()
    thread.life()
    if (atEnd()) thread.pages.rest()
    if (isVisible() && atEnd()) thread.read()
  })
  createEffect(on(isVisible, (visible) => (visible ? thread.returned() : thread.left()), { defer: true }))
  createEffect(
    on(
      () => thread.life().state,
      (is) => is === 'ended' && void session.refresh(),
    ),
  )

  function leaveFinding(): void {
    setFinding(false)
    section.querySelector<HTMLElement>('.composer textarea')?.focus()
  }
  createShortcuts({
    '/': () => setFinding(true),
    'Control+Shift+F': () => setFinding(true),
    '?': () => setHelping(true),
    'Alt+ArrowUp': () => toNeighbour(-1),
    'Alt+ArrowDown': () => toNeighbour(1),
    Escape: () => (isFinding() ? leaveFinding() : answering.done()),
  })

  return (
    <section ref={section} class="chat__main" aria-label={m.chat_with({ name: isolate(name()) })}>
      <ThreadHeader
        {...props}
        name={name()}
        thread={thread}
        isFinding={isFinding()}
        onFind={() => (isFinding() ? leaveFinding() : setFinding(true))}
        onKeys={() => setHelping(true)}
      />
      <Show when={isFinding()}>
        <FindPanel
          thread={thread}
          me={props.me}
          name={name()}
          mine={props.mine}
          onClose={leaveFinding}
          onFound={() => setFinding(false)}
        />
      </Show>
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
        <ThreadFoot {...props} thread={thread} answering={answering} name={name()} />
      </Show>
      <ShortcutsDialog open={isHelping()} onClose={() => setHelping(false)} />
    </section>
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
