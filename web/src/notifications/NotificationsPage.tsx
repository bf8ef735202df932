import './notifications.css'
import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import CheckCheckIcon from '~icons/lucide/check-check'
import AlertIcon from '~icons/lucide/circle-alert'
import SuccessIcon from '~icons/lucide/circle-check'
import InfoIcon from '~icons/lucide/info'
import WarningIcon from '~icons/lucide/triangle-alert'
import { useInfiniteQuery } from '../lib/query'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { relativeDay, type Place } from '../lib/time'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { markAsRead, notificationsQuery, readNotifications, type Notification } from './notifications.queries'

const ICONS = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon, error: AlertIcon }
const LEVELS = {
  info: m.notifications_info,
  success: m.notifications_success,
  warning: m.notifications_warning,
  error: m.notifications_error,
}

/** Everything that happened, by day; read one by one or all at once. */
export default function NotificationsPage() {
  createTitle(m.nav_notifications)
  const client = useQueryClient()
  const list = useInfiniteQuery(notificationsQuery)
  const mine = useMyPlace()
  const items = () => list.data?.pages.flatMap((page) => page.items) ?? []
  const hasUnread = () => items().some((item) => !item.is_read) || (list.data?.pages[0]?.unread ?? 0) > 0
  const [error, setError] = createSignal<unknown>()
  const [busy, setBusy] = createSignal(false)

  /** Seen at once; where the server did not hear of it, it is taken back and said. */
  async function read(ids?: string[]): Promise<void> {
    const before = client.getQueryData(notificationsQuery().queryKey)
    setError(undefined)
    markAsRead(client, (item) => !ids || ids.includes(item.id))
    try {
      await readNotifications(ids)
      if (!ids) void client.invalidateQueries({ queryKey: ['notifications'] })
    } catch (failure) {
      client.setQueryData(notificationsQuery().queryKey, before)
      setError(failure)
    }
  }
  async function readAll(): Promise<void> {
    setBusy(true)
    await read()
    setBusy(false)
  }

  return (
    <div class="notes">
      <div class="page-head">
        <h1 class="t-page grow">{m.nav_notifications()}</h1>
        <Show when={hasUnread()}>
          <Button busy={busy()} onClick={() => void readAll()}>
            <CheckCheckIcon class="i" aria-hidden="true" />
            {m.notifications_read_all()}
          </Button>
        </Show>
      </div>
      <ProblemNote error={error()} />
      <Loaded
        query={list}
        loading={<SkeletonRows count={6} />}
        isEmpty={() => items().length === 0}
        empty={
          <div class="card">
            <Empty art={<Cups />} title={m.notifications_none()}>
              {m.notifications_none_words()}
            </Empty>
          </div>
        }
      >
        {() => (
          <Show when={mine()} fallback={<SkeletonRows count={6} />}>
            {(place) => (
              <>
                <Days items={items()} place={place()} onRead={(id) => void read([id])} />
                <Show when={list.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.notifications_end()}</p>}>
                  <Button class="self-center" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {m.booking_more()}
                  </Button>
                </Show>
              </>
            )}
          </Show>
        )}
      </Loaded>
    </div>
  )
}

function Days(props: { items: Notification[]; place: Place; onRead: (id: string) => void }) {
  const now = createNow()
  const dates = () => [...new Set(props.items.map((item) => props.place.date(item.created_at)))]
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
          <ul class="card card--flush list">
            <For each={of(date)}>{(item) => <Row item={item} place={props.place} onRead={props.onRead} />}</For>
          </ul>
        </section>
      )}
    </For>
  )
}

function Row(props: { item: Notification; place: Place; onRead: (id: string) => void }) {
  const Icon = () => <>{ICONS[props.item.notification_type]({ class: 'i', 'aria-hidden': 'true' })}</>
  const read = () => props.item.is_read || props.onRead(props.item.id)
  return (
    <li class="list-row list-row--link note-row" data-level={props.item.notification_type}>
      <span class="note-row__i">
        <Icon />
      </span>
      <div class="list-row__main">
        <A class="cover-link" classList={{ 't-strong': !props.item.is_read }} href={props.item.link} onClick={read}>
          <span dir="auto">{props.item.message}</span>
        </A>
        <p class="t-xs t-3">
          {LEVELS[props.item.notification_type]()} ·{' '}
          <time datetime={props.item.created_at}>
            {props.place.time(props.item.created_at)} {props.place.label(props.item.created_at)}
          </time>{' '}
          <Show when={!props.item.is_read}>
            <Badge kind="accent">{m.notifications_new()}</Badge>
          </Show>
        </p>
      </div>
      <Show when={!props.item.is_read}>
        <Button kind="quiet" size="sm" icon class="note-row__a" aria-label={m.notifications_read_one()} onClick={read}>
          <CheckIcon class="i" aria-hidden="true" />
        </Button>
      </Show>
    </li>
  )
}
