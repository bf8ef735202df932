import { createUniqueId, For, Show } from 'solid-js'
import AlertIcon from '~icons/lucide/circle-alert'
import StarIcon from '~icons/lucide/star'
import { m } from '../lib/messages'

const FIVE = [1, 2, 3, 4, 5]

export function Stars(props: { given: number }) {
  return (
    <span class="stars">
      <For each={FIVE}>
        {(star) => <StarIcon class="i i--sm" classList={{ 'i--star': star <= props.given }} aria-hidden="true" />}
      </For>
      <span class="sr">{m.reviews_given({ count: props.given })}</span>
    </span>
  )
}

/** Five radio buttons that look like stars: arrow keys choose, and every star says its number. */
export function StarsField(props: { label: string; error: string | undefined }) {
  const id = createUniqueId()
  return (
    <fieldset
      class="field"
      role="radiogroup"
      aria-invalid={props.error ? 'true' : undefined}
      tabindex={props.error ? -1 : undefined}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend class="field__label">{props.label}</legend>
      <div class="pick-stars">
        <For each={FIVE}>
          {(star) => (
            <label>
              <input class="sr" type="radio" name="stars" value={star} required />
              <StarIcon class="i i--lg" aria-hidden="true" />
              <span class="sr">{m.reviews_stars({ count: star })}</span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="field__error" id={`${id}-error`}>
          <AlertIcon class="i i--sm" aria-hidden="true" />
          <span>{props.error}</span>
        </p>
      </Show>
    </fieldset>
  )
}
