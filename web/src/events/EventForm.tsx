import './events.css'
import { For, Show, untrack } from 'solid-js'
import {
  CAPACITY_MOST,
  EVENT_LOCATION_LENGTH,
  EVENT_TITLE_LENGTH,
  PLACES,
  type GuestView,
} from '../../../worker/contract/events.constants'
import { m } from '../lib/messages'
import { Button } from '../ui/Button'
import { Select, TextField } from '../ui/Field'
import { Note, ProblemNote } from '../ui/Note'
import { CoverField } from './CoverField'
import { DescriptionField } from './DescriptionField'
import { createDraft, type Draft, type Drafting } from './draft'
import type { Event } from './events.queries'
import { createEventForm, type EventForming } from './form'
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

function WhereFields(props: FieldsProps) {
  const draft = () => props.of.draft
  const words = { online: m.events_online, in_person: m.events_in_person }
  return (
    <fieldset class="card stack">
      <legend class="sr">{m.events_where()}</legend>
      <h2 class="t-section" aria-hidden="true">
        {m.events_where()}
      </h2>
      <div class="row row--wrap">
        <For each={PLACES}>
          {(place) => (
            <label class="check">
              <input
                type="radio"
                name="place"
                value={place}
                checked={draft().place === place}
                onChange={() => props.of.write({ place })}
              />
              <span>{words[place]()}</span>
            </label>
          )}
        </For>
      </div>
      <Show when={draft().place === 'in_person'}>
        <TextField
          label={m.events_location()}
          hint={m.events_location_hint()}
          dir="auto"
          maxlength={EVENT_LOCATION_LENGTH}
          value={draft().location}
          onInput={(typed) => props.of.write({ location: typed.currentTarget.value })}
          error={props.form.fault('location')}
        />
      </Show>
      <TextField
        label={m.events_link()}
        hint={m.events_link_hint()}
        type="url"
        value={draft().online_link}
        onInput={(typed) => props.of.write({ online_link: typed.currentTarget.value })}
        error={props.form.fault('online_link')}
      />
    </fieldset>
  )
}

function GuestsFields(props: FieldsProps) {
  const draft = () => props.of.draft
  const choices: [GuestView, () => string][] = [
    ['counts', m.events_guests_counts],
    ['names', m.events_guests_names],
  ]
  return (
    <section class="card stack" aria-labelledby="form-guests">
      <h2 id="form-guests" class="t-section">
        {m.events_guests()}
      </h2>
      <TextField
        label={m.events_capacity()}
        hint={m.events_capacity_hint()}
        type="number"
        inputmode="numeric"
        min="1"
        max={CAPACITY_MOST}
        value={draft().capacity}
        onInput={(typed) => props.of.write({ capacity: typed.currentTarget.value })}
        error={props.form.fault('capacity')}
      />
      <Select
        label={m.events_guests_see()}
        hint={m.events_guests_hint()}
        value={draft().guests}
        onChange={(chosen) => props.of.write({ guests: chosen.currentTarget.value as GuestView })}
        error={props.form.fault('guests')}
      >
        <For each={choices}>
          {([view, label]) => (
            <option value={view} selected={view === draft().guests}>
              {label()}
            </option>
          )}
        </For>
      </Select>
    </section>
  )
}
