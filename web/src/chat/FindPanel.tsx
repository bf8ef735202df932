import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import CloseIcon from '~icons/lucide/x'
import type { MessageHit } from '../../../worker/contract/chat'
import { createDebounced } from '../lib/debounced'
import { createMedia } from '../lib/media'
import { isolate, m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import type { Me } from '../lib/session'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { foundMessagesQuery } from './chat.queries'
import { DayJump } from './DayJump'
import type { Thread } from './thread'

type FindProps = {
  thread: Pick<Thread, 'id' | 'pages'>
  me: Me
  name: string
  mine: Place | undefined
  onClose: () => void
  onFound: () => void
}

/** What was said, by its words or by its day. */
export function FindPanel(props: FindProps) {
  const [typed, setTyped] = createSignal('')
  const wanted = createDebounced(() => typed().trim(), 250)
  const [problem, setProblem] = createSignal<unknown>()
  let field!: HTMLInputElement
  onMount(() => field.focus())
  const isNarrow = createMedia('(max-width: 47.99rem)')
  const jump = (seq: number) => {
    setProblem(undefined)
    // Where there is no room for both, one wants to see what was found.
    props.thread.pages.jumpTo(seq).then(() => isNarrow() && props.onFound(), setProblem)
  }
  return (
    <search class="find" aria-label={m.chat_find()}>
      <div class="row row--2">
        <div class="search grow">
          <SearchIcon class="i" aria-hidden="true" />
          <input
            ref={field}
            class="input"
            type="search"
            aria-label={m.chat_find()}
            placeholder={m.chat_find()}
            maxlength="200"
            dir="auto"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <Button kind="quiet" icon aria-label={m.chat_find_close()} onClick={() => props.onClose()}>
          <CloseIcon class="i" aria-hidden="true" />
        </Button>
      </div>
      <Show when={props.mine}>{(mine) => <DayJump pages={props.thread.pages} mine={mine()} />}</Show>
      <ProblemNote error={problem()} />
      <Show when={wanted()}>
        <Hits {...props} q={wanted()} onJump={jump} />
      </Show>
    </search>
  )
}

type HitProps = FindProps & { onJump: (seq: number) => void }

function Hits(props: HitProps & { q: string }) {
  const found = useInfiniteQuery(() => foundMessagesQuery(props.thread.id, props.q))
  const items = () => found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div class="find__hits">
      <Switch
        fallback={
          <div class="stack stack--3" role="status" aria-label={m.loading()}>
            <span class="sk sk--w80" />
            <span class="sk sk--w30" />
          </div>
        }
      >
        <Match when={found.error && !found.data}>
          <ErrorState error={found.error} retry={() => void found.refetch()} busy={found.isFetching} />
        </Match>
        <Match when={found.data && items().length === 0}>
          <p class="t-sm t-2" role="status">
            {m.chat_find_nothing({ words: isolate(props.q) })}
          </p>
        </Match>
        <Match when={found.data}>
          <p class="sr" role="status">
            {found.hasNextPage
              ? m.chat_find_first({ count: items().length })
              : m.chat_find_hits({ count: items().length })}
          </p>
          <ul>
            <For each={items()}>{(hit) => <Hit {...props} hit={hit} />}</For>
          </ul>
          <ProblemNote error={found.error} />
          <Show
            when={found.hasNextPage}
            fallback={
              <p class="t-xs t-3 text-center" aria-hidden="true">
                {m.chat_find_hits({ count: items().length })}
              </p>
            }
          >
            <Button size="sm" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {m.chat_find_more()}
            </Button>
          </Show>
        </Match>
      </Switch>
    </div>
  )
}

const Hit = (props: HitProps & { hit: MessageHit }) => (
  <li>
    <button type="button" class="find__hit" onClick={() => props.onJump(props.hit.seq)}>
      <span class="sr">{m.chat_find_jump()} </span>
      <span class="row row--2 t-xs t-2">
        <span class="grow ellipsis">
          <bdi>{props.hit.sender_id === props.me.id ? m.chat_quote_mine() : props.name}</bdi>
        </span>
        <Show when={props.mine}>
          {(place) => (
            <time class="nowrap num" datetime={props.hit.sent_at}>
              {m.time_day_and_time({ day: place().day(props.hit.sent_at), time: place().time(props.hit.sent_at) })}
            </time>
          )}
        </Show>
      </span>
      <span class="find__words t-sm" dir="auto">
        <For each={props.hit.snippet}>
          {(piece) => (
            <Show when={piece.hit} fallback={piece.text}>
              <mark>{piece.text}</mark>
            </Show>
          )}
        </For>
      </span>
    </button>
  </li>
)
