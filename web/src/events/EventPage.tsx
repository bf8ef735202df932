import './events.css'
import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { RichText } from '../chat/RichText'
import { createNow } from '../lib/clock'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { Badge } from '../ui/Badge'
import { ErrorState, SkeletonRows } from '../ui/List'
import { Note } from '../ui/Note'
import { EventFacts } from './EventFacts'
import { eventQuery, type Event } from './events.queries'
import { Guests } from './Guests'
import { KeepIt } from './KeepIt'
import { OrganizerActs } from './OrganizerActs'
import { createSeat, SeatAct, SeatDialog, type Seat } from './Seat'
import { SeatWords } from './SeatWords'
import { isOrganizer } from './standing'

export default function EventPage() {
  const params = useParams<{ id: string }>()
  const event = useQuery(() => eventQuery(params.id))
  createTitle(() => event.data?.title)
  const isMissing = () => event.error instanceof Problem && [404, 422].includes(event.error.status)
  return (
    <Switch fallback={<SkeletonRows count={4} />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={event.error && !event.data}>
        <ErrorState error={event.error} retry={() => void event.refetch()} busy={event.isFetching} />
      </Match>
      <Match when={event.data?.id} keyed>
        {(_id) => <Shown event={event.data!} />}
      </Match>
    </Switch>
  )
}

function Shown(props: { event: Event }) {
  const now = createNow()
  const isWide = createMedia('(min-width: 64rem)')
  const seat = createSeat(() => props.event, now)
  return (
    <>
      <article class="ev">
        <div class="ev__l">
          <Show when={props.event.cover_image}>
            {(source) => <img class="ev__cover" src={source()} alt="" width="1200" height="600" />}
          </Show>
          <Heading event={props.event} seat={seat} />
          <EventFacts event={props.event} />
          <Show when={!isWide()}>
            <SeatWords event={props.event} seat={seat} beside />
            <KeepIt event={props.event} standing={seat.standing()} />
          </Show>
          <Show when={props.event.description}>
            <section class="stack stack--3" aria-labelledby="about">
              <h2 id="about" class="t-big">
                {m.events_about()}
              </h2>
              <div class="ev__words measure" dir="auto">
                <RichText text={props.event.description} />
              </div>
            </section>
          </Show>
          <Guests event={props.event} />
          <OrganizerActs event={props.event} />
        </div>
        <Show when={isWide()}>
          <aside class="ev__r" aria-label={m.events_seat()}>
            <div class="card card--raised stack">
              <SeatWords event={props.event} seat={seat} />
              <SeatAct event={props.event} seat={seat} block />
              <KeepIt event={props.event} standing={seat.standing()} />
            </div>
          </aside>
        </Show>
      </article>
      <Show when={!isWide()}>
        <div class="actionbar" role="region" aria-label={m.events_seat()}>
          <p class="grow t-sm t-2">{seat.words()}</p>
          <SeatAct event={props.event} seat={seat} class="ev__act" />
        </div>
      </Show>
      <SeatDialog event={props.event} seat={seat} />
    </>
  )
}

function Heading(props: { event: Event; seat: Seat }) {
  const me = useMe()
  const reason = () => props.event.cancel_reason
  return (
    <header class="stack stack--3">
      <div class="row row--2 row--wrap">
        <Show when={props.event.is_official}>
          <Badge kind="accent">{m.events_official()}</Badge>
        </Show>
        <Show when={!props.event.is_published}>
          <Badge kind="warning">{m.events_state_draft()}</Badge>
        </Show>
        <Show when={props.event.is_cancelled}>
          <Badge kind="danger">{m.events_state_cancelled()}</Badge>
        </Show>
      </div>
      <h1 class="display text-3xl">
        <bdi>{props.event.title}</bdi>
      </h1>
      <Show when={props.event.is_cancelled}>
        <Note kind="warning">
          {m.events_cancelled_words()} <bdi>{reason() ?? ''}</bdi>
        </Note>
      </Show>
      <Show when={!props.event.is_published && isOrganizer(props.event, me.data)}>
        <Note kind="info">{m.events_draft_words()}</Note>
      </Show>
      <Show when={props.event.cover_state === 'refused'}>
        <Note kind="warning">{props.event.cover_fault}</Note>
      </Show>
    </header>
  )
}
