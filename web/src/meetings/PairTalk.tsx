import '../chat/chat.css'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { conversationsQuery, openConversation } from '../chat/chat.queries'
import { ThreadView } from '../chat/ThreadView'
import { isolate, m } from '../lib/messages'
import { useQuery } from '../lib/query'
import type { Me } from '../lib/session'
import type { Place } from '../lib/time'
import { Button } from '../ui/Button'
import { ProblemNote } from '../ui/Note'
import { meetingQuery, type Meeting } from './meetings.queries'
import { otherOf } from './phase'

/** The two go on in the conversation they have. */
export function PairTalk(props: { meeting: Meeting; me: Me; mine: Place }) {
  const conversations = useQuery(conversationsQuery)
  const known = (id: string) => conversations.data?.items.find((one) => one.id === id)
  return (
    <section class="card card--flush meet__talk" aria-label={m.meet_talk()}>
      <Show when={props.meeting.conversation_id} keyed fallback={<Begin meeting={props.meeting} />}>
        {(id) => <ThreadView id={id} conversation={known(id)} me={props.me} mine={props.mine} />}
      </Show>
    </section>
  )
}

function Begin(props: { meeting: Meeting }) {
  const client = useQueryClient()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()
  const other = () => otherOf(props.meeting)

  async function begin(): Promise<void> {
    if (busy()) return
    setBusy(true)
    setError(undefined)
    try {
      const { id } = await openConversation(other()?.display_id ?? '')
      client.setQueryData(meetingQuery(props.meeting.booking_id).queryKey, { ...props.meeting, conversation_id: id })
      void client.invalidateQueries({ queryKey: ['conversations'] })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="meet__begin stack">
      <ProblemNote error={error()} />
      <Button kind="primary" busy={busy()} onClick={() => void begin()}>
        {m.meet_talk_begin({ name: isolate(other()?.name ?? '') })}
      </Button>
    </div>
  )
}
