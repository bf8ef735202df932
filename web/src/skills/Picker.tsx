import { createEffect, createMemo, For, on, Show } from 'solid-js'
import XIcon from '~icons/lucide/x'
import { MOST_SKILL_LENGTH } from '../../../worker/contract/skills.constants'
import { m } from '../lib/messages'
import { Field } from '../ui/Field'
import { createPicking, type Option, type Picking } from './picking'
import './skills.css'

type PickerProps = Picking & {
  label: string
  hint?: string | undefined
  error?: string | undefined
  placeholder?: string | undefined
  /** What is typed has been chosen before. */
  isChosen: boolean
  /** Names the field for a page that leads people to it. */
  step?: string | undefined
}

/** Several things chosen by typing: chips before a field, and a list that the arrow keys walk. */
export function Picker(props: PickerProps) {
  let input!: HTMLInputElement
  let box!: HTMLDivElement
  let list!: HTMLDivElement
  const picking = createPicking(props)

  // Words that were not chosen would be lost on saving: the browser says so in their place.
  createEffect(() => input.setCustomValidity(picking.isTyped() && !picking.open() ? m.picker_left_over() : ''))
  createEffect(
    on(picking.active, (place) =>
      document.getElementById(`${input.id}-${place}`)?.scrollIntoView?.({ block: 'nearest' }),
    ),
  )

  // A row outlives the answer that brings it again: a press on it would be lost with it.
  const byValue = createMemo(() => new Map(picking.shown().map((option) => [option.value, option])))
  const isShown = createMemo(() => picking.shown().length > 0)
  createEffect(() => isShown() && list.scrollIntoView?.({ block: 'nearest' }))

  /** The next chip has the focus, so that several can be removed in a row. */
  function drop(value: string, index: number): void {
    picking.drop(value)
    const left = box.querySelectorAll<HTMLElement>('.chip')
    ;(left[Math.min(index, left.length - 1)] ?? input).focus()
  }

  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(wiring) => (
        <div class="picker" onFocusOut={() => picking.close()}>
          <div ref={box} class="picker__box input">
            <Show when={props.value.length > 0}>
              <Chosen label={props.label} value={props.value} labelOf={props.labelOf} onDrop={drop} />
            </Show>
            <input
              ref={input}
              {...wiring}
              type="text"
              role="combobox"
              class="picker__input"
              data-step={props.step}
              autocomplete="off"
              autocapitalize="none"
              enterkeyhint="done"
              maxlength={MOST_SKILL_LENGTH}
              dir="auto"
              aria-autocomplete="list"
              aria-expanded={isShown()}
              aria-controls={`${wiring.id}-list`}
              aria-activedescendant={picking.shown()[picking.active()] ? `${wiring.id}-${picking.active()}` : undefined}
              placeholder={picking.isFull() ? m.picker_full({ count: props.most }) : props.placeholder}
              value={picking.words()}
              onInput={(event) => picking.type(event.currentTarget.value)}
              onClick={() => picking.type(picking.words())}
              onKeyDown={(event) => !event.isComposing && picking.press(event.key) && event.preventDefault()}
            />
          </div>
          <div
            ref={list}
            id={`${wiring.id}-list`}
            role="listbox"
            class="picker__list"
            aria-label={props.label}
            aria-busy={props.busy}
            hidden={!isShown()}
          >
            <For each={[...byValue().keys()]}>
              {(value, index) => (
                <Show when={byValue().get(value)}>
                  {(option) => (
                    <Choice
                      id={`${wiring.id}-${index()}`}
                      option={option()}
                      isActive={index() === picking.active()}
                      onPick={() => picking.pick(option())}
                    />
                  )}
                </Show>
              )}
            </For>
          </div>
          <Show when={picking.hasNothing()}>
            <p class="picker__list t-2 px-4 py-3">{props.isChosen ? m.picker_chosen_already() : m.picker_nothing()}</p>
          </Show>
          <span class="sr" role="status">
            {picking.said()}
          </span>
        </div>
      )}
    </Field>
  )
}

function Chosen(props: {
  label: string
  value: string[]
  labelOf: (value: string) => string
  onDrop: (value: string, index: number) => void
}) {
  return (
    <ul class="picker__chips" aria-label={m.picker_chosen({ label: props.label })}>
      <For each={props.value}>
        {(value, index) => (
          <li>
            <button
              type="button"
              class="chip"
              aria-label={m.picker_remove({ name: props.labelOf(value) })}
              onClick={() => props.onDrop(value, index())}
            >
              <bdi>{props.labelOf(value)}</bdi>
              <XIcon class="i i--sm" aria-hidden="true" />
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

/** The pointer chooses without taking the focus from the field. */
function Choice(props: { id: string; option: Option; isActive: boolean; onPick: () => void }) {
  return (
    <button
      type="button"
      id={props.id}
      role="option"
      tabindex="-1"
      class="palette__item"
      aria-selected={props.isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onPick()}
    >
      <bdi>{props.option.label}</bdi>
      <Show when={props.option.detail}>
        <span class="t-3 t-sm">{props.option.detail}</span>
      </Show>
    </button>
  )
}
