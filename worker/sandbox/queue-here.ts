import type { Environment } from '../lib/environment'
import { drainOutbox, work, type Topics } from '../lib/outbox'

/**
 * Does something and then everything that it put into the outbox, and what that put there, before it answers: the queue
 * is replaced by a list that is worked off on the spot.
 */
export async function runHere<T>(env: Environment, topics: Topics, act: (env: Environment) => Promise<T>): Promise<T> {
  const waiting: string[] = []
  const WORK = {
    send: (body: { id: string }, options?: QueueSendOptions) =>
      options?.delaySeconds ? env.WORK.send(body, options) : Promise.resolve(void waiting.push(body.id)),
    sendBatch: async (messages: Iterable<MessageSendRequest<{ id: string }>>) =>
      void waiting.push(...Array.from(messages, ({ body }) => body.id)),
  } as unknown as Environment['WORK']
  const here = { ...env, WORK }
  const result = await act(here)
  await drainOutbox(here)
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await work(here, topics, id)
  return result
}
