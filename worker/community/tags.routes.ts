import * as contract from '../contract/community'
import { route, slice } from '../lib/route'
import { fail } from '../lib/failure'
import { tagPage, tagsBeginning } from './tags.data'

const suggest = route('signed_in', {
  method: 'get',
  path: '/community/tags/',
  operationId: 'tagsOf',
  summary: 'The most used tags, or those of them that begin so',
  query: contract.TagQuery,
  returns: { 200: contract.TagList },
  fails: ['invalid_input'],
  facts: (db, { query }) => ({ tags: tagsBeginning(db, query.search) }),
  // Every tag that begins so is looked at.
  rows: 20_000,
})

const page = route('signed_in', {
  method: 'get',
  path: '/community/tags/:tag/',
  operationId: 'tag',
  summary: 'How many posts have a tag, how many people follow it, and whether I do',
  params: contract.TagPagePath,
  returns: { 200: contract.TagPage },
  fails: ['not_found'],
  facts: (db, { me, params }) => ({ tag: tagPage(db, params.tag, me) }),
  rows: 20_000,
})

export const tagRoutes = slice()
  .on(suggest, (c) => c.json({ items: c.var.facts.tags }))
  .on(page, (c) => {
    const found = c.var.facts.tag[0] ?? fail('not_found')
    return c.json({ ...found, following: Boolean(found.following) })
  })
