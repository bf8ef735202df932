import { dayOfDate, wallTimeOf } from '../contract/zone'
import * as contract from '../contract/exceptions'
import { MOST_DAYS_AHEAD } from '../contract/exceptions.constants'
import { write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import { route, slice, type Asked } from '../lib/route'
import { isZone, zones } from '../lib/zones'
import { openingsChanged } from '../mentors/openings.data'
import { zoneOf } from './availability.data'
import * as data from './exceptions.data'

const DAY = 86_400_000
/** Whatever the zone, no date before this one is today. */
const yesterday = (now: Date): string => new Date(now.getTime() - DAY).toISOString().slice(0, 10)

const listExceptions = route('mentor', {
  method: 'get',
  path: '/mentor/availability/exceptions/',
  operationId: 'myExceptions',
  summary: 'Days that differ from my week, days off and periods in another zone, from today on',
  returns: { 200: contract.Exceptions },
  facts: (db, { me, now }) => ({
    zone: zoneOf(db, me),
    dates: data.datesOf(db, me, yesterday(now)),
    away: data.awayOf(db, me, yesterday(now)),
    zones: data.zonesOf(db, me, yesterday(now)),
  }),
})

/** The mentor's zone, and the sessions that begin on these dates wherever that is. */
const around = (db: Database, { me, now }: Asked, from_date: string, to_date: string) => ({
  zone: zoneOf(db, me),
  starts: data.startsBetween(db, me, Date.parse(from_date) - DAY, Date.parse(to_date) + 2 * DAY, now),
})

const setDate = route('mentor', {
  method: 'put',
  path: '/mentor/availability/dates/:date/',
  operationId: 'setDateHours',
  summary: 'Give one date hours of its own, or none',
  params: contract.DatePath,
  body: contract.NewDateHours,
  returns: { 200: contract.DateHoursSaved },
  fails: ['invalid_input'],
  facts: (db, asked) => around(db, asked, asked.params.date, asked.params.date),
})

const forgetDate = route('mentor', {
  method: 'delete',
  path: '/mentor/availability/dates/:date/',
  operationId: 'forgetDateHours',
  summary: 'Let a date have the hours of its weekday again',
  params: contract.DatePath,
  returns: { 204: null },
  fails: ['not_found'],
})

const addAway = route('mentor', {
  method: 'post',
  path: '/mentor/availability/away/',
  operationId: 'addAway',
  summary: 'Take days off',
  body: contract.NewAway,
  returns: { 201: contract.AwaySaved },
  fails: ['invalid_input'],
  facts: (db, asked) => around(db, asked, asked.body.from_date, asked.body.to_date),
})

const removeAway = route('mentor', {
  method: 'delete',
  path: '/mentor/availability/away/:id/',
  operationId: 'removeAway',
  summary: 'Work on these days after all',
  params: contract.ExceptionPath,
  returns: { 204: null },
  fails: ['not_found'],
})

const addZone = route('mentor', {
  method: 'post',
  path: '/mentor/availability/zones/',
  operationId: 'addZonePeriod',
  summary: 'Be in another zone for some days: the hours are read on its clock',
  body: contract.NewZonePeriod,
  returns: { 201: contract.ZonePeriod },
  fails: ['invalid_input'],
  facts: (db, { me, now }) => ({ zone: zoneOf(db, me), zones: data.zonesOf(db, me, yesterday(now)) }),
})

const removeZone = route('mentor', {
  method: 'delete',
  path: '/mentor/availability/zones/:id/',
  operationId: 'removeZonePeriod',
  summary: 'Stay in my own zone after all',
  params: contract.ExceptionPath,
  returns: { 204: null },
  fails: ['not_found'],
})

const wrong = (field: string, words: string): never => fail('invalid_input', { errors: { [field]: [words] } })

/** A date that is over changes nothing, and one that is years away is a slip. */
function judgeDate(field: string, date: string, zone: string, now: Date): void {
  const today = wallTimeOf(zones.zone(zone), now.getTime()).date
  if (date < today) wrong(field, 'That day is over')
  if (dayOfDate(date) - dayOfDate(today) > MOST_DAYS_AHEAD) wrong(field, 'That is too far away')
}

/** How many sessions begin on these dates of the mentor's own clock. */
const sessionsOn = (starts: { start: number }[], zone: string, from_date: string, to_date: string): number =>
  starts.filter(({ start }) => {
    const { date } = wallTimeOf(zones.zone(zone), start)
    return from_date <= date && date <= to_date
  }).length

const dateIn = (zone: string, now: Date): string => wallTimeOf(zones.zone(zone), now.getTime()).date

export const exceptionRoutes = slice()
  .on(listExceptions, (c) => {
    const { facts, now } = c.var
    const time_zone = facts.zone[0]?.time_zone ?? fail('not_found')
    const today = dateIn(time_zone, now)
    return c.json({
      time_zone,
      dates: facts.dates.filter(({ date }) => date >= today),
      away: facts.away.filter(({ to_date }) => to_date >= today),
      zones: facts.zones.filter(({ to_date }) => to_date >= today),
    })
  })
  .on(setDate, async (c) => {
    const { db, account, body, params, facts, now } = c.var
    const zone = facts.zone[0]?.time_zone ?? fail('not_found')
    judgeDate('date', params.date, zone, now)
    const day = { date: params.date, ranges: body.ranges, note: body.note || null }
    const [saved] = await write(db, [
      data.setDate(db, account.id, day, yesterday(now)),
      ...openingsChanged(db, [account.id], now),
    ])
    if ((saved as unknown[]).length === 0) wrong('date', 'So many days cannot differ. Change your week instead')
    return c.json({ ...day, sessions: sessionsOn(facts.starts, zone, day.date, day.date) })
  })
  .on(forgetDate, async (c) => {
    const { db, account, params, now } = c.var
    const [gone] = await write(db, [
      data.forgetDate(db, account.id, params.date),
      ...openingsChanged(db, [account.id], now),
    ])
    return (gone as unknown[]).length > 0 ? c.body(null, 204) : fail('not_found')
  })
  .on(addAway, async (c) => {
    const { db, account, body, facts, now } = c.var
    const zone = facts.zone[0]?.time_zone ?? fail('not_found')
    judgeDate('to_date', body.to_date, zone, now)
    const away = { ...body, note: body.note || null, id: newId(now) }
    const [added] = await write(db, [
      data.addAway(db, account.id, away, yesterday(now)),
      ...openingsChanged(db, [account.id], now),
    ])
    if ((added as unknown[]).length === 0) wrong('from_date', 'There are too many days off. Remove some first')
    return c.json({ ...away, sessions: sessionsOn(facts.starts, zone, away.from_date, away.to_date) }, 201)
  })
  .on(removeAway, async (c) => {
    const { db, account, params, now } = c.var
    const [gone] = await write(db, [
      data.removeAway(db, account.id, params.id),
      ...openingsChanged(db, [account.id], now),
    ])
    return (gone as unknown[]).length > 0 ? c.body(null, 204) : fail('not_found')
  })
  .on(addZone, async (c) => {
    const { db, account, body, facts, now } = c.var
    if (!isZone(body.time_zone)) wrong('time_zone', 'Unknown time zone')
    judgeDate('to_date', body.to_date, facts.zone[0]?.time_zone ?? fail('not_found'), now)
    if (facts.zones.some((other) => other.from_date <= body.to_date && other.to_date >= body.from_date))
      wrong('from_date', 'Another period has some of these days')
    const period = { ...body, id: newId(now) }
    const [added] = await write(db, [
      data.addZonePeriod(db, account.id, period, yesterday(now)),
      ...openingsChanged(db, [account.id], now),
    ])
    if ((added as unknown[]).length === 0) wrong('from_date', 'There are too many such periods. Remove some first')
    return c.json(period, 201)
  })
  .on(removeZone, async (c) => {
    const { db, account, params, now } = c.var
    const [gone] = await write(db, [
      data.removeZonePeriod(db, account.id, params.id),
      ...openingsChanged(db, [account.id], now),
    ])
    return (gone as unknown[]).length > 0 ? c.body(null, 204) : fail('not_found')
  })
