import { createSignal, Show } from 'solid-js'
import VideoIcon from '~icons/lucide/video'
import { isolate, m } from '../lib/messages'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { openLink, type Meeting } from './meetings.queries'

/** The mentor's own address: asking for it counts as having come, so it is asked for by a click. */
export function MeetingLink(props: { meeting: Meeting }) {
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const [blocked, setBlocked] = createSignal<string>()
  const mentor = () => props.meeting.people.find(({ role }) => role === 'mentor')?.name ?? ''

  async function open(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    // Only a click may open a tab, so it is there before the answer is.
    const tab = window.open('', '_blank')
    if (tab) tab.opener = null
    try {
      const { url } = await openLink(props.meeting.booking_id)
      if (tab) tab.location.replace(url)
      else setBlocked(url)
    } catch (failure) {
      tab?.close()
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section class="card card--accent stack stack--3" aria-labelledby="meet-link">
      <h2 class="t-section" id="meet-link">
        {m.meet_link()}
      </h2>
      <p class="t-2">
        {props.meeting.my_side === 'mentor' ? m.meet_link_words_mine() : m.meet_link_words({ name: isolate(mentor()) })}
      </p>
      <ProblemNote error={error()} />
      <Show
        when={blocked()}
        fallback={
          <Button kind="primary" size="lg" block busy={busy()} onClick={() => void open()}>
            <VideoIcon class="i" aria-hidden="true" />
            {m.meet_link_open()}
          </Button>
        }
      >
        {(url) => (
          <>
            <p class="t-2" role="status">
              {m.meet_link_blocked()}
            </p>
            <a class="btn btn--primary btn--lg btn--block" href={url()} target="_blank" rel="noopener noreferrer">
              <VideoIcon class="i" aria-hidden="true" />
              {m.meet_link_open()}
            </a>
          </>
        )}
      </Show>
    </section>
  )
}
