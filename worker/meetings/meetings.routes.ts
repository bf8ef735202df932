import { cursorBehind, rangeFrom } from '../chat/ranges'
import * as contract from '../contract/meetings'
import { pageFrom, positionOf, write, type Database } from '../lib/database'
import { fail } from '../lib/failure'
import { route, slice, type Asked } from '../lib/route'
import { OPENS_BEFORE_MS } from '../contract/meetings.constants'
import { entranceOf } from './entrances'
import { meetingOf } from './meeting'
import * as data from './meetings.data'
import { isOpen } from './meetings.rules'
import { attendanceView, hasRoom, meetingView } from './views'

const attendance = route('signed_in', {
  method: 'get',
  path: '/mentor/meeting/attendance/',
  operationId: 'attendance',
  summary: 'Who was there when: of one session with its verdict, or of all my sessions, newest first',
  query: contract.AttendanceQuery,
  returns: { 200: contract.AttendanceAnswer },
  fails: ['invalid_input', 'not_found'],
  facts: (db, { me, query, now }) => {
    const after = positionOf(query.cursor) as [number, string] | undefined
    const opened = new Date(now.getTime() + OPENS_BEFORE_MS)
    return {
      rows:
        query.booking_id === undefined
          ? data.attendancesOf(db, me, { after, limit: query.limit, opened })
          : data.attendanceOf(db, query.booking_id, me),
    }
  },
})

const mine = (db: Database, { me, params }: Pick<Asked, 'me'> & { params: { booking_id: string } }) => ({
  rows: data.roomOf(db, params.booking_id, me),
})

const meeting = route('signed_in', {
  method: 'get',
  path: '/meetings/:booking_id/',
  operationId: 'meeting',
  summary: 'The room of one of my sessions: when it opens, who comes, what it is about',
  params: contract.MeetingPath,
  returns: { 200: contract.Meeting },
  fails: ['not_found'],
  facts: mine,
})

const openLink = route('signed_in', {
  method: 'post',
  path: '/meetings/:booking_id/link/',
  operationId: 'openMeetingLink',
  summary: 'Where the mentor meets, told while the room is open; asking counts as having come',
  params: contract.MeetingPath,
  returns: { 200: contract.MeetingLink },
  fails: ['not_found', 'state_conflict'],
  facts: mine,
})

const notes = route('signed_in', {
  method: 'get',
  path: '/meetings/:booking_id/notes/',
  operationId: 'meetingNotes',
  summary: 'The notes that the people of a session share',
  params: contract.MeetingPath,
  returns: { 200: contract.MeetingNotes },
  fails: ['not_found'],
  facts: mine,
})

const messages = route('signed_in', {
  method: 'get',
  path: '/meetings/:booking_id/messages/',
  operationId: 'roomMessages',
  summary: 'What a group said in its room, in its order: the newest, or what is before or after one',
  params: contract.MeetingPath,
  query: contract.RoomMessageQuery,
  returns: { 200: contract.RoomMessages },
  fails: ['invalid_input', 'not_found'],
  facts: mine,
})

const ownLink = route('mentor', {
  method: 'get',
  path: '/mentor/meeting-link/',
  operationId: 'ownMeetingLink',
  summary: 'Where I like to meet',
  returns: { 200: contract.OwnMeetingLinkAnswer },
  facts: (db, { me }) => ({ links: data.meetingLinkOf(db, me) }),
})

const changeOwnLink = route('mentor', {
  method: 'put',
  path: '/mentor/meeting-link/',
  operationId: 'changeMeetingLink',
  summary: 'Say where I like to meet, or null for the room here',
  body: contract.OwnMeetingLink,
  returns: { 200: contract.OwnMeetingLinkAnswer },
  fails: ['invalid_input'],
})

/** Before it is agreed and after it was given up, a session has no room. */
const roomed = <R extends data.Room>(rows: R[]): R => {
  const [row] = rows
  return row && hasRoom(row.state) ? row : fail('not_found')
}

export const meetingRoutes = slice()
  .on(attendance, (c) => {
    const { facts, query, now } = c.var
    const view = (row: data.AttendanceRow) => attendanceView(row, now)
    if (query.booking_id !== undefined) return c.json(view(facts.rows[0] ?? fail('not_found')))
    const page = pageFrom(facts.rows, query.limit, (last) => [last.start_time.getTime(), last.booking_id])
    return c.json({ ...page, items: page.items.map(view) })
  })
  .on(meeting, (c) => c.json(meetingView(c.var.facts.rows[0] ?? fail('not_found'))))
  .on(openLink, async (c) => {
    const { facts, account, now } = c.var
    const row = roomed(facts.rows)
    if (!isOpen(row, now)) fail('state_conflict')
    const url = row.meeting_link ?? fail('not_found')
    await meetingOf(c.env, row.room_id).cameByLink(entranceOf(row, account, now))
    return c.json({ url })
  })
  .on(notes, async (c) => c.json(await meetingOf(c.env, roomed(c.var.facts.rows).room_id).notes()))
  .on(messages, async (c) => {
    const row = roomed(c.var.facts.rows)
    if (row.kind !== 'group') fail('not_found')
    const range = rangeFrom(c.var.query)
    const page = await meetingOf(c.env, row.room_id).page(range)
    const direction = range.after_seq === undefined ? 'before' : 'after'
    return c.json({ items: page.items, next_cursor: cursorBehind(page, direction) })
  })
  .on(ownLink, (c) => c.json({ url: c.var.facts.links[0]?.url ?? null }))
  .on(changeOwnLink, async (c) => {
    const { db, account, body } = c.var
    await write(db, [data.setMeetingLink(db, account.id, body.url)])
    return c.json({ url: body.url })
  })
