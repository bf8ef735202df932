import './events.css'
import { Show, untrack } from 'solid-js'
import { EVENT_TITLE_LENGTH } from '../../../worker/contract/events.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { CoverField } from './CoverField'
import { DescriptionField } from './DescriptionField'
import { createDraft, type Draft, type Drafting } from './draft'
import type { Event } from './events.queries'
import { createEventForm, type EventForming } from './form'
import { GuestsFields, WhereFields } from './PlaceFields'
import { RepeatFields } from './RepeatFields'
import { TimesFields } from './TimesFields'

type FormProps = { first: Draft; event?: Event; onDone: (event: Event, repeats: number) => void }
export type FieldsProps = { of: Drafting; form: EventForming }

/** An event as it is planned, new or changed. What was typed survives a failure and a reload. */
export function EventForm(props: FormProps) {
  const event = untrack(() => props.event)
  const drafting = createDraft(
    `aspirex.event.${event?.id ?? 'new'}`,
    untrack(() => props.first),
  )
  const form = createEventForm(drafting, { event, done: (made, repeats) => props.onDone(made, repeats) })
  const { draft } = drafting
  const write = (change: Partial<Draft>): void => {
    form.changed()
    drafting.write(change)
  }
  const of = { ...drafting, write }
  const told = () => (event?.is_published ? event.going + event.waiting : 0)
  return (
    <form class="stack stack--6" onSubmit={(submitted) => void form.submit(submitted)}>
      <Show when={drafting.wasKept}>
        <Note
          kind="info"
          act={
            <Button size="sm" onClick={() => drafting.startOver()}>
              {m.events_start_over()}
            </Button>
          }
        >
          {m.events_was_kept()}
        </Note>
      </Show>
      <div class="card stack">
        <TextField
          label={m.events_title()}
          required
          dir="auto"
          maxlength={EVENT_TITLE_LENGTH}
          value={draft.title}
          onInput={(typed) => write({ title: typed.currentTarget.value })}
          error={form.fault('title')}
        />
        <DescriptionField
          value={draft.description}
          onWrite={(description) => write({ description })}
          error={form.fault('description')}
        />
        <CoverField
          value={draft.cover_image}
          state={event?.cover_state}
          onChoose={(cover_image) => write({ cover_image })}
          error={form.fault('cover_image')}
        />
      </div>
      <section class="card stack" aria-labelledby="form-when">
        <h2 id="form-when" class="t-section">
          {m.events_when()}
        </h2>
        <TimesFields of={of} form={form} />
        <Show when={!event}>
          <RepeatFields
            optional
            every={draft.every}
            count={draft.count}
            span={form.span()}
            zone={draft.time_zone}
            onEvery={(every) => write({ every })}
            onCount={(count) => write({ count })}
            error={form.fault('repeat')}
          />
        </Show>
      </section>
      <WhereFields of={of} form={form} />
      <GuestsFields of={of} form={form} />
      <ProblemNote error={form.isRefusedToPublish() ? undefined : form.error()} />
      <Show when={form.isRefusedToPublish()}>
        <Note kind="danger">{m.events_publish_refused()}</Note>
      </Show>
      <Show when={told() > 0}>
        <Note kind="info">{m.events_change_told({ count: told() })}</Note>
      </Show>
      <FormActs event={event} form={form} />
    </form>
  )
}

function FormActs(props: { event: Event | undefined; form: EventForming }) {
  const isAlone = () => !props.event || props.event.going + props.event.waiting === 0
  return (
    <div class="row row--2 row--wrap">
      <Show
        when={props.event?.is_published}
        fallback={
          <Button kind="primary" type="submit" value="publish" busy={props.form.busy()}>
            {m.events_publish()}
          </Button>
        }
      >
        <Button kind="primary" type="submit" value="save" busy={props.form.busy()}>
          {m.events_save()}
        </Button>
      </Show>
      <Show when={isAlone()}>
        <Button type="submit" value="draft" disabled={props.form.busy()}>
          {props.event?.is_published ? m.events_take_back() : m.events_save_draft()}
        </Button>
      </Show>
    </div>
  )
}
