import { Show } from 'solid-js'
import { m } from '../lib/messages'
import type { Me } from '../lib/session'
import type { Place } from '../lib/time'
import { createDrafts } from './conversations.drafts'
import { createWish } from './conversations.wish'
import { ConversationsFound } from './ConversationsFound'
import { ConversationsSearch } from './ConversationsSearch'

/** Who I talk with, the latest first, found by name, last message and session. */
export function ConversationList(props: { current: string | undefined; me: Me; mine: Place | undefined }) {
  const wishing = createWish()
  // The account of a page never changes.
  // oxlint-disable-next-line solid/reactivity
  const draftOf = createDrafts(props.me.id, () => props.current)
  return (
    <section class="chat__list" aria-label={m.chat_conversations()}>
      <h2 class="t-page chat__lh">{m.nav_messages()}</h2>
      <ConversationsSearch wishing={wishing} me={props.me} />
      <Show when={wishing.wish()} keyed>
        {(wish) => (
          <ConversationsFound
            wish={wish}
            current={props.current}
            me={props.me}
            mine={props.mine}
            draftOf={draftOf}
            onAll={() => wishing.clear()}
          />
        )}
      </Show>
    </section>
  )
}
