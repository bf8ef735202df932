import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import { Note } from '../ui/Note'

/** Over every page while an account is being closed: what that means, and the way back. */
export function ClosingNotice(props: { me: Me }) {
  return (
    <Show when={props.me.is_closing}>
      <div class="px-gutter pb-2">
        <Note kind="warning">
          {m.closing_notice()}{' '}
          <A class="link" href="/settings/close">
            {m.closing_notice_act()}
          </A>
        </Note>
      </div>
    </Show>
  )
}
