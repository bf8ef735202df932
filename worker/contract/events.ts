import * as z from 'zod'
import { DisplayId, Id, Instant, line, Link, PageQuery, pageOf, text, TimeZone } from './common'
import * as constants from './events.constants'

const https = Link.refine((link) => link.startsWith('https://'), 'An address that begins with https://')
/** What an upload of a cover answered. */
const OWN_COVER = /^\/api\/files\/pictures\/[0-9a-f]{64}\/full$/
const Cover = z
  .union([z.string().regex(OWN_COVER, 'Not the address of a cover'), https])
  .meta({ description: 'The url of an uploaded cover, or an https address, which is copied soon after' })

const Repetition = z.strictObject({
  every: z.enum(constants.REPEATS),
  count: z.int().min(1).max(constants.REPEATS_MOST).meta({ description: 'How many more' }),
})

const fields = {
  title: line(1, constants.EVENT_TITLE_LENGTH),
  description: text(0, constants.EVENT_DESCRIPTION_LENGTH),
  start_time: Instant,
  end_time: Instant,
  time_zone: TimeZone.meta({ description: "Where it is thought of; the organizer's own where none is given" }),
  place: z.enum(constants.PLACES).meta({ description: 'Told from the link and the location where none is given' }),
  location: line(0, constants.EVENT_LOCATION_LENGTH).nullable(),
  online_link: https.nullable().meta({ description: 'Shown to those who are going' }),
  cover_image: Cover.nullable(),
  capacity: z.int().min(1).max(constants.CAPACITY_MOST).nullable(),
  guests: z.enum(constants.GUEST_VIEWS).meta({ description: 'What guests see of each other' }),
  is_published: z
    .boolean()
    .meta({ description: 'True where nothing is said; an event that lies in the past is then kept as a draft' }),
}
const { title, start_time, end_time, ...others } = fields

export const NewEvent = z
  .strictObject({ title, start_time, end_time, ...z.object(others).partial().shape, repeat: Repetition.optional() })
  .meta({ id: 'NewEvent' })
export const EventChange = z.strictObject(fields).partial().meta({ id: 'EventChange' })
export const RepeatEvent = Repetition.meta({ id: 'RepeatEvent' })

const MyRsvp = z.object({
  state: z.enum(constants.RSVP_STATES),
  place_in_line: z.int().nullable().meta({ description: 'Of those who wait, from 1' }),
  show_name: z.boolean(),
  number: z.int().meta({ description: 'How the organizer tells guests apart who show no name' }),
  came: z.boolean().nullable(),
  joined_at: Instant,
})

const shown = {
  id: Id,
  title: z.string(),
  start_time: Instant,
  end_time: Instant,
  time_zone: z.string(),
  place: z.enum(constants.PLACES),
  location: z.string().nullable(),
  cover_image: z.string().nullable(),
  organizer: z.string().meta({ description: 'A name' }),
  organizer_id: DisplayId,
  organizer_picture_url: z.string().nullable(),
  created_by_role: z.enum(['mentor', 'admin']),
  is_official: z.boolean().meta({ description: 'By the staff of AspireX' }),
  is_published: z.boolean(),
  is_upcoming: z.boolean().meta({ description: 'Not over' }),
  is_cancelled: z.boolean(),
  capacity: z.int().nullable(),
  going: z.int(),
  waiting: z.int(),
  seats_left: z.int().nullable().meta({ description: 'Null where there is room for everybody' }),
  guests: z.enum(constants.GUEST_VIEWS),
  rsvp_until: Instant.meta({ description: 'The end of one that is online, the start of any other' }),
  rsvp: MyRsvp.nullable().meta({ description: 'Mine' }),
  may_edit: z.boolean(),
  created_at: Instant,
  updated_at: Instant,
}
export const EventCard = z.object(shown).meta({ id: 'EventCard' })
export const EventPage = pageOf(EventCard).meta({ id: 'EventPage' })
export const Event = z
  .object({
    ...shown,
    description: z.string(),
    has_online_link: z.boolean(),
    online_link: z.string().nullable().meta({ description: 'Null for whoever is not going' }),
    cancelled_at: Instant.nullable(),
    cancel_reason: z.string().nullable(),
    cover_state: z.enum(constants.COVER_STATES).meta({ description: '`copying` and `refused` for who may edit' }),
    cover_fault: z.string().nullable(),
    may_cancel: z.boolean(),
    sees_guests: z.boolean().meta({ description: 'Whether I may ask who is going' }),
  })
  .meta({ id: 'Event' })

