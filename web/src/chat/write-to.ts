import { useLocation, useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { reachOthers } from '../accounts/reach'
import { useMe } from '../lib/session'
import { openConversation, showConversation } from './chat.queries'

/** Opens the conversation with somebody, or makes it; a visitor logs in first and comes back to this page. */
export function createWriteTo() {
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const location = useLocation()
  const [busy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  function writeTo(displayId: string): void {
    if (!me.data) {
      navigate(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
      return
    }
    reachOthers(me.data, () => void open(displayId))
  }

  async function open(displayId: string): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const conversation = await openConversation(displayId)
      showConversation(client, conversation)
      navigate(`/messages/${conversation.id}`)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return { writeTo, busy, error }
}
