import { PageQuery } from '../contract/common'
import * as contract from '../contract/favourites'
import { pageFrom, write } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice } from '../lib/route'
import * as data from './favourites.data'

const list = route('student', {
  method: 'get',
  path: '/favourites/',
  operationId: 'favouritesOf',
  summary: 'Mentors I keep for later, newest first',
  query: PageQuery,
  returns: { 200: contract.FavouritePage },
  fails: ['invalid_input'],
  facts: (db, { me, query }) => ({ kept: data.favouritesOf(db, me, query) }),
})

const keep = route('student', {
  method: 'put',
  path: '/favourites/:mentor_id/',
  operationId: 'keepFavourite',
  summary: 'Keep a listed mentor for later; again changes nothing',
  params: contract.FavouritePath,
  returns: { 200: contract.Favourite },
  fails: ['not_found'],
})

const drop = route('student', {
  method: 'delete',
  path: '/favourites/:mentor_id/',
  operationId: 'dropFavourite',
  summary: 'Keep this mentor no longer',
  params: contract.FavouritePath,
  returns: { 204: null },
  fails: ['not_found'],
})

type Kept = Awaited<ReturnType<typeof data.favouriteOf>>[number]
const view = ({ mentor_account_id: _, ...favourite }: Kept) => favourite

export const favouriteRoutes = slice()
  .on(list, (c) => {
    const { items, next_cursor } = pageFrom(c.var.facts.kept, c.var.query.limit, (last) => [
      last.created_at.getTime(),
      last.mentor_account_id,
    ])
    return c.json({ items: items.map(view), next_cursor })
  })
  .on(keep, async (c) => {
    const { db, account, params, now } = c.var
    const [, [kept]] = (await write(db, [
      data.keepFavourite(db, account.id, params.mentor_id, now),
      data.favouriteOf(db, account.id, params.mentor_id),
    ])) as [unknown, Kept[]]
    return c.json(view(kept ?? fail('not_found')))
  })
  .on(drop, async (c) => {
    await write(c.var.db, [data.dropFavourite(c.var.db, c.var.account.id, c.var.params.mentor_id)])
    return c.body(null, 204)
  })
