import './calendars.css'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { Section } from '../accounts/Section'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { createSubmission } from '../lib/submission'
import { useMyPlace } from '../lib/zones'
import { Button } from '../ui/Button'
import { Loaded, SkeletonRows } from '../ui/List'
import { ProblemNote } from '../ui/Note'
import { toast } from '../ui/Toast'
import { feedQuery, openFeed, type NewFeed } from './feed.queries'
import { FeedAddress } from './FeedAddress'
import { FeedDialog, type FeedQuestion } from './FeedDialog'

/** The address under which a calendar program follows my sessions. */
export default function CalendarSection() {
  const client = useQueryClient()
  const feed = useQuery(feedQuery)
  const [shown, setShown] = createSignal<string>()
  const [question, setQuestion] = createSignal<FeedQuestion>()

  function keep(made: NewFeed | undefined): void {
    client.setQueryData(feedQuery().queryKey, { created_at: made?.created_at ?? null })
    setShown(made?.url)
    setQuestion(undefined)
    if (!made) toast(m.feed_closed())
  }

  return (
    <Section id="calendar" title={m.settings_calendar()} words={m.feed_words()}>
      <Loaded query={feed} loading={<SkeletonRows count={1} />}>
        {(state) => (
          <Show when={state().created_at} fallback={<None onMade={keep} />}>
            {(since) => (
              <>
                <Show when={shown()} keyed>
                  {(url) => <FeedAddress url={url} />}
                </Show>
                <Standing since={since()} onAsk={setQuestion} />
              </>
            )}
          </Show>
        )}
      </Loaded>
      <Help />
      <FeedDialog question={question()} onClose={() => setQuestion(undefined)} onDone={keep} />
    </Section>
  )
}

function None(props: { onMade: (feed: NewFeed) => void }) {
  const open = createSubmission(openFeed, (made) => props.onMade(made))
  return (
    <form class="card stack" onSubmit={(event) => void open.submit(event)}>
      <ProblemNote error={open.error()} />
      <div class="stack stack--1">
        <p class="t-strong">{m.feed_none()}</p>
        <p class="t-2">{m.feed_none_words()}</p>
      </div>
      <div>
        <Button kind="primary" type="submit" busy={open.busy()}>
          {m.feed_open()}
        </Button>
      </div>
    </form>
  )
}

function Standing(props: { since: string; onAsk: (question: FeedQuestion) => void }) {
  const place = useMyPlace()
  return (
    <div class="card stack">
      <div class="stack stack--1">
        <p class="t-strong">{m.feed_on()}</p>
        <Show when={place()} fallback={<span class="sk sk--w80" />}>
          {(mine) => (
            <p class="t-2">
              {m.feed_on_words({
                day: mine().day(props.since),
                time: mine().time(props.since),
                zone: mine().label(props.since),
              })}
            </p>
          )}
        </Show>
      </div>
      <div class="row row--2 row--wrap">
        <Button onClick={() => props.onAsk('again')}>{m.feed_again()}</Button>
        <Button kind="quiet" onClick={() => props.onAsk('close')}>
          {m.feed_close()}
        </Button>
      </div>
    </div>
  )
}

const STEPS = [m.feed_how_google, m.feed_how_apple, m.feed_how_outlook]

function Help() {
  return (
    <div class="stack stack--2">
      <h3 class="t-strong">{m.feed_how()}</h3>
      <ul class="feed__help t-2">
        <For each={STEPS}>{(words) => <li>{words()}</li>}</For>
      </ul>
      <p class="t-sm t-2">{m.feed_how_slow()}</p>
    </div>
  )
}
