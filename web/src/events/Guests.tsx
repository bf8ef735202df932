import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { attendeesQuery, type Event } from './events.queries'

/** Who else is going: those who want to be seen, to those who are going themselves. */
export function Guests(props: { event: Event }) {
  return (
    <Show when={props.event.is_published && props.event.going > 0}>
      <section class="stack stack--3" aria-labelledby="guests">
        <h2 id="guests" class="t-big">
          {m.events_who()}
        </h2>
        <Show when={props.event.sees_guests} fallback={<p class="t-2">{fewWords(props.event)}</p>}>
          <Named event={props.event} />
        </Show>
      </section>
    </Show>
  )
}

const fewWords = (event: Event): string =>
  event.guests === 'names' ? m.events_names_inside({ count: event.going }) : m.events_going({ count: event.going })

function Named(props: { event: Event }) {
  const attendees = useInfiniteQuery(() => attendeesQuery(props.event.id))
  const items = () => attendees.data?.pages.flatMap((page) => page.items) ?? []
  const hidden = () => (attendees.data?.pages[0]?.going ?? 0) - items().length
  return (
    <Loaded query={attendees} loading={<SkeletonRows count={2} />}>
      {() => (
        <>
          <ul class="ev__guests">
            <For each={items()}>
              {(guest) => (
                <li>
                  <Avatar name={guest.name} picture={guest.picture_url} size="sm" />
                  <bdi class="ellipsis">{guest.name}</bdi>
                </li>
              )}
            </For>
          </ul>
          <Show when={attendees.hasNextPage} fallback={<Unnamed count={hidden()} />}>
            <div>
              <Button busy={attendees.isFetchingNextPage} onClick={() => void attendees.fetchNextPage()}>
                {m.events_more_guests()}
              </Button>
            </div>
          </Show>
        </>
      )}
    </Loaded>
  )
}

const Unnamed = (props: { count: number }) => (
  <Show when={props.count > 0}>
    <p class="t-sm t-2">{m.events_unnamed({ count: props.count })}</p>
  </Show>
)
