import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { Message, ServerFrame } from '../../../worker/contract/chat'
import { now } from '../lib/clock'
import { Problem } from '../lib/problem'
import type { Me } from '../lib/session'
import { createSocket } from '../lib/socket'
import { closedBy } from '../lib/socket.life'
import { apply, begin, type Happening, type ThreadState, type Waiting } from './apply'
import * as calls from './chat.queries'
import { messagesOf, patchConversation, postMessage, wireOf } from './chat.queries'
import { withLast } from './conversations.pages'
import { createFallback } from './fallback'
import { openOutbox } from './outbox'
import { createPages } from './pages'
import { createSending } from './sending'
import { lastSeq } from './window'

const TYPING_EVERY_MS = 3000

/** One open conversation: the socket while it works, requests while it does not, and what was written meanwhile. */
export function createThread(conversationId: string, me: Me) {
  const client = useQueryClient()
  const outbox = openOutbox(me.id, conversationId)
  const [state, setState] = createSignal<ThreadState>(begin(me.id, outbox.items()))
  const [problem, setProblem] = createSignal<unknown>()
  let readSent = 0
  let typingSent = Number.NEGATIVE_INFINITY

  const take = (happening: Happening): void => {
    setState((before) => apply(before, happening, now()))
    if (state().behind || state().isStale) void pages.catchUp()
  }
  const showWaiting = () => take({ type: 'waiting', items: outbox.items() })
  const pages = createPages({ id: conversationId, state, take, onCame: receive })
  /** Who looks at the past is told of what comes after the end, not after what is here. */
  const known = () => (state().detached ? state().end : lastSeq(state()))

  const socket = createSocket<ServerFrame>({
    isNeeded: () => state().waiting.some((item) => !item.failed),
    path: () => `/ws/conversations/${conversationId}/${state().opened ? `?since=${known()}&rev=${state().rev}` : ''}`,
    onFrame(frame) {
      take(frame)
      if (frame.type === 'hello') {
        setProblem(undefined)
        receive(frame.items)
        sending.flush()
      }
      if (frame.type === 'message') receive([frame])
      if (frame.type === 'error' && frame.client_id) sending.refused(frame.client_id, frame.code)
      if (frame.type === 'read' && frame.account_id === me.id) noteRead(frame.seq)
    },
  })
  const fallback = createFallback({
    life: socket.life,
    look: async () => {
      const opened = state().opened
      const page = await messagesOf(conversationId, opened ? { after_seq: known() } : {})
      setProblem(undefined)
      take({ type: opened ? 'newer' : 'newest', ...page })
      if (opened) take({ type: 'changes', ...(await calls.changesOf(conversationId, state().rev)) })
      receive(page.items)
      sending.flush()
    },
    onProblem: setProblem,
  })
  const sending = createSending({
    outbox,
    byFrame: (item) => socket.life().state === 'live' && socket.send({ type: 'send', ...wireOf(item) }),
    byPost: () => (fallback.isOn() ? (item) => postMessage(conversationId, item) : undefined),
    onReceipt: (message) => take({ type: 'message', ...message }),
    onChange: showWaiting,
  })
  createEffect(
    on(
      () => socket.life().state,
      (is) => {
        if (is === 'live') return
        sending.cut(closedBy(socket.life()))
        readSent = 0
      },
    ),
  )
  /** What waited before this page, and what another tab wrote or sent. */
  const seeWaiting = () => {
    receive(state().messages)
    showWaiting()
    sending.flush()
  }
  onMount(() => onCleanup(outbox.follow(seeWaiting)))

  function receive(came: readonly Message[]): void {
    for (const message of came) if (message.sender_id === me.id) sending.settled(message.client_id)
    const last = came.at(-1)
    if (last) patchConversation(client, conversationId, (known) => withLast(known, last))
  }

  async function readByRequest(seq: number): Promise<void> {
    readSent = seq
    // What fails is told again by the next look.
    const moved = await calls.markRead(conversationId, seq).catch(() => undefined)
    if (!moved) return
    take({ type: 'read', account_id: me.id, seq: moved.seq })
    noteRead(moved.seq)
  }

  function noteRead(seq: number): void {
    patchConversation(client, conversationId, (known) =>
      known.unread > 0 && seq >= known.last_seq ? { ...known, unread: 0 } : known,
    )
  }

  async function changed(act: Promise<Message>): Promise<void> {
    const message = await act
    take({ type: 'changed', rev: message.rev, message })
  }

  return {
    id: conversationId,
    state,
    life: socket.life,
    isFallback: fallback.isOn,
    /** Not a member, or no such conversation. */
    isMissing: () => {
      const error = problem()
      return error instanceof Problem && error.status === 404
    },
    problem,
    look: () => void fallback.look(),
    pages,
    say(content: string, more: Pick<Waiting, 'reply_to' | 'attachments'> = {}): void {
      outbox.add({ client_id: crypto.randomUUID(), content, ...more, queued_at: new Date(now()).toISOString() })
      take({ type: 'answered' })
      showWaiting()
      sending.flush()
      // What one says stands at the end, and one wants to see it there.
      void pages.toNewest()
    },
    /** Each answers the message as it is now; the others hear of it by their own lines. */
    edit: (seq: number, content: string) => changed(calls.editMessage(conversationId, seq, content)),
    remove: (seq: number) => changed(calls.deleteMessage(conversationId, seq)),
    react: (seq: number, emoji: string, on: boolean) => changed(calls.reactTo(conversationId, seq, emoji, on)),
    retry(clientId: string): void {
      outbox.retry(clientId, crypto.randomUUID())
      showWaiting()
      sending.flush()
    },
    drop(clientId: string): void {
      outbox.remove(clientId)
      showWaiting()
    },
    /** Only what is on a screen that somebody looks at is read (D5). */
    read(): void {
      const theirs = state().messages.findLast((message) => message.sender_id !== me.id)
      const marker = Math.max(state().markers[me.id] ?? 0, readSent)
      if (!theirs || theirs.seq <= marker) return
      const seq = lastSeq(state())
      if (socket.send({ type: 'read', seq })) readSent = seq
      else if (fallback.isOn()) void readByRequest(seq)
    },
    typing(): void {
      if (performance.now() - typingSent > TYPING_EVERY_MS && socket.send({ type: 'typing' }))
        typingSent = performance.now()
    },
    left: () => take({ type: 'left' }),
    returned: () => take({ type: 'returned' }),
  }
}

export type Thread = ReturnType<typeof createThread>
