import { now } from '../lib/clock'
import { read, unmetered, write } from '../lib/database'
import type { Jobs } from '../lib/jobs'
import { drainOutbox, post, type Topics } from '../lib/outbox'
import { pageOfObjects, removeObjects } from './bucket'
import { forgetFiles, knownKeys, removedFiles } from './files.data'
import { objectsOf, rowKeyOf } from './files.rules'

const DAY = 86_400_000

export const fileJobs: Jobs = {
  /** Removed and replaced files: the objects first, so that a row without them is all a crash leaves. */
  sweep_removed_files: async (env) => {
    const db = unmetered(env)
    const gone = await read(db, removedFiles(db, 100))
    if (gone.length === 0) return 0
    await removeObjects(env, gone.flatMap(objectsOf))
    await write(db, [
      forgetFiles(
        db,
        gone.map(({ id }) => id),
      ),
    ])
    return gone.length
  },
}

export const nightlyFileJobs: Jobs = {
  /** Walks the whole bucket, a page for each task. */
  sweep_orphaned_objects: async (env) => {
    const db = unmetered(env)
    await write(db, [post(db, { topic: 'sweep_objects', payload: {} }, now())])
    return drainOutbox(env)
  },
}

export const fileTopics: Topics = {
  /** Objects that no row knows a day after they were kept: the request that made them ended in between. */
  sweep_objects: async (env, { cursor }: { cursor?: string }) => {
    const db = unmetered(env)
    const at = now()
    const page = await pageOfObjects(env, cursor)
    const old = page.objects.filter(({ kept_at }) => kept_at < at.getTime() - DAY).map(({ key }) => key)
    const known = new Set((await read(db, knownKeys(db, [...new Set(old.map(rowKeyOf))]))).map(({ key }) => key))
    await removeObjects(
      env,
      old.filter((key) => !known.has(rowKeyOf(key))),
    )
    if (page.cursor === undefined) return
    await write(db, [post(db, { topic: 'sweep_objects', payload: { cursor: page.cursor } }, at)])
    await drainOutbox(env)
  },
}
