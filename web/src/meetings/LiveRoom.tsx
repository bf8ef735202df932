import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { Note } from '../ui/Note'
import { Agenda } from './Agenda'
import { LiveNotes } from './LiveNotes'
import { MeetingLink } from './MeetingLink'
import type { Meeting } from './meetings.queries'
import { PairTalk } from './PairTalk'
import { People } from './People'
import { createRoom } from './room'
import { RoomTalk } from './RoomTalk'

const TABS = ['about', 'notes', 'talk'] as const
type Tab = (typeof TABS)[number]
const WORDS: Record<Tab, () => string> = { about: m.meet_tab_about, notes: m.meet_notes, talk: m.meet_talk }

/** The room while it is open; on a phone its parts are tabs. */
export function LiveRoom(props: { meeting: Meeting; mine: Place }) {
  const me = useAccount()
  const client = useQueryClient()
  // oxlint-disable-next-line solid/reactivity -- the page makes another one for another session
  const room = createRoom(props.meeting.booking_id, me())
  const isDesk = createMedia('(min-width: 64rem)')
  const [tab, setTab] = createSignal<Tab>('about')
  const shows = (one: Tab) => isDesk() || tab() === one
  const isEnded = () => room.life().state === 'ended'
  createEffect(() => isEnded() && void client.invalidateQueries({ queryKey: ['meeting', props.meeting.booking_id] }))

  return (
    <>
      <Show when={isEnded()}>
        <Note
          kind="danger"
          act={
            <Button size="sm" onClick={() => location.reload()}>
              {m.meet_come_back()}
            </Button>
          }
        >
          {m.meet_ended()}
        </Note>
      </Show>
      <Show when={['waiting', 'offline'].includes(room.life().state)}>
        <Note kind="warning">{m.meet_line_lost()}</Note>
      </Show>
      <Show when={!isDesk()}>
        <Tabs chosen={tab()} choose={setTab} />
      </Show>
      <div class="meet__grid meet__grid--live">
        <div class="stack stack--6" hidden={!shows('about')} id="meet-about">
          <Show when={props.meeting.has_link}>
            <MeetingLink meeting={props.meeting} />
          </Show>
          <People meeting={props.meeting} here={room.here()} />
          <Agenda meeting={props.meeting} />
        </div>
        <div hidden={!shows('notes')} id="meet-notes">
          <LiveNotes room={room} meeting={props.meeting} />
        </div>
        <div hidden={!shows('talk')} id="meet-talk">
          <Show when={shows('talk')}>
            <Show
              when={props.meeting.kind === 'group'}
              fallback={<PairTalk meeting={props.meeting} me={me()} mine={props.mine} />}
            >
              <RoomTalk room={room} meeting={props.meeting} me={me()} mine={props.mine} />
            </Show>
          </Show>
        </div>
      </div>
    </>
  )
}

function Tabs(props: { chosen: Tab; choose: (tab: Tab) => void }) {
  let list!: HTMLDivElement
  /** One stop for the keyboard; the arrows go on from there. */
  function step(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const along = getComputedStyle(list).direction === 'rtl' ? -by : by
    const next = TABS[(TABS.indexOf(props.chosen) + along + TABS.length) % TABS.length] as Tab
    props.choose(next)
    list.querySelector<HTMLElement>(`[aria-controls="meet-${next}"]`)?.focus()
  }
  return (
    <div class="tabs meet__tabs" role="tablist" aria-label={m.meet_tabs()} ref={list}>
      <For each={TABS}>
        {(one) => (
          <button
            type="button"
            class="tab"
            role="tab"
            aria-selected={props.chosen === one}
            aria-controls={`meet-${one}`}
            tabindex={props.chosen === one ? 0 : -1}
            onClick={() => props.choose(one)}
            onKeyDown={step}
          >
            {WORDS[one]()}
          </button>
        )}
      </For>
    </div>
  )
}
