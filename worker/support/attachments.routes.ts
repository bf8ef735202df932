import { Attachment } from '../contract/chat'
import { usageOf } from '../files/files.data'
import { addressOf } from '../files/files.rules'
import { readForm } from '../files/form'
import { keepUpload } from '../files/keeping'
import { takeEvidence } from '../files/taking'
import { route, slice } from '../lib/route'

const bring = route('signed_in', {
  method: 'post',
  path: '/files/support/',
  operationId: 'bringFileToSupport',
  summary: 'A picture or PDF of at most 10 MB for a ticket, as the multipart field file; then name its id there',
  returns: { 201: Attachment },
  fails: ['unsupported_media_type', 'body_too_large', 'invalid_input', 'storage_full'],
  upload: ['file'],
  facts: (db, { me }) => ({ usage: usageOf(db, me) }),
})

export const supportFileRoutes = slice().on(bring, async (c) => {
  const { files } = await readForm(c.req.raw, { files: ['file'], needed: 'file' })
  const { name, bytes: sent } = files.file!
  const { type, bytes, width, height } = takeEvidence('file', sent)
  const parts = [{ suffix: '', type, bytes }]
  const row = await keepUpload(c, { kind: 'support', name, type, width, height, caption: null, parts })
  const { id: file_id, size } = row
  return c.json({ file_id, name: row.name, content_type: row.type, size, width, height, url: addressOf(row) }, 201)
})
