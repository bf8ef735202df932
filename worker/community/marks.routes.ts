import { PageQuery } from '../contract/common'
import * as contract from '../contract/community'
import { pageFrom, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS, type Account, type Asked, type Spine } from '../lib/route'
import * as data from './marks.data'
import { tellLiked } from './notices.data'
import { visiblePostOf } from './posts.data'
import { postView } from './posts.rules'

type AskedOfPost = Pick<Asked<undefined, undefined, typeof contract.PostPath>, 'me' | 'params'>
const ofPost = {
  params: contract.PostPath,
  fails: ['not_found'] as ['not_found'],
  facts: (db: Database, { me, params }: AskedOfPost) => ({ post: visiblePostOf(db, params.id, me) }),
}
const like = {
  ...ofPost,
  path: '/community/posts/:id/like/' as const,
  returns: { 200: contract.Liked },
  needs: TO_REACH_OTHERS,
}
const toggle = route('signed_in', {
  ...like,
  method: 'post',
  operationId: 'togglePostLike',
  summary: 'Like a post, or take my like back',
})
const put = route('signed_in', {
  ...like,
  method: 'put',
  operationId: 'likePost',
  summary: 'Like a post; again changes nothing',
})
const take = route('signed_in', {
  ...like,
  method: 'delete',
  operationId: 'unlikePost',
  summary: 'Take my like of a post back; again changes nothing',
})

const bookmark = route('signed_in', {
  ...ofPost,
  method: 'put',
  path: '/community/posts/:id/bookmark/',
  operationId: 'bookmarkPost',
  summary: 'Keep a post to find it again; only I see that',
  returns: { 204: null },
})
const unbookmark = route('signed_in', {
  method: 'delete',
  path: '/community/posts/:id/bookmark/',
  operationId: 'unbookmarkPost',
  summary: 'Keep a post no longer, also one that cannot be read any more',
  params: contract.PostPath,
  returns: { 204: null },
})
const bookmarks = route('signed_in', {
  method: 'get',
  path: '/community/bookmarks/',
  operationId: 'bookmarksOf',
  summary: 'Posts that I keep, the one bookmarked last first',
  query: PageQuery,
  returns: { 200: contract.BookmarkPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ rows: data.bookmarksOf(db, me, query) }),
  rows: 2000,
})

const view = route('signed_in', {
  ...ofPost,
  method: 'post',
  path: '/community/posts/:id/view/',
  operationId: 'viewPost',
  summary: 'I have seen a post: counted once for each person and day, and never of its author',
  returns: { 200: contract.Viewed },
})
const views = route('signed_in', {
  method: 'post',
  path: '/community/posts/views/',
  operationId: 'viewPosts',
  summary: 'I have seen these posts of a screen; those that I cannot read are passed over',
  body: contract.SeenPosts,
  returns: { 200: contract.ViewCounts },
  fails: ['invalid_input'],
  rows: 4000,
})

type Liking = Pick<Spine, 'db' | 'now'> & {
  account: Account
  facts: { post: { id: string; author_account_id: string; liked: number }[] }
}

/** The answer is what the rows say after this write. */
async function respond({ db, now, account, facts }: Liking, wished: (post: { liked: number }) => boolean) {
  const post = facts.post[0] ?? fail('not_found')
  const about = { by: account, post_id: post.id, comment_id: null }
  const act: Statement[] = wished(post)
    ? [data.likePost(db, post.id, account.id, now), ...tellLiked(db, about, post.author_account_id, now)]
    : [data.unlikePost(db, post.id, account.id)]
  const results = await write(db, [...act, data.likesOf(db, post.id, account.id)])
  const { likes, liked } = (results.at(-1) as { likes: number; liked: number }[])[0] ?? fail('not_found')
  return { liked: Boolean(liked), likes }
}

export const markRoutes = slice()
  .on(toggle, async (c) => c.json(await respond(c.var, ({ liked }) => !liked)))
  .on(put, async (c) => c.json(await respond(c.var, () => true)))
  .on(take, async (c) => c.json(await respond(c.var, () => false)))
  .on(bookmark, async (c) => {
    const { db, now, account, facts } = c.var
    const post = facts.post[0] ?? fail('not_found')
    await write(db, [data.bookmark(db, post.id, account.id, now)])
    return c.body(null, 204)
  })
  .on(unbookmark, async (c) => {
    const { db, account, params } = c.var
    await write(db, [data.unbookmark(db, params.id, account.id)])
    return c.body(null, 204)
  })
  .on(bookmarks, (c) => {
    const { facts, query, account } = c.var
    const { items, next_cursor } = pageFrom(facts.rows, query.limit, (last) => [last.bookmarked_at, last.id])
    const shown = items.map((row) => ({ ...postView(row, account), bookmarked_at: new Date(row.bookmarked_at) }))
    return c.json({ items: shown, next_cursor })
  })
  .on(view, async (c) => {
    const { db, now, account, params, facts } = c.var
    if (facts.post.length === 0) fail('not_found')
    const results = await write(db, [
      data.viewPosts(db, [params.id], account.id, now),
      data.viewsOf(db, [params.id], account.id),
    ])
    const [seen] = results[1] as { views: number }[]
    return c.json({ views: (seen ?? fail('not_found')).views })
  })
  .on(views, async (c) => {
    const { db, now, account, body } = c.var
    const results = await write(db, [
      data.viewPosts(db, body.ids, account.id, now),
      data.viewsOf(db, body.ids, account.id),
    ])
    return c.json({ items: results[1] as { id: string; views: number }[] })
  })
