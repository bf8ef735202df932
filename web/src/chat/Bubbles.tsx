import { createEffect, createMemo, createSignal, For, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import ArrowDownIcon from '~icons/lucide/arrow-down'
import CheckIcon from '~icons/lucide/check'
import CheckCheckIcon from '~icons/lucide/check-check'
import AlertIcon from '~icons/lucide/circle-alert'
import ClockIcon from '~icons/lucide/clock-3'
import type { ErrorCode } from '../../../worker/contract/errors'
import { createNow, now as readClock } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import { Problem, wordsOf } from '../lib/problem'
import type { Me } from '../lib/session'
import { relativeDay, ms, DAY, type Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import type { Conversation } from './chat.queries'
import { lastSeq } from './apply'
import { rowsOf, type Bubble, type Row } from './rows'
import type { Thread } from './thread'

type BubblesProps = {
  thread: Thread
  me: Me
  other: Conversation['other'] | undefined
  name: string
  mine: Place | undefined
  onEnd: (atEnd: boolean) => void
}
const NEAR_END = 48

/** The thread itself. It stands on its newest end, so it opens there and older pages move nothing. */
export function Bubbles(props: BubblesProps) {
  const [rows, setRows] = createStore<{ list: Row[] }>({ list: [] })
  createEffect(() => {
    const place = props.mine
    if (place && props.thread.state().opened)
      setRows('list', reconcile(rowsOf(props.thread.state(), place.date), { key: 'key' }))
  })
  const [isAway, setAway] = createSignal(false)
  const [hasNew, setHasNew] = createSignal(false)
  const last = createMemo(() => lastSeq(props.thread.state()))
  createEffect(on(last, () => isAway() && setHasNew(true), { defer: true }))
  let scroller!: HTMLDivElement

  function look(): void {
    const away = Math.abs(scroller.scrollTop) > NEAR_END
    setAway(away)
    if (!away) setHasNew(false)
    props.onEnd(!away)
  }

  return (
    <div class="chat__frame">
      {/* What scrolls must be reachable by keyboard. */}
      <div
        class="chat__scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabindex="0"
        role="log"
        aria-label={m.nav_messages()}
        aria-busy={!props.thread.state().opened}
        ref={scroller}
        onScroll={look}
      >
        <div class="thread">
          <Show when={props.thread.state().opened && props.mine} fallback={<ThreadSkeleton />}>
            <Beginning
              thread={props.thread}
              scroller={() => scroller}
              name={props.name}
              toMentor={props.other?.role === 'mentor'}
            />
            <For each={rows.list}>{(row) => <RowView {...props} row={row} />}</For>
            <Typing thread={props.thread} me={props.me} other={props.other} name={props.name} />
          </Show>
        </div>
      </div>
      <Show when={isAway()}>
        <Button
          class="chat__down"
          kind={hasNew() ? 'primary' : undefined}
          onClick={() => scroller.scrollTo({ top: 0 })}
        >
          <ArrowDownIcon class="i" aria-hidden="true" />
          {hasNew() ? m.chat_new_below() : m.chat_to_newest()}
        </Button>
      </Show>
    </div>
  )
}

function RowView(props: BubblesProps & { row: Row }) {
  const now = createNow(60_000)
  const dayOf = (at: string) => {
    const near = relativeDay(props.mine!, at, now())
    return Math.abs(now() - ms(at)) < 2 * DAY && !/\d/.test(near) ? near : props.mine!.longDay(at)
  }
  return (
    <Switch>
      <Match when={props.row.kind === 'day' && props.row}>
        {(day) => (
          <p class="dateline">
            <span>{dayOf(day().at)}</span>
          </p>
        )}
      </Match>
      <Match when={props.row.kind === 'new'}>
        <p class="dateline dateline--unread">
          <span>{m.chat_new()}</span>
        </p>
      </Match>
      <Match when={props.row.kind === 'bubble' && props.row}>{(bubble) => <Said {...props} bubble={bubble()} />}</Match>
    </Switch>
  )
}

function Said(props: BubblesProps & { bubble: Bubble }) {
  return (
    <div
      class="said"
      classList={{ 'said--mine': props.bubble.mine }}
      data-first={props.bubble.first ? '' : undefined}
      data-last={props.bubble.last ? '' : undefined}
    >
      <Show when={!props.bubble.mine && props.bubble.last}>
        <Avatar name={props.name} picture={props.other?.picture_url ?? null} size="sm" />
      </Show>
      <div class="bubble" dir="auto">
        <Show when={props.bubble.first}>
          <span class="sr">{props.bubble.mine ? m.chat_you() : m.chat_says({ name: isolate(props.name) })} </span>
        </Show>
        {props.bubble.content}
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
            <time datetime={props.bubble.at}>{props.mine!.time(props.bubble.at)}</time>
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
        <span class="sr">{m.chat_sending()}</span>
      </Match>
      <Match when={props.mark === 'sent'}>
        <CheckIcon class="i i--sm" aria-hidden="true" />
        <span class="sr">{m.chat_sent()}</span>
      </Match>
      <Match when={props.mark === 'read'}>
        <CheckCheckIcon class="i i--sm" aria-hidden="true" />
        <span class="sr">{m.chat_read()}</span>
      </Match>
    </Switch>
  )
}

/** The upper end: older pages come as it nears, until the first word. */
function Beginning(props: { thread: Thread; scroller: () => HTMLElement; name: string; toMentor: boolean }) {
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

function Typing(props: { thread: Thread; me: Me; other: Conversation['other'] | undefined; name: string }) {
  const tick = createNow(1000)
  const isTyping = () => {
    tick()
    return Object.entries(props.thread.state().typingUntil).some(
      ([account, until]) => account !== props.me.id && until > readClock(),
    )
  }
  return (
    <Show when={isTyping()}>
      <div class="said" data-first="" data-last="">
        <Avatar name={props.name} picture={props.other?.picture_url ?? null} size="sm" />
        <div class="bubble typing" role="img" aria-label={m.chat_typing({ name: isolate(props.name) })}>
          <i />
          <i />
          <i />
        </div>
      </div>
    </Show>
  )
}

const ThreadSkeleton = () => (
  <div class="stack stack--6" role="status" aria-busy="true" aria-label={m.loading()}>
    <span class="sk chat__sk" />
    <span class="sk chat__sk chat__sk--mine" />
    <span class="sk chat__sk" />
  </div>
)
