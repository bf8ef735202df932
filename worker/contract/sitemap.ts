import * as z from 'zod'
import { Id, Instant, MentorId } from './common'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const SitemapPath = z.strictObject({ month: Month })
export const Sitemap = z.object({ months: z.array(Month) }).meta({ id: 'Sitemap' })
export const SitemapMonth = z.object({ mentor_ids: z.array(MentorId) }).meta({ id: 'SitemapMonth' })
export const SitemapEvents = z
  .object({ events: z.array(z.object({ id: Id, updated_at: Instant })) })
  .meta({ id: 'SitemapEvents' })
