import { createSignal, For, Match, Show, Switch } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { useInfiniteQuery } from '../lib/query'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { DAY, isToday, ms, type Place } from '../lib/time'
import { Avatar } from '../ui/Avatar'
import { Count } from '../ui/Badge'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/List'
import { olderConversationsQuery, type Conversation } from './chat.queries'
import { NoMessages } from './NoMessages'

type Query = {
  data: { items: Conversation[]; next_cursor: string | null } | undefined
  error: unknown
  isFetching: boolean
  refetch: () => unknown
}
type ListProps = { query: Query; current: string | undefined; me: Me; mine: Place | undefined }

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Who I talk with, the latest first, found by name. */
export function ConversationList(props: ListProps) {
  const [wanted, setWanted] = createSignal('')
  const [cursor, setCursor] = createSignal<string>()
  const older = useInfiniteQuery(() => ({
    ...olderConversationsQuery(cursor() ?? ''),
    enabled: cursor() !== undefined,
  }))
  const all = () => {
    const first = props.query.data?.items ?? []
    const known = new Set(first.map((one) => one.id))
    const rest = older.data?.pages.flatMap((page) => page.items) ?? []
    return [...first, ...rest.filter((one) => !known.has(one.id))]
  }
  const found = () => all().filter((one) => plain(one.other.name).includes(plain(wanted().trim())))
  const hasMore = () => (cursor() ? older.hasNextPage : props.query.data?.next_cursor != null)
  const more = () => (cursor() ? void older.fetchNextPage() : setCursor(props.query.data!.next_cursor!))

  return (
    <section class="chat__list" aria-label={m.chat_conversations()}>
      <h2 class="t-page chat__lh">{m.nav_messages()}</h2>
      <Switch fallback={<ListSkeleton />}>
        <Match when={props.query.error && !props.query.data}>
          <ErrorState
            error={props.query.error}
            retry={() => void props.query.refetch()}
            busy={props.query.isFetching}
          />
        </Match>
        <Match when={props.query.data?.items.length === 0}>
          <div class="phone">
            <NoMessages />
          </div>
        </Match>
        <Match when={props.query.data}>
          <div class="search chat__find">
            <SearchIcon class="i" aria-hidden="true" />
            <input
              class="input"
              type="search"
              aria-label={m.chat_search()}
              placeholder={m.act_search()}
              value={wanted()}
              onInput={(event) => setWanted(event.currentTarget.value)}
            />
          </div>
          <ul>
            <For each={found()}>
              {(one) => (
                <li>
                  <Row {...props} conversation={one} />
                </li>
              )}
            </For>
          </ul>
          <Show when={found().length === 0}>
            <p class="t-2 t-sm chat__lh" role="status">
              {m.chat_search_nothing()}
            </p>
          </Show>
          <Show when={hasMore() && wanted() === ''}>
            <Button class="self-center" busy={older.isFetching} onClick={more}>
              {m.booking_more()}
            </Button>
          </Show>
        </Match>
      </Switch>
    </section>
  )
}

function Row(props: ListProps & { conversation: Conversation }) {
  const now = createNow()
  const last = () => props.conversation.last_message
  const when = (place: Place, instant: string) => {
    if (isToday(place, instant, now())) return place.time(instant)
    return now() - ms(instant) < 6 * DAY ? place.weekday(instant) : place.day(instant)
  }
  return (
    <a
      class="conv"
      href={`/messages/${props.conversation.id}`}
      aria-current={props.current === props.conversation.id ? 'true' : undefined}
    >
      <Avatar name={props.conversation.other.name} picture={props.conversation.other.picture_url} />
      <span class="grow">
        <span class="row row--2">
          <span class="t-strong ellipsis grow">
            <bdi>{props.conversation.other.name}</bdi>
          </span>
          <Show when={props.mine && last()}>
            {(message) => (
              <time class="t-xs t-3 nowrap" datetime={message().sent_at}>
                {when(props.mine!, message().sent_at)}
              </time>
            )}
          </Show>
        </span>
        <span class="row row--2">
          <span class="t-sm t-2 ellipsis grow">
            <Show when={last()} fallback={m.chat_nothing_said()}>
              {(message) => (
                <>
                  <Show when={message().sender_id === props.me.id}>{m.chat_you()} </Show>
                  <bdi>{message().preview}</bdi>
                </>
              )}
            </Show>
          </span>
          <Count value={props.conversation.unread} label={m.count_unread({ count: props.conversation.unread })} />
        </span>
      </span>
    </a>
  )
}

const ListSkeleton = () => (
  <div role="status" aria-busy="true" aria-label={m.loading()}>
    <For each={[1, 2, 3, 4, 5]}>
      {() => (
        <div class="conv">
          <span class="sk sk--face h-10 w-10" />
          <span class="grow stack stack--2">
            <span class="sk sk--title" />
            <span class="sk sk--w80" />
          </span>
        </div>
      )}
    </For>
  </div>
)
