import { useNavigate, useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import { m } from '../lib/messages'
import { Problem } from '../lib/problem'
import { useQuery } from '../lib/query'
import { createTitle } from '../lib/title'
import { useZones } from '../lib/zones'
import NotFoundPage from '../site/NotFoundPage'
import { ErrorState, SkeletonRows } from '../ui/List'
import { toast } from '../ui/Toast'
import { draftOf } from './draft'
import { EventForm } from './EventForm'
import { eventQuery, useEventChange, type Event } from './events.queries'

export default function EditEventPage() {
  const params = useParams<{ id: string }>()
  const event = useQuery(() => eventQuery(params.id))
  const zones = useZones()
  createTitle(m.events_edit_title)
  const isMissing = () =>
    (event.error instanceof Problem && [404, 422].includes(event.error.status)) || event.data?.may_edit === false
  return (
    <Switch fallback={<SkeletonRows count={4} />}>
      <Match when={isMissing()}>
        <NotFoundPage />
      </Match>
      <Match when={event.error && !event.data}>
        <ErrorState error={event.error} retry={() => void event.refetch()} busy={event.isFetching} />
      </Match>
      <Match when={event.data && zones() ? event.data.id : undefined} keyed>
        {(_id) => <Editing event={event.data!} />}
      </Match>
    </Switch>
  )
}

function Editing(props: { event: Event }) {
  const zones = useZones()
  const navigate = useNavigate()
  const { changed } = useEventChange()
  function done(event: Event): void {
    changed(event)
    toast(event.is_published ? m.events_saved() : m.events_draft_saved())
    navigate(`/events/${event.id}`)
  }
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <h1 class="t-page">{m.events_edit_title()}</h1>
      <EventForm event={props.event} first={draftOf(props.event, zones()!)} onDone={done} />
    </div>
  )
}
