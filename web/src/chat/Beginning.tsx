import { createEffect, on, onCleanup, onMount, Show } from 'solid-js'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import type { Thread } from './thread'

/** The upper end: older pages come as it nears, until the first word. */
export function Beginning(props: { thread: Thread; scroller: () => HTMLElement; name: string; toMentor: boolean }) {
  let edge!: HTMLDivElement
  onMount(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void props.thread.loadOlder(), {
      root: props.scroller(),
      rootMargin: '600px 0px 0px 0px',
    })
    watcher.observe(edge)
    // An edge that stays in sight tells nothing new, so a loaded page makes it look again.
    createEffect(
      on(
        () => props.thread.loadingOlder(),
        (loading) => {
          if (loading) return
          watcher.unobserve(edge)
          watcher.observe(edge)
        },
        { defer: true },
      ),
    )
    onCleanup(() => watcher.disconnect())
  })
  return (
    <div ref={edge} class="chat__edge">
      <Show
        when={props.thread.state().hasOlder}
        fallback={
          <p class="t-sm t-3 text-center">
            {props.thread.state().messages.length > 0
              ? m.chat_beginning()
              : props.toMentor
                ? m.chat_first_word({ name: isolate(props.name) })
                : m.chat_first_word_mentor({ name: isolate(props.name) })}
          </p>
        }
      >
        <Show
          when={props.thread.problem() && !props.thread.loadingOlder()}
          fallback={<span class="sk sk--w30" role="status" aria-label={m.loading()} />}
        >
          <Button size="sm" onClick={() => void props.thread.loadOlder()}>
            {m.act_try_again()}
          </Button>
        </Show>
      </Show>
    </div>
  )
}
