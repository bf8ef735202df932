import * as contract from '../contract/chat'
import { addressOf } from '../files/files.rules'
import { usageOf, type FileRow } from '../files/files.data'
import { readForm } from '../files/form'
import { keepUpload } from '../files/keeping'
import { takeEvidence } from '../files/taking'
import { fail } from '../lib/failure'
import { route, slice, TO_REACH_OTHERS } from '../lib/route'
import { brought } from './attachments.data'
import { conversationOf } from './conversation'
import * as data from './memberships.data'

const bringFile = route('signed_in', {
  method: 'post',
  path: '/files/chat/:conversation_id/',
  operationId: 'bringFile',
  summary: 'Bring a picture or PDF of at most 10 MB to a conversation, as the multipart field file; then send its id',
  params: contract.ConversationPath,
  returns: { 201: contract.Attachment },
  needs: TO_REACH_OTHERS,
  fails: ['unsupported_media_type', 'body_too_large', 'invalid_input', 'not_found', 'undeliverable', 'storage_full'],
  upload: ['file'],
  facts: (db, { me, params }) => ({
    usage: usageOf(db, me),
    mine: data.membership(db, params.conversation_id, me),
  }),
})

const attachmentFrom = (row: FileRow): contract.Attachment => ({
  file_id: row.id,
  name: row.name,
  content_type: row.type,
  size: row.size,
  width: row.width,
  height: row.height,
  url: addressOf(row),
})

export const attachmentRoutes = slice().on(bringFile, async (c) => {
  const { db, account, facts } = c.var
  const [mine] = facts.mine
  if (!mine) fail('not_found')
  if (mine.blocked) fail('undeliverable')
  const { files } = await readForm(c.req.raw, { files: ['file'], needed: 'file' })
  const { name, bytes: sent } = files.file!
  const { type, bytes, width, height } = takeEvidence('file', sent)
  const row = await keepUpload(
    c,
    { kind: 'chat', name, type, width, height, caption: null, parts: [{ suffix: '', type, bytes }] },
    (file) => [brought(db, file, mine.conversation_id)],
  )
  const attachment = attachmentFrom(row)
  await conversationOf(c.env, mine.conversation_id).bring(account.id, attachment)
  return c.json(attachment, 201)
})
