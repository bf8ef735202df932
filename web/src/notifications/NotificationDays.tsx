import { A } from '@solidjs/router'
import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import ChevronIcon from '~icons/lucide/chevron-down'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { relativeDay, type Place } from '../lib/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { folded, type Fold } from './folding'
import { LEVELS } from './levels'
import type { Notification } from './notifications.queries'

type Common = { place: Place; onRead: (ids: string[]) => void }

/** Under the days on which they happened, what is about one thing in one row. */
export function NotificationDays(props: Common & { items: Notification[] }) {
  const now = createNow()
  const dates = createMemo(() => [...new Set(props.items.map((item) => props.place.date(item.created_at)))])
  const of = (date: string) => props.items.filter((item) => props.place.date(item.created_at) === date)
  const title = (date: string) => {
    const at = of(date)[0]?.created_at
    if (!at) return ''
    const near = relativeDay(props.place, at, now())
    const words: string[] = [m.time_today(), m.time_yesterday()]
    return words.includes(near) ? near : props.place.longDay(at)
  }
  return (
    <For each={dates()}>
      {(date) => (
        <section class="stack stack--3" aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`} class="t-section">
            {title(date)}
          </h2>
          <Rows items={of(date)} place={props.place} onRead={props.onRead} />
        </section>
      )}
    </For>
  )
}

function Rows(props: Common & { items: Notification[] }) {
  const folds = createMemo(
    () => new Map(folded(props.items).map((fold) => [fold.others.at(-1)?.id ?? fold.first.id, fold])),
  )
  return (
    <ul class="card card--flush list">
      {/* By the oldest of each, so that an open one stays open when something comes on top of it. */}
      <For each={[...folds().keys()]}>
        {(oldest) => (
          <Show when={folds().get(oldest)}>
            {(fold) => <FoldRow fold={fold()} place={props.place} onRead={props.onRead} />}
          </Show>
        )}
      </For>
    </ul>
  )
}

function FoldRow(props: Common & { fold: Fold }) {
  const id = createUniqueId()
  const [isOpen, setIsOpen] = createSignal(false)
  const unread = () => [props.fold.first, ...props.fold.others].filter((item) => !item.is_read)
  return (
    <>
      <Row
        item={props.fold.first}
        place={props.place}
        onRead={() => props.onRead(unread().map((item) => item.id))}
        isUnread={unread().length > 0}
        isFold={props.fold.others.length > 0}
      >
        <Show when={props.fold.others.length}>
          {(count) => (
            <button
              type="button"
              class="note-row__more"
              aria-expanded={isOpen()}
              aria-controls={id}
              onClick={() => setIsOpen(!isOpen())}
            >
              {isOpen() ? m.notifications_unfold() : m.notifications_fold({ count: count() })}
              <ChevronIcon class="i i--sm" aria-hidden="true" />
            </button>
          )}
        </Show>
      </Row>
      <Show when={isOpen()}>
        <li id={id} class="note-row__others">
          <ul class="list">
            <For each={props.fold.others}>
              {(item) => (
                <Row item={item} place={props.place} isUnread={!item.is_read} onRead={() => props.onRead([item.id])} />
              )}
            </For>
          </ul>
        </li>
      </Show>
    </>
  )
}

type RowProps = {
  item: Notification
  place: Place
  isUnread: boolean
  isFold?: boolean
  onRead: () => void
  children?: JSX.Element
}

function Row(props: RowProps) {
  const level = () => LEVELS[props.item.notification_type]
  const read = () => props.isUnread && props.onRead()
  return (
    <li class="list-row list-row--link note-row" data-level={props.item.notification_type}>
      <span class="note-row__i">{level().icon({ class: 'i', 'aria-hidden': 'true' })}</span>
      <div class="list-row__main">
        <A class="cover-link" classList={{ 't-strong': props.isUnread }} href={props.item.link} onClick={read}>
          <span dir="auto">{props.item.message}</span>
        </A>
        <p class="t-xs t-3">
          {level().word()} ·{' '}
          <time datetime={props.item.created_at}>
            {props.place.time(props.item.created_at)} {props.place.label(props.item.created_at)}
          </time>{' '}
          <Show when={props.isUnread}>
            <Badge kind="accent">{m.notifications_new()}</Badge>
          </Show>
        </p>
        {props.children}
      </div>
      <Show when={props.isUnread}>
        <Button
          kind="quiet"
          size="sm"
          icon
          class="note-row__a"
          aria-label={props.isFold ? m.notifications_read_fold() : m.notifications_read_one()}
          onClick={read}
        >
          <CheckIcon class="i" aria-hidden="true" />
        </Button>
      </Show>
    </li>
  )
}
