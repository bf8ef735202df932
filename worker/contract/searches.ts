import * as z from 'zod'
import { Id, line, pageOf } from './common'

export const NewSearch = z
  .strictObject({
    name: line(1, 80),
    query: z.string().max(1000).meta({ description: 'The query of the directory, as in its address' }),
  })
  .meta({ id: 'NewSearch' })
export const SearchPath = z.strictObject({ id: Id })
export const SavedSearch = z
  .object({ id: z.string(), name: z.string(), query: z.string(), created_at: z.iso.datetime() })
  .meta({ id: 'SavedSearch' })
export const SavedSearchPage = pageOf(SavedSearch).meta({ id: 'SavedSearchPage' })
