import * as contract from '../contract/files'
import type { FileKind } from '../contract/files.constants'
import type { Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { fileView, usageOf } from './files.data'
import { readForm } from './form'
import { keepUpload, type Uploading } from './keeping'
import { takeEvidence, takePdf, takePicture, type Taken } from './taking'

const upload = {
  method: 'post' as const,
  returns: { 201: contract.File },
  fails: ['unsupported_media_type', 'body_too_large', 'invalid_input', 'storage_full'] as const,
  upload: ['file'],
  facts: (db: Database, { me }: Asked) => ({ usage: usageOf(db, me) }),
}

const cv = route('signed_in', {
  ...upload,
  fails: [...upload.fails],
  path: '/files/cv/',
  operationId: 'uploadCv',
  summary: 'My CV as the multipart field file: a PDF of at most 10 MB, in place of the one before',
})

const portfolio = route('signed_in', {
  ...upload,
  fails: [...upload.fails],
  path: '/files/portfolio/',
  operationId: 'addToPortfolio',
  summary: 'A picture of my work as the multipart field file, with a caption; at most 12',
})

const cover = route('organizer', {
  ...upload,
  fails: [...upload.fails],
  path: '/files/cover/',
  operationId: 'uploadCover',
  summary: 'A picture for an event as the multipart field file; without an event it is kept for a day',
})

const evidence = route('mentor', {
  ...upload,
  fails: [...upload.fails],
  path: '/files/evidence/',
  operationId: 'addEvidence',
  summary: 'A PDF or picture that supports my application as the multipart field file; only staff and I see it',
})

/** Reads the one file of a form, has it cleaned and keeps it. */
async function keep(
  c: Uploading & { req: { raw: Request }; json: (file: ReturnType<typeof fileView>, status: 201) => Response },
  kind: FileKind,
  take: (field: string, bytes: Uint8Array) => Taken,
  suffix = '',
) {
  const { files, texts } = await readForm(c.req.raw, {
    files: ['file'],
    needed: 'file',
    texts: kind === 'portfolio' ? ['caption'] : [],
  })
  const { name, bytes: sent } = files.file!
  const { type, bytes, width, height } = take('file', sent)
  const caption = captionOf(texts.caption)
  const row = await keepUpload(c, { kind, name, type, width, height, caption, parts: [{ suffix, type, bytes }] })
  return c.json(fileView(row), 201)
}

function captionOf(sent: string | undefined): string | null {
  if (sent === undefined) return null
  const { success, data, error } = contract.Caption.safeParse(sent)
  if (!success) fail('invalid_input', { errors: { caption: error.issues.map(({ message }) => message) } })
  return data || null
}

export const documentRoutes = slice()
  .on(cv, (c) => keep(c, 'cv', takePdf))
  .on(portfolio, (c) => keep(c, 'portfolio', takePicture, '/full'))
  .on(cover, (c) => keep(c, 'cover', takePicture, '/full'))
  .on(evidence, (c) => keep(c, 'evidence', takeEvidence))
