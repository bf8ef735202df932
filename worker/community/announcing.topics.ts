import type { Environment } from '../lib/environment'
import type { Topics } from '../lib/outbox'
import { unmetered, read } from '../lib/database'
import { allAnnouncers } from './announcer'
import { newsOf } from './announcing.data'

/** Every announcer hears once; a post that is gone by then is no news. */
async function announcePost(env: Environment, { post_id }: { post_id: string }): Promise<void> {
  const db = unmetered(env)
  const [news] = await read(db, newsOf(db, post_id))
  if (news) await Promise.all(allAnnouncers(env).map((announcer) => announcer.announce(news)))
}

export const communityTopics: Topics = { post_published: announcePost }
