import { Navigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { createMedia } from '../lib/media'

/** On a desk the first section stands beside the list; on a phone the list is the page. */
export default function SettingsIndex() {
  const wide = createMedia('(min-width: 48rem)')
  return (
    <Show when={wide()}>
      <Navigate href="/settings/profile" />
    </Show>
  )
}
