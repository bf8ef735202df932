import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type Favourite = Answer<'/api/favourites/'>['items'][number]

const PAGE = 100
/** A heart on a row needs to know all of them; nobody keeps so many that ten pages do not hold them. */
const MOST_PAGES = 10

async function allFavourites(): Promise<Favourite[]> {
  const kept: Favourite[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { limit: PAGE, ...(cursor && { cursor }) }
    const { items, next_cursor } = await answer(api.GET('/api/favourites/', { params: { query } }))
    kept.push(...items)
    if (!next_cursor) break
    cursor = next_cursor
  }
  return kept
}

export const favouritesQuery = () => queryOptions({ queryKey: ['favourites'], queryFn: allFavourites })

const at = (mentor_id: string) => ({ params: { path: { mentor_id } } })
export const keepFavourite = (mentor_id: string): Promise<Favourite> =>
  answer(api.PUT('/api/favourites/{mentor_id}/', at(mentor_id)))
export const dropFavourite = (mentor_id: string): Promise<unknown> =>
  answer(api.DELETE('/api/favourites/{mentor_id}/', at(mentor_id)))
