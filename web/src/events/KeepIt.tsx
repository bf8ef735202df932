import { Show } from 'solid-js'
import CalendarPlusIcon from '~icons/lucide/calendar-plus'
import ExternalIcon from '~icons/lucide/external-link'
import ShareIcon from '~icons/lucide/share-2'
import { googleForm } from '../calendars/calendar-links'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import type { Event } from './events.queries'
import type { Standing } from './standing'

const AHEAD: Standing[] = ['open', 'full', 'closed', 'going', 'waiting', 'organizing']

/** Into one's calendar, and on to others. */
export function KeepIt(props: { event: Event; standing: Standing }) {
  const page = () => `${location.origin}/events/${props.event.id}`
  const google = () =>
    googleForm(props.event, {
      title: props.event.title,
      page: page(),
      location: props.event.place === 'in_person' ? (props.event.location ?? page()) : page(),
    })
  async function share(): Promise<void> {
    if (navigator.share) {
      // Whoever closes the sheet has changed their mind, which is no failure.
      await navigator.share({ title: props.event.title, url: page() }).catch(() => undefined)
      return
    }
    await navigator.clipboard.writeText(page()).then(
      () => toast(m.events_link_copied()),
      () => toast(m.chat_copy_failed()),
    )
  }
  return (
    <div class="row row--2 row--wrap">
      <Show when={AHEAD.includes(props.standing)}>
        <a class="btn flex-auto" href={`/api/events/${props.event.id}/calendar/`} download="" target="_self">
          <CalendarPlusIcon class="i" aria-hidden="true" />
          {m.ics_add()}
        </a>
        <a
          class="btn flex-auto"
          href={google()}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={m.ics_google_label()}
        >
          <ExternalIcon class="i" aria-hidden="true" />
          {m.ics_google()}
        </a>
      </Show>
      <Show when={props.event.is_published}>
        <Button class="flex-auto" onClick={() => void share()}>
          <ShareIcon class="i" aria-hidden="true" />
          {m.events_share()}
        </Button>
      </Show>
    </div>
  )
}
