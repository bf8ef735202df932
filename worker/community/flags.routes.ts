import * as contract from '../contract/flags'
import { FLAGS_A_DAY } from '../contract/flags.constants'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice, TO_REACH_OTHERS, type Account, type Spine } from '../lib/route'
import * as appeals from './appeals.data'
import * as data from './flagging.data'
import { subjectId } from './hiding.data'

const flag = route('signed_in', {
  method: 'post',
  path: '/community/flags/',
  operationId: 'flagContent',
  summary: 'Tell moderators that a post or comment breaks the rules; again it is the same flag',
  body: contract.NewFlag,
  returns: { 201: contract.Flagged, 200: contract.Flagged },
  fails: ['invalid_input', 'not_found', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('flag', me), most: FLAGS_A_DAY, seconds: 86_400 }],
  facts: (db, { me, body }) => ({ thing: data.flaggable(db, body, me), reasons: data.reasonsOf(db, body) }),
})

const mine = { params: contract.HidingPath, returns: { 200: contract.Hiding } }
const hiddenPost = route('signed_in', {
  ...mine,
  method: 'get',
  path: '/community/posts/:id/hiding/',
  operationId: 'hidingOfPost',
  summary: 'Why my post is hidden, and what I can do',
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ hiding: appeals.hidingOf(db, 'post', params.id, me) }),
})
const hiddenComment = route('signed_in', {
  ...mine,
  method: 'get',
  path: '/community/comments/:id/hiding/',
  operationId: 'hidingOfComment',
  summary: 'Why my comment is hidden, and what I can do',
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ hiding: appeals.hidingOf(db, 'comment', params.id, me) }),
})
const appealPost = route('signed_in', {
  ...mine,
  method: 'post',
  path: '/community/posts/:id/appeal/',
  operationId: 'appealPost',
  summary: 'Ask, once, that another moderator looks at my hidden post',
  body: contract.NewAppeal,
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ hiding: appeals.hidingOf(db, 'post', params.id, me) }),
})
const appealComment = route('signed_in', {
  ...mine,
  method: 'post',
  path: '/community/comments/:id/appeal/',
  operationId: 'appealComment',
  summary: 'Ask, once, that another moderator looks at my hidden comment',
  body: contract.NewAppeal,
  needs: TO_REACH_OTHERS,
  fails: ['invalid_input', 'not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ hiding: appeals.hidingOf(db, 'comment', params.id, me) }),
})

type Appealing = Pick<Spine, 'db' | 'now'> & {
  account: Account
  body: { text: string }
  params: { id: string }
  facts: { hiding: appeals.HidingRow[] }
}

async function appeal({ db, now, account, body, facts }: Appealing) {
  const row = facts.hiding[0] ?? fail('not_found')
  if (!appeals.mayAppeal(row)) fail('state_conflict', { detail: whyNot(row) })
  const made = { id: newId(now), text: body.text, by: account.id, now }
  const kind = row.comment_id === null ? 'post' : 'comment'
  const [, after] = (await write(db, [
    appeals.appeal(db, row, made),
    appeals.hidingOf(db, kind, subjectId(row), account.id),
  ])) as [unknown, appeals.HidingRow[]]
  return appeals.hidingView(after[0] ?? fail('not_found'))
}
function whyNot({ appealed_at, is_open }: appeals.HidingRow): string {
  if (appealed_at !== null) return 'You have appealed already.'
  return is_open ? 'A moderator will look at it anyway.' : 'No moderator has decided about it yet.'
}

export const flagRoutes = slice()
  .on(flag, async (c) => {
    const { db, now, account, body, facts } = c.var
    const thing = facts.thing[0] ?? fail('not_found')
    const made = { id: newId(now), by: account.id, reason: body.reason, text: body.text || null, now }
    const reasons = [...new Set([...facts.reasons.map(({ reason }) => reason), body.reason])]
    const results = await write(db, [
      ...data.flag(db, thing, made),
      ...data.hideByWeight(db, thing, now, reasons),
      data.flagBy(db, subjectId(thing), account.id),
    ])
    const [found] = results.at(-1) as Awaited<ReturnType<typeof data.flagBy>>
    return c.json(found ?? fail('not_found'), found?.id === made.id ? 201 : 200)
  })
  .on(hiddenPost, (c) => c.json(appeals.hidingView(c.var.facts.hiding[0] ?? fail('not_found'))))
  .on(hiddenComment, (c) => c.json(appeals.hidingView(c.var.facts.hiding[0] ?? fail('not_found'))))
  .on(appealPost, async (c) => c.json(await appeal(c.var)))
  .on(appealComment, async (c) => c.json(await appeal(c.var)))
