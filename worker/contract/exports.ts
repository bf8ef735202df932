import * as z from 'zod'
import { Id, Instant, pageOf } from './common'

/** One ZIP with everything that is mine. */
export const Export = z
  .object({
    id: Id,
    state: z.enum(['preparing', 'ready', 'failed']),
    created_at: Instant,
    ready_at: Instant.nullable(),
    expires_at: Instant.nullable().meta({ description: 'Until when it can be downloaded' }),
    size: z.int().nullable().meta({ description: 'Bytes' }),
  })
  .meta({ id: 'Export' })
export const ExportPage = pageOf(Export).meta({ id: 'ExportPage' })
export const ExportPath = z.strictObject({ id: Id })
