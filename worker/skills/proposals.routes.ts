import * as contract from '../contract/skills'
import { pageFrom, positionOf, write, type Database, type Statement } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { route, slice } from '../lib/route'
import { adoptWord } from '../mentors/mentors.data'
import * as data from './proposals.data'
import { addedAmong, addedSkill, addSkill, addWord } from './skills.data'
import { fold, nameOf, resolve, slugOf } from './skills.rules'

const propose = route('signed_in', {
  method: 'post',
  path: '/skills/proposals/',
  operationId: 'proposeSkill',
  summary: 'Propose a skill that is not here yet; proposed again it is the same proposal',
  body: contract.NewSkillProposal,
  returns: { 201: contract.SkillProposal, 200: contract.SkillProposal },
  fails: ['invalid_input', 'too_many_requests'],
  limits: ({ me }) => [{ subject: ofAccount('propose_skill', me), most: 10, seconds: 86_400 }],
  facts: (db, { body }) => ({ known: addedAmong(db, [fold(body.name)]) }),
})

const list = route('admin', {
  method: 'get',
  path: '/admin/skill-proposals/',
  operationId: 'skillProposals',
  summary: 'Proposed skills, the longest waiting first',
  query: contract.ProposalQuery,
  returns: { 200: contract.ReviewedProposals },
  facts: (db, { query: { state, cursor, limit } }) => ({
    page: data.proposalsIn(db, { state, after: positionOf(cursor), limit }),
  }),
})

const decide = route('admin', {
  method: 'post',
  path: '/admin/skill-proposals/:id/decision/',
  operationId: 'decideSkillProposal',
  summary: 'Accept a word as a skill or as another name of one, or refuse it',
  params: contract.ProposalPath,
  body: contract.ProposalDecision,
  returns: { 200: contract.ReviewedProposal },
  fails: ['not_found', 'state_conflict', 'invalid_input'],
  facts: (db, { params, body }) => ({
    proposed: data.proposedWord(db, params.id),
    target: addedSkill(db, body.skill_id ?? ''),
    parent: addedSkill(db, body.parent ?? ''),
  }),
})

const KNOWN = (name: string) => ({ errors: { name: [`It is here already, as ${name}`] } })

/** The word is found from now on, and whoever had it as a word of their own has the skill. */
function accept(db: Database, proposed: { name: string; key: string }, spelt: string, skill: Becoming): Statement[] {
  const words = new Map([[proposed.key, proposed.name]]).set(fold(spelt), spelt)
  return [
    ...(skill.added ? [addSkill(db, skill.added)] : []),
    ...[...words].map(([key, word]) => addWord(db, { key, word, skill_id: skill.id })),
    ...adoptWord(db, { word: proposed.name.toLowerCase(), key: skill.id, skill: skill.name }),
  ]
}

interface Becoming {
  id: string
  name: string
  /** Its row, where it is new. */
  added?: Parameters<typeof addSkill>[1]
}

/** The skill that a word becomes: one there is, or a new one with its own id. */
function becomes(
  word: string,
  { skill_id, parent }: { skill_id?: string | undefined; parent?: string | undefined },
  added: { target: { name: string } | undefined; parent: boolean },
  now: Date,
): Becoming {
  if (skill_id !== undefined) {
    const name = nameOf(skill_id) ?? added.target?.name
    if (name === undefined) fail('invalid_input', { errors: { skill_id: ['There is no such skill'] } })
    return { id: skill_id, name }
  }
  const known = resolve(word)
  if (known) fail('invalid_input', KNOWN(nameOf(known) ?? known))
  if (parent !== undefined && nameOf(parent) === undefined && !added.parent)
    fail('invalid_input', { errors: { parent: ['There is no such skill'] } })
  const id = slugOf(word)
  if (id === '') fail('invalid_input', { errors: { name: ['A name needs a letter or a digit'] } })
  return { id, name: word, added: { id, name: word, parent: parent ?? null, created_at: now } }
}

export const proposalRoutes = slice()
  .on(propose, async (c) => {
    const { db, body, account, now, facts } = c.var
    const [known] = facts.known
    const name = nameOf(resolve(body.name) ?? known?.skill_id ?? '') ?? known?.name
    if (name !== undefined) fail('invalid_input', KNOWN(name))
    const key = fold(body.name)
    if (key === '') fail('invalid_input', { errors: { name: ['A name needs a letter or a digit'] } })
    const id = newId(now)
    const wish = { name: body.name, note: body.note ?? null, id, key, account_id: account.id, now }
    const [, found] = (await write(db, [data.propose(db, wish), data.proposalOf(db, account.id, key)])) as [
      unknown,
      Awaited<ReturnType<typeof data.proposalOf>>,
    ]
    const mine = found[0] ?? fail('unexpected')
    return c.json(mine, mine.id === id ? 201 : 200)
  })
  .on(list, (c) =>
    c.json(pageFrom(c.var.facts.page, c.var.query.limit, (last) => [last.created_at.getTime(), last.id])),
  )
  .on(decide, async (c) => {
    const { db, params, body, account, now, facts } = c.var
    const proposed = facts.proposed[0] ?? fail('not_found')
    if (proposed.state !== 'proposed') fail('state_conflict', { detail: 'This was decided already.' })
    const word = body.name ?? proposed.name
    const added = { target: facts.target[0], parent: facts.parent.length > 0 }
    const skill = body.decision === 'accept' ? becomes(word, body, added, now) : undefined
    const decision = { key: proposed.key, reason: body.reason, by: account.id, now }
    const results = await write(db, [
      ...(skill ? accept(db, proposed, word, skill) : []),
      data.decideProposals(db, { ...decision, state: skill ? 'accepted' : 'refused', skill_id: skill?.id ?? null }),
      data.reviewedProposal(db, params.id),
    ])
    return c.json((results.at(-1) as unknown[])[0])
  })
