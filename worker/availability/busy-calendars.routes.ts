import { sealed } from '../accounts/secrets'
import * as contract from '../contract/exceptions'
import { write } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { ofAccount } from '../lib/limits'
import { post } from '../lib/outbox'
import { route, slice, type Asked } from '../lib/route'
import { isReadable } from '../mentors/proofs.rules'
import { openingsChanged } from '../mentors/openings.data'
import * as data from './busy-calendars.data'
import { EVERY } from './busy-calendars.topics'
import { fileAddress } from './busy-source'

/** Every reading asks somebody else's server. */
const limits = ({ me }: Asked) => [{ subject: ofAccount('calendar', me), most: 30, seconds: 3600 }]

const list = route('mentor', {
  method: 'get',
  path: '/mentor/busy-calendars/',
  operationId: 'myBusyCalendars',
  summary: 'Calendars elsewhere whose times are kept free',
  returns: { 200: contract.BusyCalendars },
  facts: (db, { me }) => ({ calendars: data.calendarsOf(db, me) }),
})

const add = route('mentor', {
  method: 'post',
  path: '/mentor/busy-calendars/',
  operationId: 'addBusyCalendar',
  summary: 'Keep the times of an iCalendar address free, read every half hour',
  body: contract.NewBusyCalendar,
  returns: { 201: contract.BusyCalendar },
  fails: ['invalid_input', 'too_many_requests'],
  limits,
})

const refresh = route('mentor', {
  method: 'post',
  path: '/mentor/busy-calendars/:id/refresh/',
  operationId: 'refreshBusyCalendar',
  summary: 'Read a calendar now',
  params: contract.ExceptionPath,
  returns: { 202: contract.BusyCalendar },
  fails: ['not_found', 'too_many_requests'],
  limits,
})

const remove = route('mentor', {
  method: 'delete',
  path: '/mentor/busy-calendars/:id/',
  operationId: 'removeBusyCalendar',
  summary: 'Forget a calendar and its times',
  params: contract.ExceptionPath,
  returns: { 204: null },
  fails: ['not_found'],
})

const wrong = (field: string, words: string): never => fail('invalid_input', { errors: { [field]: [words] } })

export const busyCalendarRoutes = slice()
  .on(list, (c) => c.json({ items: c.var.facts.calendars, next_cursor: null }))
  .on(add, async (c) => {
    const { db, account, body, now } = c.var
    const address = fileAddress(body.url)
    if (!isReadable(address, new URL(c.env.PUBLIC_ORIGIN).hostname))
      wrong('url', 'Only public addresses that begin with https:// can be read')
    const calendar = { id: newId(now), name: body.name, host: new URL(address).hostname }
    const [added] = await write(db, [
      data.addCalendar(db, {
        ...calendar,
        mentor_account_id: account.id,
        address: await sealed(c.env, 'busy_calendar', address),
        now,
        due_at: new Date(now.getTime() + EVERY),
      }),
      post(db, { topic: 'busy_calendar', payload: { id: calendar.id } }, now, data.isThere(calendar.id)),
    ])
    if ((added as unknown[]).length === 0) wrong('url', 'There are too many calendars. Remove one first')
    return c.json({ ...calendar, state: 'waiting', fault: null, events: 0, read_at: null }, 201)
  })
  .on(refresh, async (c) => {
    const { db, account, params, now } = c.var
    const [asked] = (await write(db, [
      data.askAgain(db, account.id, params.id, new Date(now.getTime() + EVERY)),
      post(db, { topic: 'busy_calendar', payload: { id: params.id } }, now, data.isMine(account.id, params.id)),
    ])) as [unknown[]]
    return c.json(asked[0] ?? fail('not_found'), 202)
  })
  .on(remove, async (c) => {
    const { db, account, params, now } = c.var
    const [gone] = await write(db, [
      data.removeCalendar(db, account.id, params.id),
      ...openingsChanged(db, [account.id], now),
    ])
    return (gone as unknown[]).length > 0 ? c.body(null, 204) : fail('not_found')
  })
