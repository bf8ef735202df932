import type * as z from 'zod'
import type { EventChange, NewEvent } from '../contract/events'
import { fail } from '../lib/failure'
import { newId } from '../lib/ids'
import type { Account } from '../lib/route'
import { isZone } from '../lib/zones'
import type { EventRow } from './events.data'
import { placeFrom, publishErrors, timeErrors, type Errors } from './events.rules'
import type { Change, NewRow } from './writing.data'

type Wish = z.output<typeof NewEvent>
type Changed = z.output<typeof EventChange>

const refuseWhere = (errors: Errors): void => {
  if (Object.keys(errors).length > 0) fail('invalid_input', { errors })
}

/** An address of ours is a cover that its owner keeps; any other is copied soon, and until then nothing is shown. */
export function coverFrom(address: string | null, owned: boolean) {
  const none = { cover_image: null, cover_source: null, cover_fault: null }
  if (address === null) return none
  if (address.startsWith('https://')) return { ...none, cover_source: address }
  if (!owned) fail('invalid_input', { errors: { cover_image: ['Upload this picture first'] } })
  return { ...none, cover_image: address }
}

const zoneErrors = (time_zone: string): Errors => (isZone(time_zone) ? {} : { time_zone: ['Unknown time zone'] })

/** Published unless somebody says otherwise; only what lies in the past is then kept as a draft. */
const isToPublish = ({ is_published, start_time }: Wish, now: Date): boolean =>
  is_published ?? Date.parse(start_time) > now.getTime()

export const mayPublish = (account: Account): boolean => account.mentor_approved || account.roles.includes('admin')
export const refusePublishing = (): never =>
  fail('role_required', { detail: 'You can publish events once your application is approved. Keep it as a draft.' })

/** A new event as its row, or why there can be none. */
export function newEvent(wish: Wish, account: Account, hasCover: boolean, now: Date): NewRow {
  if (!mayPublish(account) && wish.is_published !== false) refusePublishing()
  const times = { start_time: new Date(wish.start_time), end_time: new Date(wish.end_time) }
  const time_zone = wish.time_zone ?? account.time_zone
  const place = placeFrom(wish)
  const location = wish.location || null
  const published = isToPublish(wish, now)
  refuseWhere({
    ...timeErrors(times),
    ...zoneErrors(time_zone),
    ...(published && publishErrors({ ...times, place, location }, now)),
  })
  return {
    id: newId(now),
    organizer_account_id: account.id,
    created_by_role: isOfficial(account) ? 'admin' : 'mentor',
    title: wish.title,
    description: wish.description ?? '',
    ...times,
    time_zone,
    place,
    location,
    online_link: wish.online_link ?? null,
    ...coverFrom(wish.cover_image ?? null, hasCover),
    capacity: wish.capacity ?? null,
    guests: wish.guests ?? 'counts',
    published_at: published ? now : null,
    timed_at: now,
    created_at: now,
    updated_at: now,
  }
}

/** What an admin makes who does not teach here is AspireX's own; no client can say so. */
const isOfficial = ({ mentor_approved, roles }: Account): boolean => !mentor_approved && roles.includes('admin')

/** A new event as it would be read back. */
export const freshRow = (row: NewRow, account: Account): EventRow => ({
  ...copyOf(row, row.id, { published_at: row.published_at ?? null }, row.created_at),
  cover_fault: null,
  cancelled_at: null,
  cancelled_by: null,
  cancel_reason: null,
  sequence: 0,
  time_version: 0,
  going: 0,
  waiting: 0,
  came: 0,
  did_not_come: 0,
  organizer_name: account.name,
  organizer_picture_url: account.picture_url,
  organizer_student_id: account.student_id,
  organizer_mentor_id: account.mentor_id,
  is_suspended: false,
  is_mine: true,
  is_blocked: false,
  my_state: null,
  my_line: null,
  my_version: null,
  my_show_name: null,
  my_came: null,
  my_joined_at: null,
  place_in_line: null,
})

/** The same event once more, at other times. */
export const copyOf = (row: EventRow | NewRow, id: string, other: Partial<FullRow>, now: Date): FullRow => ({
  id,
  organizer_account_id: row.organizer_account_id,
  created_by_role: row.created_by_role,
  title: row.title,
  description: row.description ?? '',
  start_time: row.start_time,
  end_time: row.end_time,
  time_zone: row.time_zone,
  place: row.place,
  location: row.location ?? null,
  online_link: row.online_link ?? null,
  cover_image: row.cover_image ?? null,
  cover_source: row.cover_source ?? null,
  capacity: row.capacity ?? null,
  guests: row.guests ?? 'counts',
  published_at: null,
  timed_at: now,
  created_at: now,
  updated_at: now,
  ...other,
})
type FullRow = Required<Omit<NewRow, 'cancelled_at' | 'cancelled_by' | 'cancel_reason' | 'cover_fault'>>

/** What stands after a change, and which columns it touches. */
export interface Changing {
  after: Pick<EventRow, 'title' | 'start_time' | 'end_time' | 'place' | 'location' | 'online_link'> & Change
  publishes: boolean
  takesBack: boolean
}

/** An event with the named fields changed, or why it cannot be. */
export function changedEvent(row: EventRow, wish: Changed, hasCover: boolean, now: Date): Changing {
  const { start_time, end_time, cover_image, is_published, location, ...plain } = wish
  const isKept = cover_image === undefined || (cover_image !== null && cover_image === row.cover_image)
  const after = {
    title: row.title,
    time_zone: row.time_zone,
    place: row.place,
    online_link: row.online_link,
    ...plain,
    location: location === undefined ? row.location : location || null,
    start_time: start_time === undefined ? row.start_time : new Date(start_time),
    end_time: end_time === undefined ? row.end_time : new Date(end_time),
    ...(isKept ? {} : coverFrom(cover_image, hasCover)),
  }
  const publishes = is_published === true && row.published_at === null
  const isMoved = after.start_time.getTime() !== row.start_time.getTime()
  const isPublic = publishes || (row.published_at !== null && is_published !== false)
  refuseWhere({
    ...timeErrors(after),
    ...zoneErrors(after.time_zone),
    ...(isPublic && publishErrors(after, isMoved || publishes ? now : new Date(0))),
    ...(wish.capacity && wish.capacity < row.going ? tooFew(row.going) : {}),
  })
  return { after, publishes, takesBack: is_published === false && row.published_at !== null }
}

export const tooFew = (going: number): Errors => ({
  capacity: [going === 1 ? 'One person is going already' : `${going} people are going already`],
})
