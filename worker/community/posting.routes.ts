import * as contract from '../contract/community'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { writeTowards } from '../lib/outcomes'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { judgeMentions, mentionFacts } from './mentions.data'
import { picturesToPost } from './pictures.data'
import * as posting from './posting.data'
import { judgePictures, judgeStanding, type Content } from './posting.rules'
import { postToChange, type PostRow } from './posts.data'
import { newPostView } from './publishing.rules'
import { isTheirs, judgeOfficial, picturesFrom, postView } from './posts.rules'

const add = route('signed_in', {
  method: 'post',
  path: '/community/posts/',
  operationId: 'addPost',
  summary: 'Publish a post; staff may do so in the name of AspireX',
  body: contract.NewPost,
  returns: { 201: contract.Post },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'role_required', 'limit_reached', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('post', me), most: 100, seconds: 86_400 }],
  facts: (db, { me, body, now }) => ({
    standing: posting.standingOf(db, me, now),
    pictures: picturesToPost(db, me, body),
    mentioned: mentionFacts(db, me, body.text),
  }),
})

const one = { path: '/community/posts/:id/' as const, params: contract.PostPath }

const change = route('signed_in', {
  ...one,
  method: 'put',
  operationId: 'changePost',
  summary: 'Change my post; it is marked as edited and what it said before can be read',
  body: contract.ChangedPost,
  returns: { 200: contract.Post },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'state_conflict', 'limit_reached'],
  facts: (db, { me, params, body, now }) => ({
    post: postToChange(db, params.id, me),
    standing: posting.standingOf(db, me, now, params.id),
    pictures: picturesToPost(db, me, { ...body, post_id: params.id }),
    mentioned: mentionFacts(db, me, body.text),
  }),
})

const remove = route('signed_in', {
  ...one,
  method: 'delete',
  operationId: 'removePost',
  summary: 'Take my post away; what others said below it stays',
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ post: postToChange(db, params.id, me) }),
})

/** Whether it says and shows exactly this already. */
function isSame(row: PostRow, content: Content): boolean {
  const shown = picturesFrom(row).map(({ file_id, alt }) => ({ file_id, alt }))
  const { text, topic, is_question, tags, pictures } = content
  return (
    row.text === text &&
    row.topic === topic &&
    Boolean(row.is_question) === is_question &&
    JSON.stringify([JSON.parse(row.tags), shown]) === JSON.stringify([tags.toSorted(), pictures])
  )
}

const FROZEN = { detail: 'It was changed once already. A moderator will look at it.' }

export const postingRoutes = slice()
  .on(add, async (c) => {
    const { db, now, account, body, facts } = c.var
    const { as_official: is_official, ...content } = body
    judgeOfficial(is_official, account)
    judgeMentions(facts.mentioned, content.text)
    judgePictures(content, facts.pictures)
    judgeStanding(facts.standing[0] ?? fail('not_found'), content, true)
    const writing = { id: newId(now), author: account.id, by: account, content, is_official, now }
    const view = newPostView(writing, account, facts)
    const done = await writeTowards(c.var, posting.publishPost(db, writing, facts.mentioned), [
      { when: posting.isWritten(writing), status: 201, body: view },
    ])
    return done ? c.json(view, 201) : fail('limit_reached')
  })
  .on(change, async (c) => {
    const { db, now, account, body: content, facts } = c.var
    const [post] = facts.post
    if (!post || !isTheirs(post, account)) fail('not_found')
    if (post.is_frozen) fail('state_conflict', FROZEN)
    judgeMentions(facts.mentioned, content.text)
    judgePictures(content, facts.pictures)
    judgeStanding(facts.standing[0] ?? fail('not_found'), content, false)
    if (isSame(post, content)) return c.json(postView(post, account))
    const { id, author_account_id: author } = post
    const writing = { id, author, by: account, content, is_official: Boolean(post.is_official), now }
    const results = await write(db, [
      ...posting.changePost(db, writing, facts.mentioned),
      posting.changedPost(db, writing),
    ])
    return c.json(postView((results.at(-1) as PostRow[])[0] ?? fail('state_conflict', FROZEN), account))
  })
  .on(remove, async (c) => {
    const { db, now, account, facts } = c.var
    const [post] = facts.post
    if (!post || !isTheirs(post, account)) fail('not_found')
    await write(db, posting.removePost(db, post.id, now))
    return c.body(null, 204)
  })
