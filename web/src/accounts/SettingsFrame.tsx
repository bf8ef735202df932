import './settings.css'
import { A, useLocation, type RouteSectionProps } from '@solidjs/router'
import { createEffect, For, on, Show, Suspense } from 'solid-js'
import ArrowLeftIcon from '~icons/lucide/arrow-left'
import ChevronIcon from '~icons/lucide/chevron-right'
import { m } from '../lib/messages'
import { isMentor, useMe } from '../lib/session'
import { createTitle } from '../lib/title'
import { SETTINGS } from './settings'

/** A list beside its section on a desk; on a phone first the one, then the other. */
export default function SettingsFrame(props: RouteSectionProps) {
  const location = useLocation()
  const me = useMe()
  const at = () => SETTINGS.find(({ id }) => location.pathname === `/settings/${id}`)
  createTitle(() => (at() ? m.settings_page_title({ section: at()!.label() }) : m.settings_title()))
  let body!: HTMLDivElement
  createEffect(on(at, () => body.scrollIntoView?.({ block: 'nearest' }), { defer: true }))
  return (
    <div class="settings" data-at={at() ? 'section' : 'list'}>
      <div class="settings__head">
        <Show when={at()}>
          <A class="btn btn--quiet btn--icon settings__back" href="/settings" aria-label={m.settings_all()}>
            <ArrowLeftIcon class="i i--lg i--flip" aria-hidden="true" />
          </A>
        </Show>
        <h1 class="t-page">{m.settings_title()}</h1>
      </div>
      <nav class="settings__nav" aria-label={m.settings_title()}>
        <For each={SETTINGS.filter(({ mentors }) => !mentors || isMentor(me.data))}>
          {(part) => (
            <A href={`/settings/${part.id}`} aria-current={at()?.id === part.id ? 'page' : undefined}>
              {part.icon({ class: 'i', 'aria-hidden': 'true' })}
              <span class="grow">{part.label()}</span>
              <ChevronIcon class="i i--sm i--flip settings__go" aria-hidden="true" />
            </A>
          )}
        </For>
      </nav>
      <div class="settings__body" ref={body}>
        <Suspense>{props.children}</Suspense>
      </div>
    </div>
  )
}
