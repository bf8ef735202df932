import * as z from 'zod'
import { Id, line, PageQuery, pageOf } from './common'
import { FILE_KINDS, FILE_TYPES, PICTURE_WIDTHS } from './files.constants'

export const File = z
  .object({
    id: z.string(),
    kind: z.enum(FILE_KINDS),
    name: z.string(),
    type: z.enum(FILE_TYPES),
    size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    caption: z.string().nullable(),
    created_at: z.iso.datetime(),
    url: z.string(),
  })
  .meta({ id: 'File' })
export type File = z.input<typeof File>

export const FilePage = pageOf(File).meta({ id: 'FilePage' })
export const FileQuery = z.strictObject({ ...PageQuery.shape, kind: z.enum(FILE_KINDS).optional() })
export const FilePath = z.strictObject({ id: Id })
/** A member of staff says why they read somebody's private file. */
export const FileReading = z.strictObject({ reason: line(3, 300).optional() })

export const SharedFilesQuery = z.strictObject({ booking_id: Id })

export const PicturePath = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.enum([...PICTURE_WIDTHS.map(String), 'full']),
})
export const PictureChosen = z
  .object({ picture_url: z.string(), widths: z.array(z.int()) })
  .meta({ id: 'PictureChosen' })

export const FileName = line(1, 120)
export const Caption = line(0, 140)
