import { onMount } from 'solid-js'
import CalendarIcon from '~icons/lucide/calendar-plus'
import CopyIcon from '~icons/lucide/copy'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { toast } from '../ui/Toast'
import { subscriptionLink } from './calendar-links'

/** The secret address, shown this once. */
export function FeedAddress(props: { url: string }) {
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(props.url)
      toast(m.feed_copied())
    } catch {
      // A browser may refuse; the address stands there to be selected.
      toast(m.feed_copy_failed())
    }
  }

  return (
    <div class="card card--raised stack">
      <div class="stack stack--1">
        <h3 class="t-strong" tabindex="-1" ref={heading}>
          {m.feed_shown()}
        </h3>
        <p class="t-2">{m.feed_shown_words()}</p>
      </div>
      <code class="feed__address" dir="ltr" role="group" aria-label={m.feed_shown()}>
        {props.url}
      </code>
      <div class="row row--2 row--wrap">
        <Button kind="primary" onClick={() => void copy()}>
          <CopyIcon class="i" aria-hidden="true" />
          {m.feed_copy()}
        </Button>
        <a class="btn" href={subscriptionLink(props.url)}>
          <CalendarIcon class="i" aria-hidden="true" />
          {m.feed_app()}
        </a>
      </div>
    </div>
  )
}
