import { now } from '../lib/clock'
import { readAll, unmetered, write } from '../lib/database'
import type { Environment } from '../lib/environment'
import type { Jobs } from '../lib/jobs'
import { report } from '../lib/log'
import { recountPosts, forgetViews } from './counters.data'
import { letGoOfPictures } from './pictures.data'
import { keepRanking, latestRanking, measuresFrom, postsToRank } from './ranks.data'
import { ranked } from './ranks.rules'

/** A ranking holds for so long at least. */
const RANK_MS = 5 * 60_000

/** Ranks the posts of the last weeks again; answers how many. */
export async function rankPosts(env: Environment): Promise<number> {
  const db = unmetered(env)
  const at = now()
  const { posts } = await readAll(db, { posts: postsToRank(db, at) })
  const list = ranked(posts.map(measuresFrom), at.getTime())
  await write(db, keepRanking(db, list, at))
  return list.length
}

export const postJobs: Jobs = {
  rank_posts: async (env) => {
    const db = unmetered(env)
    const { last } = await readAll(db, { last: latestRanking(db) })
    return last[0] && last[0].ranked_at.getTime() > now().getTime() - RANK_MS ? 0 : rankPosts(env)
  },
  let_go_of_post_pictures: async (env) => {
    const db = unmetered(env)
    return ((await write(db, [letGoOfPictures(db, now())]))[0] as unknown[]).length
  },
}

export const nightlyPostJobs: Jobs = {
  /** The derived counters against a recount; a difference is told to the log and mended. */
  recount_posts: async (env) => {
    const db = unmetered(env)
    const mended = (await write(db, recountPosts(db))).flatMap((rows) => rows as unknown[])
    if (mended.length > 0) report('counters differed from their recount', { rows: mended.length }, new Error('posts'))
    return mended.length
  },
  forget_post_views: async (env) => {
    const db = unmetered(env)
    return ((await write(db, [forgetViews(db, now())]))[0] as unknown[]).length
  },
}
