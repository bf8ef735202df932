import './chat.css'
import './conversations.css'
import { useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { useQuery } from '../lib/query'
import { createMedia } from '../lib/media'
import { m } from '../lib/messages'
import { useAccount } from '../lib/session'
import { createTitle } from '../lib/title'
import { useMyPlace } from '../lib/zones'
import { Cups } from '../ui/Illustration'
import { Empty, ErrorState } from '../ui/List'
import { conversationQuery, conversationsQuery } from './chat.queries'
import { ConversationList } from './ConversationList'
import { createKeyboardInset } from './keyboard'
import { NoMessages } from './NoMessages'
import { ThreadSide } from './ThreadSide'
import { ThreadView } from './ThreadView'

/** List, thread and the person beside each other on a desk; one after the other on a phone. */
export default function MessagesPage() {
  const params = useParams<{ conversation_id?: string }>()
  const me = useAccount()
  const mine = useMyPlace()
  const conversations = useQuery(conversationsQuery)
  const isDesk = createMedia('(min-width: 48rem)')
  const isWide = createMedia('(min-width: 80rem)')
  const inset = createKeyboardInset()
  const listed = createMemo(() => conversations.data?.items.find((one) => one.id === params.conversation_id))
  /** One that lies far down, was put away, or was begun a moment ago. */
  const alone = useQuery(() => ({
    ...conversationQuery(params.conversation_id ?? ''),
    enabled: params.conversation_id !== undefined && conversations.data !== undefined && !listed(),
    retry: false,
  }))
  const current = () => listed() ?? (params.conversation_id === undefined ? undefined : alone.data)
  const isNobody = () => conversations.data?.items.length === 0
  createTitle(() => current()?.other.name ?? m.nav_messages())

  return (
    <div class="chat" classList={{ bare: params.conversation_id !== undefined }} style={{ '--keyboard': inset() }}>
      <h1 class="sr">{m.nav_messages()}</h1>
      <Show when={isDesk() || !params.conversation_id}>
        <ConversationList current={params.conversation_id} me={me()} mine={mine()} />
      </Show>
      <Switch>
        <Match when={params.conversation_id} keyed>
          {(id) => <ThreadView id={id} conversation={current()} me={me()} mine={mine()} />}
        </Match>
        <Match when={isDesk()}>
          <section class="chat__main chat__none" aria-label={m.chat_conversation()}>
            <Switch>
              <Match when={conversations.error && !conversations.data}>
                <ErrorState
                  error={conversations.error}
                  retry={() => void conversations.refetch()}
                  busy={conversations.isFetching}
                />
              </Match>
              <Match when={isNobody()}>
                <NoMessages />
              </Match>
              <Match when={conversations.data}>
                <Empty art={<Cups />} title={m.chat_choose()}>
                  {m.chat_choose_words()}
                </Empty>
              </Match>
            </Switch>
          </section>
        </Match>
      </Switch>
      <Show when={isWide() && current()}>
        {(conversation) => <ThreadSide conversation={conversation()} me={me()} mine={mine()} />}
      </Show>
    </div>
  )
}
