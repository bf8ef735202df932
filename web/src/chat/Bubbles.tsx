import { batch, createEffect, createSignal, For, on, Show, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import ArrowDownIcon from '~icons/lucide/arrow-down'
import ArrowUpIcon from '~icons/lucide/arrow-up'
import { createNow, now as readClock } from '../lib/clock'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { Beginning, Onward } from './Ends'
import { keepPlace, showRow } from './place'
import { rowsOf, type Row } from './rows'
import { RowView, type ThreadProps } from './RowView'
import { ThreadSkeleton, Typing } from './Typing'
import { createWhereabouts } from './whereabouts'

type BubblesProps = ThreadProps & {
  mine: Place | undefined
  onEnd: (atEnd: boolean) => void
}

/** The thread itself, a window of it. It stands on its newest end, so it opens there. */
export function Bubbles(props: BubblesProps) {
  let scroller!: HTMLDivElement
  // The view is made anew for another conversation.
  const thread = untrack(() => props.thread)
  const [rows, setRows] = createStore<{ list: Row[]; detached: boolean }>({ list: [], detached: false })
  const [isTyping, setTyping] = createSignal(false)
  const where = createWhereabouts(thread, { scroller: () => scroller, isDetached: () => rows.detached })
  /** Changes what is shown without moving what is read. */
  function change(act: () => void): void {
    where.look()
    const isAway = untrack(where.isAway)
    const settle = keepPlace(scroller, isAway)
    batch(() => {
      if (isAway) where.stay()
      act()
    })
    queueMicrotask(() => {
      settle()
      where.look()
    })
  }
  createEffect(() => {
    const place = props.mine
    if (!place || !thread.state().opened) return
    const list = rowsOf(thread.state(), place.date)
    const { detached } = thread.state()
    change(() => {
      setRows('list', reconcile(list, { key: 'key' }))
      setRows('detached', detached)
    })
  })
  const someoneTypes = createTyping(props)
  createEffect(on(someoneTypes, (is) => change(() => setTyping(is)), { defer: true }))
  createEffect(
    on(thread.pages.target, (target) => target && queueMicrotask(() => showRow(scroller, target.seq)), { defer: true }),
  )
  createEffect(() => props.onEnd(!where.isAway()))
  const jump = (seq: number) => thread.pages.jumpTo(seq).catch((error: unknown) => toast(wordsOf(error)))

  return (
    <div class="chat__frame">
      {/* What scrolls must be reachable by keyboard. */}
      <div
        class="chat__scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabindex="0"
        role="log"
        aria-label={m.nav_messages()}
        aria-busy={!thread.state().opened}
        // Only what is said now is read out, not what one scrolls to.
        aria-live={where.isAway() ? 'off' : 'polite'}
        ref={scroller}
        onScroll={where.look}
      >
        <div class="thread">
          <Show when={thread.state().opened && props.mine} fallback={<ThreadSkeleton />}>
            {(mine) => (
              <>
                <Beginning thread={thread} scroller={() => scroller} name={props.name} other={props.other} />
                <For each={rows.list}>
                  {(row) => <RowView {...props} mine={mine()} row={row} onJump={(seq) => void jump(seq)} />}
                </For>
                <Show when={rows.detached}>
                  <Onward thread={thread} scroller={() => scroller} />
                </Show>
                <Show when={isTyping() && !rows.detached}>
                  <Typing name={props.name} picture={props.other?.picture_url ?? null} />
                </Show>
              </>
            )}
          </Show>
        </div>
      </div>
      <Show when={where.newAbove()}>
        {(above) => (
          <Button class="chat__up" onClick={() => void jump(above().seq)}>
            <ArrowUpIcon class="i" aria-hidden="true" />
            {m.chat_new_above({ count: above().count })}
          </Button>
        )}
      </Show>
      <Show when={where.isAway()}>
        <Button
          class="chat__down"
          kind={where.newBelow() > 0 ? 'primary' : undefined}
          busy={thread.pages.loading() === 'end'}
          onClick={() => void where.toNewest()}
        >
          <ArrowDownIcon class="i" aria-hidden="true" />
          {where.newBelow() > 0 ? m.chat_new_below({ count: where.newBelow() }) : m.chat_to_newest()}
        </Button>
      </Show>
    </div>
  )
}

function createTyping(props: ThreadProps) {
  const tick = createNow(1000)
  return () => {
    tick()
    const others = Object.entries(props.thread.state().typingUntil).filter(([account]) => account !== props.me.id)
    return others.some(([, until]) => until > readClock())
  }
}
