import { useQueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import { createNow } from '../lib/clock'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { useQuery } from '../lib/query'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/List'
import { conversationsQuery, moreConversations } from './chat.queries'
import { pinnedFirst, type Filter, type Wish } from './conversations.pages'
import { ConversationsRows } from './ConversationsRows'
import type { RowFacts } from './ConversationsRow'
import { NoMessages } from './NoMessages'

/** Who is here changes without a word of the server. */
const PRESENCE_MS = 60_000
/** Below this many, an end speaks for itself. */
const MANY = 10

type FoundProps = Omit<RowFacts, 'now'> & { wish: Wish; onAll: () => void }

/** One list with its states; a new one is made for another filter or other words. */
export function ConversationsFound(props: FoundProps) {
  const client = useQueryClient()
  const now = createNow()
  const isPlain = () => !props.wish.filter && !props.wish.q
  const list = useQuery(() => ({ ...conversationsQuery(props.wish), refetchInterval: PRESENCE_MS }))
  const pinned = useQuery(() => ({ ...conversationsQuery({ filter: 'pinned' }), enabled: isPlain() }))
  const items = createMemo(() => {
    const all = list.data?.items ?? []
    return isPlain() ? pinnedFirst(all, pinned.data?.items ?? []) : all
  })
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const hasMore = () => list.data?.next_cursor != null

  async function more(): Promise<void> {
    if (busy() || !hasMore()) return
    setBusy(true)
    setFailure(undefined)
    await moreConversations(client, props.wish).catch(setFailure)
    setBusy(false)
  }

  return (
    <Switch fallback={<ListSkeleton count={6} />}>
      <Match when={list.error && !list.data}>
        <ErrorState error={list.error} retry={() => void list.refetch()} busy={list.isFetching} />
      </Match>
      <Match when={list.data && items().length === 0}>
        <Nothing wish={props.wish} onAll={() => props.onAll()} />
      </Match>
      <Match when={list.data}>
        <ConversationsRows
          {...props}
          now={now()}
          items={items()}
          total={!hasMore()}
          onNearEnd={() => !failure() && void more()}
          end={
            <Switch>
              <Match when={failure()}>
                <div class="convs__end" role="alert">
                  <p>{wordsOf(failure())}</p>
                  <Button size="sm" onClick={() => void more()}>
                    {m.act_try_again()}
                  </Button>
                </div>
              </Match>
              <Match when={hasMore()}>
                <ListSkeleton count={2} />
              </Match>
              <Match when={items().length >= MANY}>
                <p class="convs__end">{m.chat_list_end()}</p>
              </Match>
            </Switch>
          }
        />
      </Match>
    </Switch>
  )
}

const NOTHING: Record<Filter, { title: () => string; words: () => string }> = {
  unread: { title: m.chat_list_no_unread, words: m.chat_list_no_unread_words },
  pinned: { title: m.chat_list_no_pinned, words: m.chat_list_no_pinned_words },
  archived: { title: m.chat_list_no_archived, words: m.chat_list_no_archived_words },
  mentors: { title: m.chat_list_no_mentors, words: m.chat_list_no_mentors_words },
  students: { title: m.chat_list_no_students, words: m.chat_list_no_students_words },
}

function Nothing(props: { wish: Wish; onAll: () => void }) {
  const words = () => {
    if (props.wish.q) return { title: m.chat_list_no_hit(), words: m.chat_list_no_hit_words() }
    const nothing = props.wish.filter && NOTHING[props.wish.filter]
    return nothing && { title: nothing.title(), words: nothing.words() }
  }
  return (
    <Show
      when={words()}
      fallback={
        <div class="phone">
          <NoMessages />
        </div>
      }
    >
      {(here) => (
        <div class="empty" role="status">
          <h3 class="t-section">{here().title}</h3>
          <p>{here().words}</p>
          <Button onClick={() => props.onAll()}>{m.chat_list_show_all()}</Button>
        </div>
      )}
    </Show>
  )
}

const ListSkeleton = (props: { count: number }) => (
  <div role="status" aria-busy="true" aria-label={m.loading()}>
    <For each={Array.from({ length: props.count })}>
      {() => (
        <div class="conv convs__sk">
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
