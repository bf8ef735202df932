import { isShownIn } from '../chat/showing'
import * as contract from '../contract/files'
import { pageFrom, positionOf, write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import { objectOfFile } from './bucket'
import * as data from './files.data'
import { disposition, PRIVATE, readerOf, reasonToRead } from './files.rules'

const list = route('signed_in', {
  method: 'get',
  path: '/files/',
  operationId: 'filesOf',
  summary: 'My files, the newest first',
  query: contract.FileQuery,
  returns: { 200: contract.FilePage },
  fails: ['invalid_input'],
  facts: (db, { me, query: { kind, cursor, limit } }) => ({
    rows: data.filesOf(db, me, { kind, before: positionOf(cursor)?.[0]?.toString(), limit }),
  }),
})

const shared = route('signed_in', {
  method: 'get',
  path: '/files/shared/',
  operationId: 'sharedFiles',
  summary: "The student's CV, for both sides while their booking is open",
  query: contract.SharedFilesQuery,
  returns: { 200: contract.FilePage },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, query, now }) => ({
    party: data.isPartyTo(db, query.booking_id, me),
    rows: data.sharedFiles(db, query.booking_id, me, now),
  }),
})

const download = route('signed_in', {
  method: 'get',
  path: '/files/:id/',
  operationId: 'downloadFile',
  summary: 'A private file: my own, a CV while a booking is open, and for staff with a reason that is written down',
  params: contract.FilePath,
  query: contract.FileReading,
  returns: { 200: null },
  fails: ['not_found', 'invalid_input'],
  facts: (db, { me, params, now }) => ({ rows: data.fileFor(db, params.id, me, now) }),
})

const remove = route('signed_in', {
  method: 'delete',
  path: '/files/:id/',
  operationId: 'removeFile',
  summary: 'Remove one of my files',
  params: contract.FilePath,
  returns: { 204: null },
  fails: ['not_found', 'state_conflict'],
  facts: (db, { me, params }) => ({ rows: data.ownFile(db, params.id, me) }),
})

export const fileRoutes = slice()
  .on(list, (c) => {
    const page = pageFrom(c.var.facts.rows, c.var.query.limit, (last) => [last.id])
    return c.json({ ...page, items: page.items.map(data.fileView) })
  })
  .on(shared, (c) => {
    if (c.var.facts.party.length === 0) fail('not_found')
    return c.json({ items: c.var.facts.rows.map(data.fileView), next_cursor: null })
  })
  .on(download, async (c) => {
    const { db, now, account, query, facts } = c.var
    const file = facts.rows[0] ?? fail('not_found')
    const reader = readerOf(file, account) ?? fail('not_found')
    if (reader === 'member' && !(await isShownIn(c.env, file.brought_to, file.id))) fail('not_found')
    if (reader === 'staff') {
      const why = reasonToRead(file.kind, query.reason)
      const reason = why ?? fail('invalid_input', { errors: { reason: ['Say why you read this file'] } })
      const { id: file_id, owner_account_id } = file
      const reading = { id: newId(now), file_id, owner_account_id, reader_account_id: account.id, reason, read_at: now }
      await write(db, [data.noteReading(db, reading)])
    }
    const object = (await objectOfFile(c.env, file)) ?? fail('not_found')
    return c.body(object.body, 200, {
      ...PRIVATE,
      'content-type': file.type,
      'content-length': String(object.size),
      'content-disposition': disposition(file.name),
    })
  })
  .on(remove, async (c) => {
    const file = c.var.facts.rows[0] ?? fail('not_found')
    if (file.reported) fail('state_conflict')
    await write(c.var.db, data.removeFile(c.var.db, file, c.var.now))
    return c.body(null, 204)
  })
