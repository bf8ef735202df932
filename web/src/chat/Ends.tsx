import { Match, Show, Switch } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { answersWords } from '../mentors/answers'
import { Button } from '../ui/Button'
import type { Conversation } from './chat.queries'
import { createEdge } from './edge'
import type { Thread } from './thread'

type EndProps = { thread: Pick<Thread, 'state' | 'pages'>; scroller: () => HTMLElement }

/** The upper end: older pages come as it nears, until the first word. */
export function Beginning(props: EndProps & { name: string; other: Conversation['other'] | undefined }) {
  let edge!: HTMLDivElement
  createEdge({
    element: () => edge,
    scroller: () => props.scroller(),
    near: () => props.thread.pages.problem() === undefined && void props.thread.pages.loadOlder(),
    loading: () => props.thread.pages.loading() !== undefined,
  })
  return (
    <div ref={edge} class="chat__edge">
      <Switch>
        <Match when={props.thread.state().hasOlder}>
          <Coming
            problem={props.thread.pages.problem()}
            label={m.chat_loading_older()}
            again={props.thread.pages.loadOlder}
          />
        </Match>
        <Match when={props.thread.state().messages.length > 0}>
          <p class="t-sm t-3 text-center">{m.chat_beginning()}</p>
        </Match>
        <Match when={true}>
          <FirstWord {...props} />
        </Match>
      </Switch>
    </div>
  )
}

function FirstWord(props: { name: string; other: Conversation['other'] | undefined }) {
  const name = () => isolate(props.name)
  return (
    <div class="stack stack--1 t-sm t-3 text-center">
      <p>
        {props.other?.role === 'mentor'
          ? m.chat_first_word({ name: name() })
          : m.chat_first_word_mentor({ name: name() })}
      </p>
      <Show when={answersWords(props.other?.answers_in)}>{(words) => <p>{words()}</p>}</Show>
    </div>
  )
}

/** The lower end while one reads what was said long ago: newer pages come as it nears. */
export function Onward(props: EndProps) {
  let edge!: HTMLDivElement
  createEdge({
    element: () => edge,
    scroller: () => props.scroller(),
    near: () => props.thread.pages.problem() === undefined && void props.thread.pages.loadNewer(),
    loading: () => props.thread.pages.loading() !== undefined,
  })
  return (
    <div ref={edge} class="chat__edge">
      <Coming
        problem={props.thread.pages.problem()}
        label={m.chat_loading_newer()}
        again={props.thread.pages.loadNewer}
      />
    </div>
  )
}

const Coming = (props: { problem: unknown; label: string; again: () => Promise<void> }) => (
  <Show when={props.problem} fallback={<span class="sk sk--w30" role="status" aria-label={props.label} />}>
    <Button size="sm" onClick={() => void props.again()}>
      {m.act_try_again()}
    </Button>
  </Show>
)
