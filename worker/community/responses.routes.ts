import * as contract from '../contract/comments'
import { write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS, type Account, type Asked, type Spine } from '../lib/route'
import { tellLiked, tellOf } from './notices.data'
import * as data from './responses.data'
import { postToAnswer } from './writing.data'

const like = {
  path: '/community/comments/:id/like/' as const,
  params: contract.OfComment,
  returns: { 200: contract.CommentLiked },
  needs: TO_REACH_OTHERS,
  facts: (
    db: Database,
    { me, params }: Pick<Asked<undefined, undefined, typeof contract.OfComment>, 'me' | 'params'>,
  ) => ({
    comment: data.commentInReach(db, params.id, me),
  }),
}

const toggle = route('signed_in', {
  ...like,
  method: 'post',
  operationId: 'toggleCommentLike',
  summary: 'Like a comment, or take my like back',
  fails: ['not_found'],
})
const put = route('signed_in', {
  ...like,
  method: 'put',
  operationId: 'likeComment',
  summary: 'Like a comment; again changes nothing',
  fails: ['not_found'],
})
const take = route('signed_in', {
  ...like,
  method: 'delete',
  operationId: 'unlikeComment',
  summary: 'Take my like of a comment back; again changes nothing',
  fails: ['not_found'],
})

const answer = {
  path: '/community/posts/:id/accepted-answer/' as const,
  params: contract.OfPost,
  returns: { 200: contract.Accepted },
}
const accept = route('signed_in', {
  ...answer,
  method: 'put',
  operationId: 'acceptAnswer',
  summary: 'Of my question: this is the answer',
  body: contract.Acceptance,
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'role_required', 'state_conflict'],
  facts: (db, { me, params, body }) => ({
    post: postToAnswer(db, params.id, me),
    answer: data.answerOf(db, body.comment_id, params.id, me),
  }),
})
const unaccept = route('signed_in', {
  ...answer,
  method: 'delete',
  operationId: 'unacceptAnswer',
  summary: 'My question has no accepted answer any more',
  fails: ['not_found', 'role_required', 'state_conflict'],
  facts: (db, { me, params }) => ({ post: postToAnswer(db, params.id, me) }),
})

type Reached = Awaited<ReturnType<typeof data.commentInReach>>
type Liking = Pick<Spine, 'db' | 'now'> & { account: Account; facts: { comment: Reached } }

/** The answer is what the rows say after this write. */
async function respond({ db, now, account, facts }: Liking, wished: (comment: Reached[number]) => boolean) {
  const comment = facts.comment[0] ?? fail('not_found')
  const { id, post_id, author_account_id } = comment
  const act: Statement[] = wished(comment)
    ? [
        data.likeComment(db, id, account.id, now),
        ...tellLiked(db, { by: account, post_id, comment_id: id }, author_account_id, now),
      ]
    : [data.unlikeComment(db, id, account.id)]
  const results = await write(db, [...act, data.likesOf(db, id, account.id)])
  return (results.at(-1) as Awaited<ReturnType<typeof data.likesOf>>)[0] ?? fail('not_found')
}

function judgeAsker(post: Awaited<ReturnType<typeof postToAnswer>>[number] | undefined) {
  if (!post) fail('not_found')
  if (!post.is_mine) fail('role_required', { detail: 'Whoever asked accepts an answer.' })
  if (!post.is_question) fail('state_conflict', { detail: 'This post asks nothing.' })
  return post
}

export const responseRoutes = slice()
  .on(toggle, async (c) => c.json(await respond(c.var, ({ liked }) => !liked)))
  .on(put, async (c) => c.json(await respond(c.var, () => true)))
  .on(take, async (c) => c.json(await respond(c.var, () => false)))
  .on(accept, async (c) => {
    const { db, now, account, facts } = c.var
    const post = judgeAsker(facts.post[0])
    const answer =
      facts.answer[0] ?? fail('invalid_input', { errors: { comment_id: ['An answer to this post that can be read'] } })
    const told = {
      person: answer.author_account_id,
      kind: 'community_accepted' as const,
      cause: `accepted:${answer.id}`,
      about: { by: account, post_id: post.id, comment_id: answer.id },
    }
    const results = await write(db, [
      data.accept(db, post.id, answer.id, account.id),
      ...tellOf(db, told, now, data.isAccepted(post.id, answer.id)),
      data.acceptedAnswer(db, post.id),
    ])
    return c.json((results.at(-1) as { accepted_comment_id: string | null }[])[0] ?? fail('not_found'))
  })
  .on(unaccept, async (c) => {
    const { db, account, facts } = c.var
    const post = judgeAsker(facts.post[0])
    await write(db, [data.unaccept(db, post.id, account.id)])
    return c.json({ accepted_comment_id: null })
  })
