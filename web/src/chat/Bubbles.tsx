import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import ArrowDownIcon from '~icons/lucide/arrow-down'
import { createNow, now as readClock } from '../lib/clock'
import { isolate, m } from '../lib/messages'
import type { Me } from '../lib/session'
import { relativeDay, ms, DAY, type Place } from '../lib/time'
import { A } from '@solidjs/router'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import type { AnsweringState } from './answering'
import type { Conversation } from './chat.queries'
import { lastSeq } from './apply'
import { Beginning } from './Beginning'
import { rowsOf, type News, type Row } from './rows'
import { Said } from './Said'
import type { Thread } from './thread'

type BubblesProps = {
  thread: Thread
  answering: AnsweringState
  conversationId: string
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

  /** Goes back page by page until the message is there. */
  async function jumpTo(seq: number): Promise<void> {
    while (props.thread.state().hasOlder && (props.thread.state().messages[0]?.seq ?? 0) > seq) {
      const before = props.thread.state().messages[0]?.seq
      await props.thread.loadOlder()
      if (props.thread.state().messages[0]?.seq === before) return
    }
    const bubble = document.getElementById(`message-${seq}`)
    bubble?.scrollIntoView({ block: 'center' })
    bubble?.animate?.([{ outline: '3px solid currentcolor' }, { outline: '3px solid transparent' }], 1500)
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
            <For each={rows.list}>{(row) => <RowView {...props} row={row} jump={(seq) => void jumpTo(seq)} />}</For>
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

function RowView(props: BubblesProps & { row: Row; jump: (seq: number) => void }) {
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
      <Match when={props.row.kind === 'news' && props.row}>
        {(row) => <NewsLine row={row()} mine={props.mine!} />}
      </Match>
      <Match when={props.row.kind === 'bubble' && props.row}>
        {(bubble) => (
          <Said
            {...props}
            onJump={props.jump}
            bubble={bubble()}
            picture={props.other?.picture_url ?? null}
            mine={props.mine!}
          />
        )}
      </Match>
    </Switch>
  )
}

const NEWS = {
  session_confirmed: m.chat_news_confirmed,
  session_moved: m.chat_news_moved,
  session_cancelled: m.chat_news_cancelled,
}

/** What happened to a session of the two; nobody said it. */
function NewsLine(props: { row: News; mine: Place }) {
  const words = () => {
    const { news, content } = props.row
    if (!news) return content
    const at = news.start_time
    const when = m.booking_weekday_time({ day: props.mine.day(at), time: props.mine.time(at) })
    return NEWS[news.event]({ title: isolate(news.offer_title), when })
  }
  return (
    <p class="dateline said__news">
      <span>
        {words()}{' '}
        <Show when={props.row.news}>
          {(news) => (
            <A class="link" href={`/sessions/${news().booking_id}`}>
              {m.chat_news_open()}
            </A>
          )}
        </Show>
      </span>
    </p>
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
