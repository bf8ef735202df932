import * as contract from '../contract/skills'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './skills.data'
import { findInTaxonomy, hitOf, ranked, type Hit } from './finding.rules'
import { nameOf, partsOf, resolve, skillOf, taxonomy } from './skills.rules'

const find = route('anyone', {
  method: 'get',
  path: '/skills/',
  operationId: 'findSkills',
  summary: 'Skills by the beginning of a word; the most taught ones where nothing is asked',
  query: contract.SkillQuery,
  returns: { 200: contract.FoundSkills },
  shared: true,
  facts: (db, { query: { q = '' } }) => {
    const ids = findInTaxonomy(q).map(({ id }) => id)
    return { counts: data.countsOf(db, ids), added: data.addedLike(db, q), popular: data.popularSkills(db) }
  },
})

const show = route('anyone', {
  method: 'get',
  path: '/skills/:id/',
  operationId: 'skill',
  summary: 'A skill with its other names, its parts and what is near to it',
  params: contract.SkillPath,
  returns: { 200: contract.Skill },
  fails: ['not_found'],
  shared: true,
  facts: (db, { params: { id } }) => ({ own: data.addedSkill(db, id), ...data.addedTo(db, id) }),
})

/** What stands in the way of an empty list while nobody teaches yet: the areas. */
const areas: Hit[] = taxonomy.filter(({ parent }) => parent === undefined).map(({ id, name }) => hitOf(id, name))

function mostTaught(rows: { skill_id: string; name: string }[], limit: number): Hit[] {
  const named = rows
    .map((row) => hitOf(row.skill_id, nameOf(row.skill_id) ?? row.name))
    .filter(({ name }) => name !== '')
  const taught = new Set(named.map(({ id }) => id))
  return [...named, ...areas.filter(({ id }) => !taught.has(id))].slice(0, limit)
}

const refsOf = (ids: readonly string[]) => ids.map((id) => ({ id, name: nameOf(id) ?? id }))

/** One of the file or one that staff have added. */
function skillFrom(id: string, own: { id: string; name: string; parent: string | null } | undefined) {
  const known = skillOf(resolve(id) === id ? id : '')
  if (known) return { name: known.name, aliases: known.aliases, parent: known.parent ?? null, related: known.related }
  return own && { name: own.name, aliases: [], parent: own.parent, related: [] }
}

export const skillRoutes = slice()
  .on(find, (c) => {
    const { q = '', limit } = c.var.query
    const { counts, added, popular } = c.var.facts
    const known = added.map((one) => ({ ...one, name: nameOf(one.skill_id) ?? one.name }))
    const mentors = new Map(counts.map(({ skill_id, mentors: many }) => [skill_id, many]))
    const hits = q.trim() === '' ? mostTaught(popular, limit) : ranked(findInTaxonomy(q), known, mentors, q)
    const items = hits.slice(0, limit).map(({ rank: _, ...hit }) => hit)
    return c.json({ items, next_cursor: null })
  })
  .on(show, (c) => {
    const { id } = c.var.params
    const { own, words, parts } = c.var.facts
    const skill = skillFrom(id, own[0]) ?? fail('not_found')
    const further = words.map(({ word }) => word).filter((word) => word !== skill.name)
    return c.json({
      id,
      name: skill.name,
      aliases: [...skill.aliases, ...further],
      parent: skill.parent === null ? null : { id: skill.parent, name: nameOf(skill.parent) ?? skill.parent },
      children: [...partsOf(id), ...parts].map((part) => ({ id: part.id, name: part.name })),
      related: refsOf(skill.related),
    })
  })
