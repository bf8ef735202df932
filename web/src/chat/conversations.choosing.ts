import { useQueryClient } from '@tanstack/solid-query'
import { m } from '../lib/messages'
import { wordsOf } from '../lib/problem'
import { toast, undoable } from '../ui/Toast'
import { chooseFor, showConversation, type Conversation } from './chat.queries'

/** What I choose for a conversation shows at once, and is taken back where the server does not take it. */
export function createChoosing() {
  const client = useQueryClient()
  async function choose(one: Conversation, choice: Parameters<typeof chooseFor>[1], done = () => {}): Promise<void> {
    const { pinned = one.pinned, muted = one.muted, archived = one.archived } = choice
    showConversation(client, { ...one, pinned, muted, archived })
    try {
      showConversation(client, await chooseFor(one.id, choice))
      done()
    } catch (error) {
      showConversation(client, one)
      toast(wordsOf(error))
    }
  }
  return {
    pin: (one: Conversation) => void choose(one, { pinned: !one.pinned }),
    mute: (one: Conversation) => void choose(one, { muted: !one.muted }, () => !one.muted && toast(m.chat_muted())),
    archive(one: Conversation): void {
      const undo = () => void choose({ ...one, archived: true }, { archived: false })
      void choose(one, { archived: !one.archived }, () => !one.archived && undoable(m.chat_archived(), undo))
    },
  }
}
