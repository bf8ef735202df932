import * as contract from '../contract/comments'
import { COMMENTS_A_DAY } from '../contract/comments.constants'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { writeTowards } from '../lib/outcomes'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import * as data from './comments.data'
import { commentView, freshView, isRead, leavesTrace, placeBelow, placeIn, threadsOf } from './comments.rules'
import { mayChange, returnToQueue } from './hiding.data'
import { judgeMentions, mentionFacts, tellMentioned } from './mentions.data'
import * as writing from './writing.data'
import { judgeLinks } from './writing.rules'

const add = route('signed_in', {
  method: 'post',
  path: '/community/posts/:id/comment/',
  operationId: 'commentOnPost',
  summary: 'Answer a post, or a comment below it; an answer to a deepest one stands beside it',
  params: contract.OfPost,
  body: contract.NewComment,
  returns: { 201: contract.Comment },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'limit_reached', 'too_many_requests'],
  idempotent: true,
  limits: ({ me }) => [{ subject: ofAccount('comment', me), most: COMMENTS_A_DAY, seconds: 86_400 }],
  facts: (db, { me, params, body, now }) => ({
    standing: writing.standingOf(db, me, now),
    post: writing.postToAnswer(db, params.id, me),
    answered: writing.commentToAnswer(db, body.parent_id, params.id, me),
    mentioned: mentionFacts(db, me, body.text),
  }),
})

const list = route('signed_in', {
  method: 'get',
  path: '/community/posts/:id/comments/',
  operationId: 'commentsOf',
  summary: 'What was said below a post, with the answers; with ?parent= further answers of one comment',
  params: contract.OfPost,
  query: contract.CommentsQuery,
  returns: { 200: contract.ThreadPage },
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, params, query: { parent, ...query } }) => {
    const wish = { ...query, post_id: params.id }
    return {
      post: writing.threadOf(db, params.id, me),
      tops: parent === undefined ? data.topComments(db, wish, me) : data.moreAnswers(db, parent, wish, me),
      below: parent === undefined ? data.answersOnPage(db, wish, me) : data.nobody(db, me),
      accepted:
        parent === undefined && query.cursor === undefined ? data.acceptedOf(db, params.id, me) : data.nobody(db, me),
    }
  },
  // Twenty comments with thirty answers each, and with each of them who wrote it.
  rows: 20_000,
})

const one = { path: '/community/comments/:id/' as const, params: contract.OfComment }

const change = route('signed_in', {
  ...one,
  method: 'put',
  operationId: 'changeComment',
  summary: 'Change my comment; it is marked as edited and what it said before is kept',
  body: contract.ChangedComment,
  returns: { 200: contract.Comment },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'state_conflict', 'limit_reached'],
  facts: (db, { me, params, body, now }) => ({
    comment: data.commentBelow(db, params.id, me),
    frozen: data.frozen(db, params.id),
    standing: writing.standingOf(db, me, now, params.id),
    mentioned: mentionFacts(db, me, body.text),
  }),
})

const remove = route('signed_in', {
  ...one,
  method: 'delete',
  operationId: 'removeComment',
  summary: 'Take my comment away; what others answered stays',
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ comment: data.commentOf(db, params.id, me) }),
})

const history = route('signed_in', {
  method: 'get',
  path: '/community/comments/:id/history/',
  operationId: 'commentHistory',
  summary: 'What a comment said before it was edited, the latest first',
  params: contract.OfComment,
  returns: { 200: contract.CommentHistory },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({
    comment: data.commentBelow(db, params.id, me),
    versions: data.versionsOf(db, params.id),
  }),
})

export const commentRoutes = slice()
  .on(add, async (c) => {
    const { db, now, account, body, facts, remember } = c.var
    const post = facts.post[0] ?? fail('not_found')
    const [answered] = facts.answered
    if (body.parent_id !== undefined && !answered)
      fail('invalid_input', { errors: { parent_id: ['This comment cannot be answered'] } })
    judgeMentions(facts.mentioned, body.text)
    judgeLinks(facts.standing[0] ?? fail('not_found'), body.text)
    const written = { id: newId(now), post_id: post.id, by: account, text: body.text, place: placeBelow(answered), now }
    const statements = [
      writing.writeComment(db, written),
      ...writing.tellComment(db, written, { post, answered, mentioned: facts.mentioned }),
    ]
    const view = freshView(written, account, facts.mentioned)
    const made = { when: writing.isWritten(written.id), status: 201, body: view }
    if (!(await writeTowards({ db, remember }, statements, [made]))) fail('not_found')
    return c.json(view, 201)
  })
  .on(list, (c) => {
    const { facts, query } = c.var
    if (facts.post.length === 0) fail('not_found')
    const { items, next_cursor } = pageFrom(facts.tops, query.limit, placeIn)
    const kept = items.filter(leavesTrace)
    const accepted = facts.accepted[0] ? commentView(facts.accepted[0]) : null
    return c.json({ items: threadsOf(kept, facts.below), next_cursor, accepted })
  })
  .on(change, async (c) => {
    const { db, now, account, body, facts } = c.var
    const [comment] = facts.comment
    if (!comment?.is_mine || comment.removed_at !== null) fail('not_found')
    if (comment.hidden_at !== null && facts.frozen.length > 0)
      fail('state_conflict', { detail: 'It was changed once already. A moderator will look at it.' })
    if (body.text === comment.text) return c.json(commentView(comment))
    judgeMentions(facts.mentioned, body.text)
    judgeLinks(facts.standing[0] ?? fail('not_found'), body.text)
    const subject = { post_id: comment.post_id, comment_id: comment.id }
    const about = { ...subject, by: account }
    const changed = { id: comment.id, text: body.text, now }
    const results = await write(db, [
      ...writing.changeComment(db, changed, mayChange(subject)),
      ...tellMentioned(db, about, facts.mentioned, now, data.says(changed)),
      ...returnToQueue(db, subject, account.id, now),
      data.commentOf(db, comment.id, account.id),
    ])
    return c.json(commentView((results.at(-1) as data.CommentRow[])[0] ?? fail('not_found')))
  })
  .on(remove, async (c) => {
    const { db, now, params, facts } = c.var
    const [comment] = facts.comment
    if (!comment?.is_mine || comment.removed_at !== null) fail('not_found')
    await write(db, writing.removeComment(db, params.id, now))
    return c.body(null, 204)
  })
  .on(history, (c) => {
    const [comment] = c.var.facts.comment
    if (!comment || !isRead(comment)) fail('not_found')
    return c.json({ items: c.var.facts.versions, next_cursor: null })
  })
