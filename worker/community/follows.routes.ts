import { Completion, CompletionQuery } from '../contract/comments'
import { PageQuery } from '../contract/common'
import * as contract from '../contract/follows'
import { FOLLOWS_MOST } from '../contract/follows.constants'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { ofAccount } from '../lib/limits'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { completions } from './completion.data'
import * as data from './follows.data'
import { tellFollowed } from './notices.data'
import { speakerOf } from './people.rules'
import type { Person } from './people.data'

const complete = route('signed_in', {
  method: 'get',
  path: '/community/people/',
  operationId: 'communityPeople',
  summary: 'People whose name begins so, to be mentioned; who speaks below this post comes first',
  query: CompletionQuery,
  returns: { 200: Completion },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ people: completions(db, query, me) }),
  // Everybody below a post, everybody I follow and everybody of that name is looked at, each up to a stated number.
  rows: 20_000,
})

const list = route('signed_in', {
  method: 'get',
  path: '/community/follows/',
  operationId: 'followsOf',
  summary: 'Whom I follow, the latest first, and every tag',
  query: PageQuery,
  returns: { 200: contract.FollowPage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ people: data.followedPeople(db, me, query), tags: data.followedTags(db, me) }),
})

const person = { path: '/community/follows/people/:display_id/' as const, params: contract.PersonPath }
const followLimit = ({ me }: { me: Parameters<typeof ofAccount>[1] }) => [
  { subject: ofAccount('follow', me), most: 200, seconds: 86_400 },
]

const profile = route('signed_in', {
  ...person,
  method: 'get',
  operationId: 'communityProfile',
  summary: 'Somebody of the community, and whether I follow them',
  returns: { 200: contract.CommunityProfile },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ met: data.personMet(db, params.display_id, me) }),
})
const follow = route('signed_in', {
  ...person,
  method: 'put',
  operationId: 'followPerson',
  summary: 'Read what they write in my feed; again changes nothing',
  returns: { 204: null },
  needs: TO_REACH_OTHERS,
  fails: ['not_found', 'state_conflict', 'limit_reached', 'too_many_requests'],
  limits: followLimit,
  facts: (db, { me, params }) => ({
    met: data.personMet(db, params.display_id, me),
    following: data.peopleCount(db, me),
  }),
})
const unfollow = route('signed_in', {
  ...person,
  method: 'delete',
  operationId: 'unfollowPerson',
  summary: 'Follow them no longer; again changes nothing',
  returns: { 204: null },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ met: data.personMet(db, params.display_id, me) }),
})

const tag = { path: '/community/follows/tags/:tag/' as const, params: contract.TagPath, returns: { 204: null } }
const followTag = route('signed_in', {
  ...tag,
  method: 'put',
  operationId: 'followTag',
  summary: 'Read posts with this tag in my feed; again changes nothing',
  fails: ['invalid_input', 'not_found', 'limit_reached', 'too_many_requests'],
  limits: followLimit,
  facts: (db, { me }) => ({ tags: data.followedTags(db, me) }),
})
const unfollowTag = route('signed_in', {
  ...tag,
  method: 'delete',
  operationId: 'unfollowTag',
  summary: 'Follow this tag no longer; again changes nothing',
  fails: ['invalid_input', 'not_found'],
})

const profileView = ({ person, account_id: _, is_blocked_by_me: __, ...met }: Met) => ({
  ...(person ?? fail('not_found')),
  ...met,
  is_me: Boolean(met.is_me),
  is_followed: Boolean(met.is_followed),
})
type Met = Awaited<ReturnType<typeof data.personMet>>[number]

export const followRoutes = slice()
  .on(complete, (c) => {
    return c.json({ items: c.var.facts.people.map(({ person }) => JSON.parse(person) as Person) })
  })
  .on(list, (c) => {
    const { people, tags } = c.var.facts
    const { items, next_cursor } = pageFrom(people, c.var.query.limit, (last) => [
      last.followed_at.getTime(),
      last.account_id,
    ])
    const shown = items.flatMap(({ person, followed_at }) => (person ? [{ ...person, followed_at }] : []))
    return c.json({ items: shown, next_cursor, tags: tags.map(({ tag: name }) => name) })
  })
  .on(profile, (c) => c.json(profileView(c.var.facts.met[0] ?? fail('not_found'))))
  .on(follow, async (c) => {
    const { db, now, account, facts } = c.var
    const met = facts.met[0] ?? fail('not_found')
    if (met.is_me) fail('not_found')
    if (met.is_blocked_by_me) fail('state_conflict', { detail: 'You have blocked this person.' })
    if (met.is_followed) return c.body(null, 204)
    if ((facts.following[0]?.count ?? 0) >= FOLLOWS_MOST) fail('limit_reached')
    await write(db, [
      data.followPerson(db, account.id, met.account_id, now),
      ...tellFollowed(db, { by: account, display_id: speakerOf(account).display_id, person: met.account_id }, now),
    ])
    return c.body(null, 204)
  })
  .on(unfollow, async (c) => {
    const { db, account, facts } = c.var
    const met = facts.met[0] ?? fail('not_found')
    await write(db, [data.unfollowPerson(db, account.id, met.account_id)])
    return c.body(null, 204)
  })
  .on(followTag, async (c) => {
    const { db, now, account, params, facts } = c.var
    const isNew = !facts.tags.some(({ tag: name }) => name === params.tag)
    if (isNew && facts.tags.length >= FOLLOWS_MOST) fail('limit_reached')
    await write(db, [data.followTag(db, account.id, params.tag, now)])
    return c.body(null, 204)
  })
  .on(unfollowTag, async (c) => {
    const { db, account, params } = c.var
    await write(db, [data.unfollowTag(db, account.id, params.tag)])
    return c.body(null, 204)
  })
