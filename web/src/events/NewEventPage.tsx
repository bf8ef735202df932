import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import NotFoundPage from '../site/NotFoundPage'
import { toast } from '../ui/Toast'
import { emptyDraft } from './draft'
import { EventForm } from './EventForm'
import { useEventChange, type Event } from './events.queries'
import { organizes } from './organizes'

export default function NewEventPage() {
  const me = useAccount()
  return (
    <Show when={organizes(me())} fallback={<NotFoundPage />}>
      <Making />
    </Show>
  )
}

function Making() {
  createTitle(m.events_new)
  const me = useAccount()
  const navigate = useNavigate()
  const { changed } = useEventChange()
  function done(event: Event, repeats: number): void {
    changed(event)
    toast(doneWords(event, repeats))
    navigate(`/events/${event.id}`)
  }
  return (
    <div class="mx-auto grid w-full max-w-read gap-6">
      <h1 class="t-page">{m.events_new()}</h1>
      <EventForm first={emptyDraft(me().time_zone)} onDone={done} />
    </div>
  )
}

function doneWords(event: Event, repeats: number): string {
  if (repeats > 0) return m.events_made_more({ count: repeats })
  return event.is_published ? m.events_published() : m.events_draft_saved()
}
