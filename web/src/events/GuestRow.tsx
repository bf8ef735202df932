import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import CheckIcon from '~icons/lucide/check'
import CloseIcon from '~icons/lucide/x'
import { isolate, m } from '../lib/messages'
import { Avatar } from '../ui/Avatar'
import { ProblemNote } from '../ui/Note'
import { checkIn, guestsQuery, type Guest, type GuestWish } from './events.queries'

type RowProps = { eventId: string; guest: Guest; wish: GuestWish; isOpen: boolean }

/** One guest, with whether they came: pressed again it is not known after all. Up and down lead along the list. */
export function GuestRow(props: RowProps) {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const name = () => props.guest.name ?? m.events_guest_number({ number: props.guest.number })

  async function say(came: boolean): Promise<void> {
    if (busy() || !props.isOpen) return
    setBusy(true)
    setError(undefined)
    try {
      const after = await checkIn(props.eventId, props.guest.id, props.guest.came === came ? null : came)
      client.setQueryData(
        guestsQuery(props.eventId, props.wish).queryKey,
        (list) =>
          list && {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              items: page.items.map((one) => (one.id === after.id ? after : one)),
            })),
          },
      )
      void client.invalidateQueries({ queryKey: ['event', props.eventId, 'guests'] })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const Toggle = (own: { came: boolean }) => (
    <button
      type="button"
      class="ev-toggle"
      data-came={String(own.came)}
      aria-pressed={props.guest.came === own.came}
      aria-disabled={props.isOpen ? undefined : 'true'}
      aria-label={
        own.came ? m.events_came_of({ name: isolate(name()) }) : m.events_did_not_come_of({ name: isolate(name()) })
      }
      onKeyDown={walk}
      onClick={() => void say(own.came)}
    >
      <Show when={own.came} fallback={<CloseIcon class="i i--sm" aria-hidden="true" />}>
        <CheckIcon class="i i--sm" aria-hidden="true" />
      </Show>
      <span class="ev-toggle__t">{own.came ? m.events_came() : m.events_did_not_come()}</span>
    </button>
  )

  return (
    <li class="list-row ev-guest">
      <Avatar name={name()} picture={props.guest.picture_url} size="sm" />
      <div class="list-row__main">
        <bdi class="t-strong block ellipsis">{name()}</bdi>
        <span class="t-sm t-3 num">{m.events_number({ number: props.guest.number })}</span>
        <ProblemNote error={error()} />
      </div>
      <Show when={props.guest.state === 'going'}>
        <div class="row row--1" role="group" aria-label={name()} aria-busy={busy() ? 'true' : undefined}>
          <Toggle came />
          <Toggle came={false} />
        </div>
      </Show>
    </li>
  )
}

function walk(event: KeyboardEvent & { currentTarget: HTMLButtonElement }): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  event.preventDefault()
  const row = event.currentTarget.closest('li')
  const next = event.key === 'ArrowUp' ? row?.previousElementSibling : row?.nextElementSibling
  next?.querySelector<HTMLElement>(`[data-came="${event.currentTarget.dataset.came}"]`)?.focus()
}
