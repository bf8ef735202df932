import * as z from 'zod'
import { Id, Instant, line, MentorId, pageOf } from './common'

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

export const EverywhereQuery = z.strictObject({
  q: z.string().min(1).max(100).meta({ description: 'Words, never a syntax' }),
})
/** What the words find of each noun: a few, the best first. */
export const Everywhere = z
  .object({
    mentors: z.array(
      z.object({
        mentor_id: MentorId,
        name: z.string(),
        headline: z.string().nullable(),
        picture_url: z.string().nullable(),
      }),
    ),
    conversations: z.array(
      z.object({ id: Id, name: z.string(), picture_url: z.string().nullable(), preview: z.string() }),
    ),
    posts: z.array(z.object({ id: Id, excerpt: z.string(), author_name: z.string().nullable() })),
    events: z.array(z.object({ id: Id, title: z.string(), start_time: Instant })),
  })
  .meta({ id: 'Everywhere' })
