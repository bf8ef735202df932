import './support.css'
import { A, useParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { Loaded, SkeletonRows } from '../ui/List'
import { IN_FULL, TimeWithZone } from '../ui/Time'
import { Rating } from './Rating'
import { Reply } from './Reply'
import { ticketQuery, type Talk } from './support.queries'
import { TicketActs } from './TicketActs'
import { TicketMessage } from './TicketMessage'
import { CATEGORY_WORDS, STATE_WORDS } from './words'

/** One question with everything that was said of it. */
export default function TicketPage() {
  const params = useParams<{ id: string }>()
  const client = useQueryClient()
  const ticket = useQuery(() => ({ ...ticketQuery(params.id), refetchInterval: 30_000 }))
  createTitle(() => ticket.data?.subject ?? m.support_title())
  const isMissing = () => ticket.error instanceof Problem && ticket.error.status === 404
  const changed = (): void => {
    void client.invalidateQueries({ queryKey: ticketQuery(params.id).queryKey })
    void client.invalidateQueries({ queryKey: ['tickets'] })
  }
  return (
    <Show when={!isMissing()} fallback={<NotFoundPage />}>
      <div class="mx-auto grid w-full max-w-read gap-6">
        <A class="link" href="/support">
          {m.support_to_list()}
        </A>
        <Loaded query={ticket} loading={<SkeletonRows />}>
          {(data) => (
            <>
              <Head ticket={data()} />
              <ol class="stack" aria-label={m.support_messages()} aria-live="polite">
                <For each={data().messages}>{(message) => <TicketMessage message={message} />}</For>
              </ol>
              <Show when={data().may_rate}>
                <Rating ticket={data()} onRated={changed} />
              </Show>
              <Show when={data().state !== 'resolved' || data().reopen_until}>
                <Reply id={data().id} reopens={data().state === 'resolved'} onSent={changed} />
              </Show>
              <TicketActs ticket={data()} onChanged={changed} />
            </>
          )}
        </Loaded>
      </div>
    </Show>
  )
}

function Head(props: { ticket: Talk }) {
  const place = useMyPlace()
  return (
    <header class="stack stack--2">
      <div class="page-head">
        <h1 class="t-page grow" dir="auto">
          {props.ticket.subject}
        </h1>
        <Badge kind={props.ticket.state === 'waiting' ? 'warning' : undefined}>
          {STATE_WORDS[props.ticket.state]()}
        </Badge>
      </div>
      <p class="t-sm t-2">
        <span class="num">{props.ticket.reference}</span> · {CATEGORY_WORDS[props.ticket.category]()} ·{' '}
        <TimeWithZone at={props.ticket.created_at} place={place()} />
      </p>
      <Show when={props.ticket.booking}>
        {(booking) => (
          <A class="card row" href={`/sessions/${booking().id}`}>
            <span class="grow">
              <bdi class="t-strong block">{booking().offer_title}</bdi>
              <span class="t-sm t-2">
                <bdi>{booking().mentor.name}</bdi> ·{' '}
                <TimeWithZone at={booking().start_time} place={place()} style={IN_FULL} />
              </span>
            </span>
          </A>
        )}
      </Show>
    </header>
  )
}
