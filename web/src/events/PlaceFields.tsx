import { For, Show } from 'solid-js'
import { CAPACITY_MOST, EVENT_LOCATION_LENGTH, PLACES, type GuestView } from '../../../worker/contract/events.constants'
import { m } from '../lib/messages'
import { Select, TextField } from '../ui/Field'
import type { FieldsProps } from './EventForm'

/** Online or somewhere; the link goes with both. */
export function WhereFields(props: FieldsProps) {
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

/** For how many, and what they see of each other. */
export function GuestsFields(props: FieldsProps) {
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
