import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { useQuery } from '../lib/query'
import { Avatar } from '../ui/Avatar'
import { Field } from '../ui/Field'
import { beingNamed, type Mentioned } from './mentioning'
import { completionQuery } from './people.queries'

type Props = {
  label: string
  name?: string
  rows: number
  value: string
  onInput: (text: string) => void
  /** Somebody was chosen from the list. */
  onMention: (person: Mentioned) => void
  postId?: string
  hint?: string
  error?: string | undefined
  first?: boolean
}

/** A text in which an @ offers people; the arrows choose, Enter takes, Escape goes on typing. */
export function MentionArea(props: Props) {
  let area!: HTMLTextAreaElement
  const list = createUniqueId()
  const [naming, setNaming] = createSignal<{ search: string; from: number }>()
  const search = createDebounced(() => naming()?.search)
  const people = useQuery(() => ({
    ...completionQuery(search() ?? '', props.postId),
    enabled: search() !== undefined,
  }))
  const offered = () => (naming() === undefined ? [] : (people.data?.items ?? []))
  const [place, setPlace] = createSignal(0)
  const chosen = () => offered()[Math.min(place(), offered().length - 1)]
  const look = () => {
    setNaming(beingNamed(area.value, area.selectionEnd))
    setPlace(0)
  }

  function take(person: Mentioned | undefined): void {
    const at = naming()
    if (!person || !at) return
    const text = `${props.value.slice(0, at.from)}@${person.name} ${props.value.slice(area.selectionEnd)}`
    const caret = at.from + person.name.length + 2
    setNaming(undefined)
    props.onMention({ display_id: person.display_id, name: person.name })
    props.onInput(text)
    area.focus()
    area.setSelectionRange(caret, caret)
  }

  function steer(event: KeyboardEvent): void {
    const count = offered().length
    if (count === 0 || event.isComposing) return
    if (event.key === 'ArrowDown') setPlace((now) => (now + 1) % count)
    else if (event.key === 'ArrowUp') setPlace((now) => (now + count - 1) % count)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen())
    else if (event.key === 'Escape') {
      event.stopPropagation()
      setNaming(undefined)
    } else return
    event.preventDefault()
  }

  const optionId = (display_id: string) => `${list}-${display_id}`
  return (
    <div class="mention">
      <Field label={props.label} hint={props.hint} error={props.error ?? ''}>
        {(wiring) => (
          <textarea
            {...wiring}
            ref={area}
            class="input"
            name={props.name}
            rows={props.rows}
            dir="auto"
            data-first={props.first ? '' : undefined}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={offered().length > 0 ? list : undefined}
            aria-activedescendant={chosen() && optionId(chosen()!.display_id)}
            value={props.value}
            onInput={(event) => {
              props.onInput(event.currentTarget.value)
              look()
            }}
            onKeyDown={steer}
            onClick={look}
            onBlur={() => setNaming(undefined)}
          />
        )}
      </Field>
      <Show when={offered().length > 0}>
        <ul id={list} role="listbox" class="mention__list" aria-label={m.community_mention_list()}>
          <For each={offered()}>
            {(person) => (
              <li
                id={optionId(person.display_id)}
                role="option"
                class="palette__item"
                aria-selected={chosen()?.display_id === person.display_id}
                // Before the text loses the focus.
                onPointerDown={(event) => {
                  event.preventDefault()
                  take(person)
                }}
              >
                <Avatar name={person.name} picture={person.picture_url} size="sm" />
                <bdi class="grow ellipsis">{person.name}</bdi>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
