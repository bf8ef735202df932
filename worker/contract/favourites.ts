import * as z from 'zod'
import { MentorId, pageOf } from './common'

export const FavouritePath = z.strictObject({ mentor_id: MentorId })
export const Favourite = z
  .object({
    mentor_id: MentorId,
    name: z.string(),
    headline: z.string().nullable(),
    picture_url: z.string().nullable(),
    time_zone: z.string(),
    is_listed: z.boolean().meta({ description: 'False while the mentor takes no bookings' }),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Favourite' })
export const FavouritePage = pageOf(Favourite).meta({ id: 'FavouritePage' })
