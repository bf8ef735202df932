import { Dialog } from '@kobalte/core/dialog'
import { A, useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js'
import SearchIcon from '~icons/lucide/search'
import { useQuery } from '../lib/query'
import { createDebounced } from '../lib/debounced'
import { m } from '../lib/messages'
import { mentorHitsQuery } from '../mentors/mentors.queries'
import type { ListedMentor } from '../mentors/mentors.calls'
import { Avatar } from '../ui/Avatar'
import type { Destination } from './navigation'

type Item = { id: string; href: string; mentor?: ListedMentor; destination?: Destination }

/** ⌘K: one field that finds mentors while one types, and every page by its name. */
export default function Palette(props: { destinations: Destination[]; onClose: () => void }) {
  const navigate = useNavigate()
  const [words, setWords] = createSignal('')
  const asked = createDebounced(() => words().trim())
  const hits = useQuery(() => ({ ...mentorHitsQuery(asked(), 5), enabled: asked() !== '' }))

  const mentors = createMemo<Item[]>(() =>
    asked() === ''
      ? []
      : (hits.data?.items ?? []).map((mentor) => ({
          id: mentor.mentor_id,
          href: `/mentors/${mentor.mentor_id}`,
          mentor,
        })),
  )
  const pages = createMemo<Item[]>(() =>
    props.destinations
      .filter((destination) => destination.label().toLocaleLowerCase().includes(words().trim().toLocaleLowerCase()))
      .map((destination) => ({ id: destination.href, href: destination.href, destination })),
  )
  const items = () => [...mentors(), ...pages()]
  const [place, setPlace] = createSignal(0)
  createEffect(on(items, () => setPlace(0)))
  const chosen = () => items()[place()]

  function go(item: Item | undefined): void {
    if (!item) return
    props.onClose()
    navigate(item.href)
  }

  function steer(event: KeyboardEvent): void {
    const count = items().length
    if (event.key === 'ArrowDown') setPlace((now) => (now + 1) % Math.max(count, 1))
    else if (event.key === 'ArrowUp') setPlace((now) => (now + count - 1) % Math.max(count, 1))
    else if (event.key === 'Enter') go(chosen())
    else return
    event.preventDefault()
  }

  const optionId = (item: Item) => `palette-${item.id.replaceAll('/', '')}`
  const Option = (own: { item: Item }) => (
    <A
      id={optionId(own.item)}
      href={own.item.href}
      role="option"
      tabindex="-1"
      class="palette__item"
      aria-selected={chosen()?.id === own.item.id}
      onClick={() => props.onClose()}
    >
      <Show when={own.item.mentor}>{(mentor) => <MentorOption mentor={mentor()} />}</Show>
      <Show when={own.item.destination}>
        {(destination) => (
          <>
            {destination().icon({ class: 'i', 'aria-hidden': 'true' })}
            <span class="grow">{destination().label()}</span>
          </>
        )}
      </Show>
    </A>
  )

  return (
    <Dialog open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content class="palette" aria-label={m.palette_label()}>
          <div class="palette__q">
            <SearchIcon class="i" aria-hidden="true" />
            <input
              type="text"
              role="combobox"
              aria-label={m.palette_field()}
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={chosen() && optionId(chosen()!)}
              placeholder={m.palette_placeholder()}
              autocomplete="off"
              value={words()}
              onInput={(event) => setWords(event.currentTarget.value)}
              onKeyDown={steer}
            />
            <kbd class="kbd desk">{m.palette_escape()}</kbd>
          </div>
          <div id="palette-list" role="listbox" class="overflow-y-auto" aria-label={m.palette_label()}>
            <Group title={m.palette_mentors()} items={mentors()} option={Option} />
            <Group title={m.palette_pages()} items={pages()} option={Option} />
          </div>
          <Show when={items().length === 0}>
            <p class="t-2 px-4 pb-4" role="status">
              {m.palette_nothing()}
            </p>
          </Show>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  )
}

function Group(props: { title: string; items: Item[]; option: (own: { item: Item }) => JSX.Element }) {
  return (
    <Show when={props.items.length > 0}>
      <div role="group" class="palette__group" aria-label={props.title}>
        <p class="palette__title" aria-hidden="true">
          {props.title}
        </p>
        <For each={props.items}>{(item) => props.option({ item })}</For>
      </div>
    </Show>
  )
}

function MentorOption(props: { mentor: ListedMentor }) {
  return (
    <>
      <Avatar name={props.mentor.name} picture={props.mentor.picture_url} size="sm" eager />
      <span class="grow ellipsis">
        <bdi>{props.mentor.name}</bdi> <span class="t-3">{props.mentor.headline}</span>
      </span>
    </>
  )
}
