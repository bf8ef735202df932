import { For, Show, createSignal, untrack } from 'solid-js'
import { AUDIENCES, FOLLOW_UP_LENGTH, FOLLOW_UPS_MOST, type Audience } from '../../../worker/contract/events.constants'
import { useQueryClient } from '@tanstack/solid-query'
import { m } from '../lib/messages'
import { createSubmission } from '../lib/submission'
import { useMyPlace } from '../lib/zones'
import { createKept } from '../support/kept'
import { Button } from '../ui/Button'
import { Select, TextArea } from '../ui/Field'
import { ProblemNote } from '../ui/Note'
import { TimeWithZone } from '../ui/Time'
import { toast } from '../ui/Toast'
import { followUp, type GuestPage } from './events.queries'

const AUDIENCE_WORDS: Record<Audience, () => string> = { came: m.events_to_came, going: m.events_to_going }

/** A word to the guests, afterwards or before. */
export function FollowUp(props: { eventId: string; summary: GuestPage['summary'] }) {
  const client = useQueryClient()
  const place = useMyPlace()
  const words = createKept(untrack(() => `aspirex.follow-up.${props.eventId}`))
  const [to, setTo] = createSignal<Audience>(untrack(() => (props.summary.came > 0 ? 'came' : 'going')))
  const left = () => FOLLOW_UPS_MOST - props.summary.follow_ups.filter((sent) => sent.to === to()).length
  const isNobody = () => to() === 'came' && props.summary.came === 0
  const form = createSubmission(
    () => followUp(props.eventId, { text: words.text().trim(), to: to() }),
    () => {
      words.write('')
      toast(m.events_follow_up_sent())
      void client.invalidateQueries({ queryKey: ['event', props.eventId, 'guests'] })
    },
  )
  return (
    <form class="card stack" onSubmit={(event) => void form.submit(event)} aria-labelledby="follow-up">
      <h2 id="follow-up" class="t-section">
        {m.events_follow_up()}
      </h2>
      <Show when={props.summary.follow_ups.length > 0}>
        <ul class="stack stack--2">
          <For each={props.summary.follow_ups}>
            {(sent) => (
              <li class="card card--well stack stack--1">
                <span class="t-sm t-2">
                  {AUDIENCE_WORDS[sent.to]()} · <TimeWithZone at={sent.sent_at} place={place()} />
                </span>
                <p class="ev__words" dir="auto">
                  {sent.text}
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Select
        label={m.events_follow_up_to()}
        value={to()}
        hint={isNobody() ? m.events_nobody_came() : m.events_follow_up_left({ count: left() })}
        onChange={(event) => setTo(event.currentTarget.value as Audience)}
        error={form.fieldError('to')}
      >
        <For each={AUDIENCES}>
          {(one) => (
            <option value={one} selected={to() === one}>
              {AUDIENCE_WORDS[one]()}
            </option>
          )}
        </For>
      </Select>
      <TextArea
        label={m.events_follow_up_text()}
        required
        dir="auto"
        maxlength={FOLLOW_UP_LENGTH}
        value={words.text()}
        onInput={(event) => words.write(event.currentTarget.value)}
        error={form.fieldError('text')}
      />
      <ProblemNote error={form.fieldError('text') ? undefined : form.error()} />
      <div>
        <Button kind="primary" type="submit" busy={form.busy()} disabled={left() <= 0 || isNobody()}>
          {m.events_follow_up_send()}
        </Button>
      </div>
    </form>
  )
}
