import './notifications.css'
import { useSearchParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import CheckCheckIcon from '~icons/lucide/check-check'
import { useInfiniteQuery } from '../lib/query'
import { m } from '../lib/messages'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { NotificationDays } from './NotificationDays'
import { countUnread, markAsRead, notificationsQuery, readNotifications, remembered } from './notifications.queries'

/** Everything that happened, by day, or only what is unread; read one by one or all at once. */
export default function NotificationsPage() {
  createTitle(m.nav_notifications)
  const [query, setQuery] = useSearchParams()
  const onlyUnread = () => query.show === 'unread'
  const list = useInfiniteQuery(() => notificationsQuery(onlyUnread()))
  const mine = useMyPlace()
  const reading = createReading()
  const items = () => list.data?.pages.flatMap((page) => page.items) ?? []
  // Also what lies on pages that were not opened yet.
  const hasUnread = () => (list.data?.pages[0]?.unread ?? 0) > 0 || items().some((item) => !item.is_read)

  return (
    <div class="notes">
      <div class="page-head">
        <h1 class="t-page grow">{m.nav_notifications()}</h1>
        <Show when={hasUnread()}>
          <Button busy={reading.busy()} onClick={() => void reading.readAll()}>
            <CheckCheckIcon class="i" aria-hidden="true" />
            {m.notifications_read_all()}
          </Button>
        </Show>
      </div>
      <Filter onlyUnread={onlyUnread()} choose={(unread) => setQuery({ show: unread ? 'unread' : undefined })} />
      <ProblemNote error={reading.error()} />
      <p class="sr" role="status">
        {reading.done() ? m.notifications_read_done() : ''}
      </p>
      <Loaded
        query={list}
        loading={<SkeletonRows count={6} />}
        isEmpty={() => items().length === 0}
        empty={<Nothing onlyUnread={onlyUnread()} />}
      >
        {() => (
          <Show when={mine()} fallback={<SkeletonRows count={6} />}>
            {(place) => (
              <>
                <NotificationDays items={items()} place={place()} onRead={(ids) => void reading.read(ids)} />
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

/** Seen at once; where the server did not hear of it, it is taken back and said. */
function createReading() {
  const client = useQueryClient()
  const [error, setError] = createSignal<unknown>()
  const [busy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal(false)
  async function read(ids?: string[]): Promise<void> {
    const goBack = remembered(client)
    setError(undefined)
    markAsRead(client, ids)
    try {
      countUnread(client, await readNotifications(ids))
      setDone(!ids)
    } catch (failure) {
      goBack()
      setError(failure)
    }
  }
  async function readAll(): Promise<void> {
    setBusy(true)
    await read()
    setBusy(false)
  }
  return { read, readAll, error, busy, done }
}

function Filter(props: { onlyUnread: boolean; choose: (unread: boolean) => void }) {
  return (
    <div class="segment self-start" role="group" aria-label={m.notifications_filter()}>
      <button type="button" aria-pressed={!props.onlyUnread} onClick={() => props.choose(false)}>
        {m.notifications_all()}
      </button>
      <button type="button" aria-pressed={props.onlyUnread} onClick={() => props.choose(true)}>
        {m.notifications_unread()}
      </button>
    </div>
  )
}

function Nothing(props: { onlyUnread: boolean }) {
  return (
    <div class="card">
      <Empty art={<Cups />} title={props.onlyUnread ? m.notifications_none_unread() : m.notifications_none()}>
        {props.onlyUnread ? m.notifications_none_unread_words() : m.notifications_none_words()}
      </Empty>
    </div>
  )
}
