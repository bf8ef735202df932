import { createSignal, onCleanup, onMount } from 'solid-js'
import type { RoomFrame } from '../../../worker/contract/meetings'
import { apply, begin, type Happening } from '../chat/apply'
import { openOutbox } from '../chat/outbox'
import { createSending } from '../chat/sending'
import { lastSeq } from '../chat/window'
import { now } from '../lib/clock'
import type { Me } from '../lib/session'
import { createSocket } from '../lib/socket'
import { createHeartbeat } from './heartbeat'
import { roomMessages } from './meetings.queries'
import { beginNotes, cut, heard, isDue, isSaved, refused, resolved, typed } from './shared-notes'
import { isTooLong } from './notes-length'

const PAUSE_MS = 600

/** The room while it is open: who is here, the notes that everybody writes, and what a group says. */
export function createRoom(bookingId: string, me: Me) {
  const [here, setHere] = createSignal<Readonly<Record<string, boolean>>>({})
  const [notes, setNotes] = createSignal(beginNotes())
  const outbox = openOutbox(me.id, `room.${bookingId}`)
  const [talk, setTalk] = createSignal(begin(me.id, outbox.items()))
  const [loadingOlder, setLoadingOlder] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let fetching = false

  const take = (happening: Happening): void => {
    setTalk((before) => apply(before, happening, now()))
    if (talk().behind) void catchUp()
  }
  const showWaiting = () => take({ type: 'waiting', items: outbox.items() })

  const socket = createSocket<RoomFrame>({
    // Who meets has the call in front and the room behind it.
    isNeeded: () => true,
    path: () => `/ws/meetings/${bookingId}/${talk().opened ? `?since=${lastSeq(talk())}` : ''}`,
    onFrame(frame) {
      if (frame.type === 'hello') greet(frame)
      if (frame.type === 'here') setHere((before) => ({ ...before, [frame.account_id]: frame.here }))
      if (frame.type === 'notes') {
        setNotes((before) => heard(before, frame, me.id))
        saveSoon()
      }
      if (frame.type === 'clash') {
        setNotes((before) => refused(before, frame))
        saveSoon()
      }
      if (frame.type === 'message') {
        take(frame)
        if (frame.sender_id === me.id) sending.settled(frame.client_id)
      }
      if (frame.type === 'error' && frame.client_id) sending.refused(frame.client_id, frame.code)
    },
  })
  const sending = createSending({
    outbox,
    byFrame: ({ client_id, content }) =>
      socket.life().state === 'live' && socket.send({ type: 'send', client_id, content }),
    byPost: () => undefined,
    onReceipt: () => undefined,
    onChange: showWaiting,
  })
  const seeWaiting = () => {
    for (const said of talk().messages) if (said.sender_id === me.id) sending.settled(said.client_id)
    showWaiting()
    sending.flush()
  }
  onMount(() => onCleanup(outbox.follow(seeWaiting)))
  createHeartbeat(() => void socket.send({ type: 'here' }))

  function greet(hello: Extract<RoomFrame, { type: 'hello' }>): void {
    setHere(Object.fromEntries(hello.people.map((person) => [person.account_id, person.here])))
    setNotes((before) => heard(cut(before), hello.notes, me.id))
    saveSoon()
    if (!hello.chat) return
    take({ type: talk().opened ? 'newer' : 'newest', items: hello.chat.items, more: hello.chat.more })
    if (lastSeq(talk()) < hello.chat.last_seq) void catchUp()
    sending.cut()
    sending.flush()
  }

  /** Fills a gap: a frame was missed, or the greeting did not hold everything. */
  async function catchUp(): Promise<void> {
    if (fetching) return
    fetching = true
    try {
      do take({ type: 'newer', ...(await roomMessages(bookingId, { after_seq: lastSeq(talk()) })) })
      while (talk().behind)
    } catch {
      // The next frame, or the next greeting, finds it still behind.
    } finally {
      fetching = false
    }
  }

  async function loadOlder(): Promise<void> {
    const [first] = talk().messages
    if (!first || loadingOlder()) return
    setLoadingOlder(true)
    // What fails is asked for again by the same button.
    const page = await roomMessages(bookingId, { before_seq: first.seq }).catch(() => undefined)
    if (page) take({ type: 'older', ...page })
    setLoadingOlder(false)
  }

  function save(): void {
    clearTimeout(timer)
    const { saved, draft } = notes()
    if (!isDue(notes()) || isTooLong(draft)) return
    if (socket.send({ type: 'notes', revision: saved.revision, text: draft }))
      setNotes((before) => ({ ...before, sent: draft }))
  }
  function saveSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE_MS)
  }
  const leaves = () => document.visibilityState === 'hidden' && save()
  const asks = (event: BeforeUnloadEvent) => {
    save()
    if (!isSaved(notes())) event.preventDefault()
  }
  onMount(() => document.addEventListener('visibilitychange', leaves))
  onMount(() => addEventListener('beforeunload', asks))
  onCleanup(() => {
    save()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', leaves)
    removeEventListener('beforeunload', asks)
  })

  return {
    life: socket.life,
    here,
    notes,
    write(text: string): void {
      setNotes((before) => typed(before, text))
      saveSoon()
    },
    settle(text: string): void {
      setNotes((before) => resolved(before, text))
      save()
    },
    talk,
    loadOlder,
    loadingOlder,
    say(content: string): void {
      outbox.add({ client_id: crypto.randomUUID(), content, queued_at: new Date(now()).toISOString() })
      showWaiting()
      sending.flush()
    },
    retry(clientId: string): void {
      outbox.retry(clientId, crypto.randomUUID())
      showWaiting()
      sending.flush()
    },
    drop(clientId: string): void {
      outbox.remove(clientId)
      showWaiting()
    },
    typing: () => undefined,
  }
}

export type Room = ReturnType<typeof createRoom>
