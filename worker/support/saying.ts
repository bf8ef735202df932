import { fail } from '../lib/failure'
import type { MessageRow } from './tickets.data'

interface Words {
  id: string
  client_id: string
  text: string
  attachments?: string[] | undefined
}

const isSame = ({ text, attached }: MessageRow, words: Words): boolean =>
  text === words.text &&
  attached
    .map(({ file_id }) => file_id)
    .toSorted()
    .join() === [...new Set(words.attachments)].toSorted().join()

/**
 * 201 where this message was written, 200 where its client_id had been written before with the same words; undefined
 * where it was not written at all.
 */
export function judgeSaid(messages: MessageRow[], words: Words, author: 'person' | 'staff'): 201 | 200 | undefined {
  const written = messages.find(({ client_id }) => client_id === words.client_id)
  if (!written) return undefined
  if (written.id === words.id) return 201
  if (written.author !== author || !isSame(written, words)) fail('idempotency_key_reused')
  return 200
}

/** The first statement of the batch, which moves, found nothing that it may move. */
export const isUnmoved = ([moved]: unknown[]): boolean => (moved as unknown[]).length === 0
