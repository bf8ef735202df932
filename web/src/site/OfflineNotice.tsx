import { Show } from 'solid-js'
import { m } from '../lib/messages'
import { createOnline } from '../lib/online'
import { Note } from '../ui/Note'

export function OfflineNotice() {
  const online = createOnline()
  return (
    <Show when={!online()}>
      <div class="px-gutter pb-2">
        <Note kind="warning">
          <b class="t-strong">{m.offline_title()}</b> {m.offline_words()}
        </Note>
      </div>
    </Show>
  )
}
