import type { Message } from '../../worker/contract/chat.ts'
import type { Device } from './chat-client.ts'
import { until, type Client, type Person, type Teacher } from './client.ts'

/** The conversation of the two, in which both may write: the mentor has answered. */
export async function conversationOf(api: Client, student: Person, mentor: Teacher): Promise<string> {
  const body = { with: mentor.mentor_id }
  const { id } = (await api.ask('POST', '/api/chat/conversations/', { as: student, body })).body
  const welcome = { conversation_id: id, client_id: 'welcome', content: 'Welcome' }
  await api.ask('POST', '/api/chat/messages/', { as: mentor, body: welcome })
  return id
}

/** Everything that the server keeps of a conversation. */
export async function logOf(api: Client, as: Person, id: string): Promise<Message[]> {
  const log: Message[] = []
  for (;;) {
    const path = `/api/chat/messages/${id}/?limit=100&after_seq=${log.length}`
    const { items } = await api.must(200, 'GET', path, { as })
    log.push(...items)
    if (items.length < 100) return log
  }
}

/** Until everything was said, and everybody has heard all of it. */
export async function allHeard(api: Client, devices: Device[], id: string): Promise<Message[]> {
  await until(async () => devices.every(({ outbox }) => outbox.length === 0), 30)
  const log = await logOf(api, devices[0]!.who, id)
  const rev = Math.max(...log.map((message) => message.rev))
  await until(async () => devices.every((device) => device.lastSeq === log.length && device.rev === rev), 30)
  return log
}
