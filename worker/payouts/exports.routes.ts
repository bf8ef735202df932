import * as contract from '../contract/payouts'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice } from '../lib/route'
import * as data from './exports.data'
import { transfersCsv } from './exports.rules'
import { openDetails } from './profiles.box'
import { NO_DETAILS } from './profiles.rules'

const exportAll = route('finance', {
  method: 'post',
  path: '/admin/payout-exports/',
  operationId: 'exportPayouts',
  summary: 'Put everything that may be sent by now into one file for the bank',
  returns: { 201: contract.PayoutExport },
  fails: ['state_conflict'],
})

const download = route('finance', {
  method: 'get',
  path: '/admin/payout-exports/:id/csv/',
  operationId: 'downloadPayoutExport',
  summary: 'The file for the bank, as CSV',
  params: contract.WithdrawalPath,
  returns: { 200: null },
  fails: ['not_found'],
  facts: (db, { params: { id } }) => ({ rows: data.exportWith(db, id) }),
})

export const payoutExportRoutes = slice()
  .on(exportAll, async (c) => {
    const { db, now, account } = c.var
    const id = newId(now)
    const [, exported] = await write(db, data.exportPayouts(db, { id, by: account.id, now }))
    const count = (exported as unknown[]).length
    if (count === 0) fail('state_conflict', { detail: 'Nothing is ready to be sent.' })
    return c.json({ id, count, created_at: now.toISOString() }, 201)
  })
  .on(download, async (c) => {
    const { rows } = c.var.facts
    const [first] = rows
    if (!first) fail('not_found')
    const transfers = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        details: row.destination_box === null ? NO_DETAILS : await openDetails(c.env, row.destination_box),
      })),
    )
    return c.body(transfersCsv(transfers), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="payouts-${first.created_at.toISOString().slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    })
  })
