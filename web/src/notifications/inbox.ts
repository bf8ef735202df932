import { useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { createSignal, type Accessor } from 'solid-js'
import type { InboxFrame } from '../../../worker/contract/notifications'
import { createSocket } from '../lib/socket'

/** What a frame makes out of date, by query key. */
export function staleAfter(frame: InboxFrame): string[] {
  if (frame.type !== 'notification') return []
  const { kind } = frame.item
  if (kind === 'message_received') return ['conversations', 'notifications']
  if (kind.startsWith('booking_') || kind.startsWith('payment_'))
    return ['bookings', 'booking', 'slots', 'notifications']
  return ['me', 'mentor', 'notifications']
}

function apply(client: QueryClient, frame: InboxFrame): void {
  for (const key of staleAfter(frame)) void client.invalidateQueries({ queryKey: [key] })
}

/** A person's own socket: open while the shell stands, so that a booking, a payment or a message shows by itself. */
export function createInbox(): { unread: Accessor<number> } {
  const client = useQueryClient()
  const [unread, setUnread] = createSignal(0)
  let opened = false
  createSocket<InboxFrame>({
    path: () => '/ws/inbox/',
    onFrame(frame) {
      if (frame.type === 'unread') setUnread(frame.total)
      if (frame.type === 'hello') {
        setUnread(frame.unread)
        // What happened while the line was cut came without a frame.
        if (opened)
          for (const key of ['bookings', 'booking', 'conversations', 'notifications'])
            void client.invalidateQueries({ queryKey: [key] })
        opened = true
      }
      apply(client, frame)
    },
  })
  return { unread }
}