const Dates = z.object({ id: Id, start_time: Instant, end_time: Instant })
export const CreatedEvent = Event.extend({
  repeats: z.array(Dates).meta({ description: 'The further events, where it was to be repeated' }),
}).meta({ id: 'CreatedEvent' })
export const RepeatedEvents = z.object({ items: z.array(Dates) }).meta({ id: 'RepeatedEvents' })

const flag = z.enum(['true', 'false'])
export const EventQuery = z
  .strictObject({
    ...PageQuery.shape,
    when: z.enum(['upcoming', 'past']).optional().meta({ description: 'Upcoming unless from and to are given' }),
    search: z.string().max(200).optional(),
    organizer: DisplayId.optional(),
    place: z.enum(constants.PLACES).optional(),
    has_seats: flag.optional(),
    mine: z.enum(['going', 'waiting', 'organizing']).optional(),
    from: Instant.optional(),
    to: Instant.optional().meta({ description: 'With from: what takes place between them, at most 100 days' }),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'from and to go together',
  })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) <= 100 * 86_400_000, {
    path: ['to'],
    message: 'At most 100 days',
  })
export const EventPath = z.strictObject({ id: Id })
export const AttendeeQuery = PageQuery
export const GuestPath = z.strictObject({ id: Id, guest_id: Id })

export const CancelEvent = z
  .strictObject({ reason: text(1, 500).optional().meta({ description: 'Told to everybody; needed from a moderator' }) })
  .meta({ id: 'CancelEvent' })
export const NewRsvp = z
  .strictObject({
    show_name: z.boolean().optional().meta({ description: 'To other guests; false where nothing is said' }),
  })
  .meta({ id: 'NewRsvp' })

export const Attendee = z.object({ name: z.string(), picture_url: z.string().nullable() }).meta({ id: 'Attendee' })
export const AttendeePage = pageOf(Attendee)
  .extend({ going: z.int().meta({ description: 'All of them, also those who are not named' }) })
  .meta({ id: 'AttendeePage' })

export const EventGuest = z
  .object({
    id: Id,
    number: z.int(),
    name: z.string().nullable().meta({ description: 'Null for minors: the number stands for them' }),
    picture_url: z.string().nullable(),
    display_id: DisplayId.nullable(),
    state: z.enum(constants.RSVP_STATES),
    came: z.boolean().nullable().meta({ description: 'Null while nobody has said' }),
    checked_at: Instant.nullable(),
    joined_at: Instant,
  })
  .meta({ id: 'EventGuest' })
export const FollowUp = z
  .object({ id: Id, to: z.enum(constants.AUDIENCES), text: z.string(), sent_at: Instant })
  .meta({ id: 'FollowUp' })
export const GuestQuery = z.strictObject({
  ...PageQuery.shape,
  state: z.enum(constants.RSVP_STATES).default('going'),
  came: z.enum(constants.CAME).optional(),
  search: z.string().max(200).optional().meta({ description: 'Of a name, or a number' }),
})
export const GuestPage = pageOf(EventGuest)
  .extend({
    summary: z.object({
      title: z.string(),
      going: z.int(),
      waiting: z.int(),
      came: z.int(),
      did_not_come: z.int(),
      unknown: z.int(),
      check_in_from: Instant,
      follow_ups: z.array(FollowUp),
    }),
  })
  .meta({ id: 'GuestPage' })
export const GuestAttendance = z.strictObject({ came: z.boolean().nullable() }).meta({ id: 'GuestAttendance' })
export const NewFollowUp = z
  .strictObject({ text: text(1, constants.FOLLOW_UP_LENGTH), to: z.enum(constants.AUDIENCES) })
  .meta({ id: 'NewFollowUp' })
