import * as contract from '../contract/community'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { writeTowards } from '../lib/outcomes'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import * as data from './drafts.data'
import { judgeMentions, mentionFacts } from './mentions.data'
import { picturesToPost } from './pictures.data'
import * as posting from './posting.data'
import { judgePictures, judgeStanding } from './posting.rules'
import type { PostRow } from './posts.data'
import { draftView, judgeOfficial } from './posts.rules'
import { newPostView } from './publishing.rules'

const list = route('signed_in', {
  method: 'get',
  path: '/community/drafts/',
  operationId: 'draftsOf',
  summary: 'My drafts, the one saved last first',
  returns: { 200: contract.DraftPage },
  facts: (db, { me }) => ({ drafts: data.draftsOf(db, me) }),
  rows: 2000,
})

const add = route('signed_in', {
  method: 'post',
  path: '/community/drafts/',
  operationId: 'addDraft',
  summary: 'Keep what I am writing; nobody else sees it',
  body: contract.NewDraft,
  returns: { 201: contract.Draft },
  fails: ['invalid_input', 'role_required', 'limit_reached', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('draft', me), most: 300, seconds: 86_400 }],
  facts: (db, { me, body }) => ({ pictures: picturesToPost(db, me, body) }),
})

const one = { path: '/community/drafts/:id/' as const, params: contract.PostPath }

const save = route('signed_in', {
  ...one,
  method: 'put',
  operationId: 'saveDraft',
  summary: 'Save a draft as it is now',
  body: contract.NewDraft,
  returns: { 200: contract.Draft },
  fails: ['invalid_input', 'role_required', 'not_found'],
  facts: (db, { me, params, body }) => ({
    draft: data.draftOf(db, params.id, me),
    pictures: picturesToPost(db, me, body),
  }),
})

const drop = route('signed_in', {
  ...one,
  method: 'delete',
  operationId: 'dropDraft',
  summary: 'Throw a draft away',
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ draft: data.draftOf(db, params.id, me) }),
})

const publish = route('signed_in', {
  method: 'post',
  path: '/community/drafts/:id/publish/',
  params: contract.PostPath,
  operationId: 'publishDraft',
  summary: 'Publish a draft with what stands in the form now; it is as old as its publication',
  body: contract.NewPost,
  returns: { 201: contract.Post },
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'role_required', 'not_found', 'limit_reached', 'state_conflict'],
  idempotent: true,
  facts: (db, { me, params, body, now }) => ({
    draft: data.draftOf(db, params.id, me),
    standing: posting.standingOf(db, me, now),
    pictures: picturesToPost(db, me, body),
    mentioned: mentionFacts(db, me, body.text),
  }),
})

export const draftRoutes = slice()
  .on(list, (c) => c.json({ items: c.var.facts.drafts.map(draftView), next_cursor: null }))
  .on(add, async (c) => {
    const { db, now, account, facts } = c.var
    const { as_official: is_official, ...content } = c.var.body
    judgeOfficial(is_official, account)
    judgePictures(content, facts.pictures)
    const writing = { id: newId(now), author: account.id, by: account, content, is_official, now }
    const results = await write(db, [...data.keepDraft(db, writing), data.draftOf(db, writing.id, account.id)])
    return c.json(draftView((results.at(-1) as PostRow[])[0] ?? fail('limit_reached')), 201)
  })
  .on(save, async (c) => {
    const { db, now, account, facts, params } = c.var
    const { as_official: is_official, ...content } = c.var.body
    if (facts.draft.length === 0) fail('not_found')
    judgeOfficial(is_official, account)
    judgePictures(content, facts.pictures)
    const writing = { id: params.id, author: account.id, by: account, content, is_official, now }
    const results = await write(db, [...data.saveDraft(db, writing), data.draftOf(db, params.id, account.id)])
    return c.json(draftView((results.at(-1) as PostRow[])[0] ?? fail('not_found')))
  })
  .on(drop, async (c) => {
    const { db, now, facts, params } = c.var
    if (facts.draft.length === 0) fail('not_found')
    await write(db, data.dropDraft(db, params.id, now))
    return c.body(null, 204)
  })
  .on(publish, async (c) => {
    const { db, now, account, facts, params } = c.var
    const { as_official: is_official, ...content } = c.var.body
    if (facts.draft.length === 0) fail('not_found')
    judgeOfficial(is_official, account)
    judgeMentions(facts.mentioned, content.text)
    judgePictures(content, facts.pictures)
    judgeStanding(facts.standing[0] ?? fail('not_found'), content, true)
    const writing = { id: params.id, author: account.id, by: account, content, is_official, now }
    const view = newPostView(writing, account, facts)
    const done = await writeTowards(c.var, posting.publishDraft(db, writing, facts.mentioned), [
      { when: posting.isWritten(writing), status: 201, body: view },
    ])
    return done
      ? c.json(view, 201)
      : fail('state_conflict', { detail: 'It was published a moment ago, or you have published much today.' })
  })
