import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { useInfiniteQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Badge } from '../ui/Badge'
import { Button, ButtonLink } from '../ui/Button'
import { Cups } from '../ui/Illustration'
import { Empty, Loaded, SkeletonRows } from '../ui/List'
import { TimeWithZone } from '../ui/Time'
import { ticketsQuery, type Ticket } from './support.queries'
import { STATE_WORDS } from './words'

/** What I asked support, newest first, and a way to ask. */
export default function SupportPage() {
  createTitle(m.support_title)
  const tickets = useInfiniteQuery(ticketsQuery)
  const items = () => tickets.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <div class="page-head">
        <h1 class="t-page grow">{m.support_title()}</h1>
        <ButtonLink kind="quiet" size="sm" href="/help">
          {m.support_to_help()}
        </ButtonLink>
        <ButtonLink kind="primary" size="sm" href="/support/new">
          {m.support_ask()}
        </ButtonLink>
      </div>
      <Loaded
        query={tickets}
        loading={<SkeletonRows />}
        isEmpty={() => items().length === 0}
        empty={
          <div class="card">
            <Empty
              art={<Cups />}
              title={m.support_none()}
              act={
                <ButtonLink kind="primary" href="/support/new">
                  {m.support_ask()}
                </ButtonLink>
              }
            >
              {m.support_none_words()}
            </Empty>
          </div>
        }
      >
        {() => (
          <>
            <ul class="card card--flush list">
              <For each={items()}>{(ticket) => <TicketRow ticket={ticket} />}</For>
            </ul>
            <Show when={tickets.hasNextPage} fallback={<p class="t-sm t-3 text-center">{m.support_end()}</p>}>
              <Button
                class="justify-self-center"
                busy={tickets.isFetchingNextPage}
                onClick={() => void tickets.fetchNextPage()}
              >
                {m.support_more()}
              </Button>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}

function TicketRow(props: { ticket: Ticket }) {
  const place = useMyPlace()
  return (
    <li>
      <A class="list-row" href={`/support/${props.ticket.id}`}>
        <span class="list-row__main">
          <bdi class="t-strong block">{props.ticket.subject}</bdi>
          <span class="t-sm t-2">
            <span class="num">{props.ticket.reference}</span> ·{' '}
            <TimeWithZone at={props.ticket.updated_at} place={place()} />
          </span>
        </span>
        <Badge kind={props.ticket.state === 'waiting' ? 'warning' : undefined}>
          {STATE_WORDS[props.ticket.state]()}
        </Badge>
      </A>
    </li>
  )
}
