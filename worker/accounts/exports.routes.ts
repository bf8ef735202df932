import * as contract from '../contract/exports'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './exports.data'

const list = route('signed_in', {
  method: 'get',
  path: '/account/exports/',
  operationId: 'exports',
  summary: 'Archives of my data that were made or are being made, newest first',
  returns: { 200: contract.ExportPage },
  facts: (db, { me, now }) => ({ rows: data.exportsOf(db, me, now) }),
})

const request = route('signed_in', {
  method: 'post',
  path: '/account/exports/',
  operationId: 'requestExport',
  summary: 'Have an archive of everything that is mine made; a notice and a mail say when it is ready',
  returns: { 202: contract.Export },
})

const download = route('signed_in', {
  method: 'get',
  path: '/account/exports/:id/download/',
  operationId: 'downloadExport',
  summary: 'An archive of my own, as one ZIP file',
  params: contract.ExportPath,
  returns: { 200: null },
  fails: ['not_found'],
  facts: (db, { me, params, now }) => ({ rows: data.exportOf(db, params.id, me, now) }),
})

const view = ({ id, state, created_at, ready_at, expires_at, size }: data.ExportRow) => ({
  id,
  state,
  created_at,
  ready_at,
  expires_at: state === 'ready' ? expires_at : null,
  size,
})

export const exportRoutes = slice()
  .on(list, (c) => c.json({ items: c.var.facts.rows.map(view), next_cursor: null }))
  .on(request, async (c) => {
    const { db, account, now } = c.var
    const results = await write(db, [
      ...data.requestExport(db, { id: newId(now), account_id: account.id, now }),
      data.exportsOf(db, account.id, now),
    ])
    const [latest] = results.at(-1) as data.ExportRow[]
    return c.json(view(latest ?? fail('unexpected')), 202)
  })
  .on(download, async (c) => {
    const [row] = c.var.facts.rows
    const archive = row && (await c.env.FILES.get(row.key))
    if (!row || !archive) fail('not_found')
    const name = `aspirex-${row.created_at.toISOString().slice(0, 10)}.zip`
    return new Response(archive.body, {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(archive.size),
        'content-disposition': `attachment; filename="${name}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
      },
    })
  })
