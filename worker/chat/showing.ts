import type { Environment } from '../lib/environment'
import { conversationOf } from './conversation'

/** Whether a message of one of these conversations shows the file: only they know it at any moment. */
export async function isShownIn(env: Environment, conversation_ids: string[], file_id: string): Promise<boolean> {
  const answers = await Promise.all(conversation_ids.map((id) => conversationOf(env, id).shows(file_id)))
  return answers.includes(true)
}
