import * as z from 'zod'
import { BOOKING_STATES } from './bookings.constants'
import { ClientId, Content, Message, MessageQuery } from './chat'
import { OFFER_KINDS } from './availability.constants'
import { DisplayId, Id, Instant, Link, PageQuery, pageOf, text } from './common'
import { CONTEST_STATES, NOTES_LENGTH, REASON_LENGTH, VERDICTS } from './meetings.constants'

const Side = z.enum(['student', 'mentor'])
const Interval = z.object({
  side: Side,
  joined_at: Instant,
  left_at: Instant.nullable().meta({ description: 'Null while the person is in the room' }),
  by: z
    .enum(['room', 'link'])
    .meta({ description: '`link`: the meeting link was opened, which counts as having come' }),
})
const ContestOnSession = z.object({
  id: Id,
  by: Side,
  reason: z.string(),
  state: z.enum(CONTEST_STATES),
  opened_at: Instant,
  decided_at: Instant.nullable(),
  decision_reason: z.string().nullable(),
})

export const Attendance = z
  .object({
    booking_id: Id,
    offer_title: z.string(),
    state: z.enum(BOOKING_STATES),
    start_time: Instant,
    end_time: Instant,
    my_side: Side,
    mentor_name: z.string(),
    student_name: z.string(),
    intervals: z.array(Interval).meta({ description: 'By the clock of the room, in the order they began' }),
    verdict: z.enum(VERDICTS).nullable(),
    judged_at: Instant.nullable(),
    contest_until: Instant.nullable().meta({
      description: 'Until when I may contest; null where I may not (any more)',
    }),
    contests: z.array(ContestOnSession),
  })
  .meta({ id: 'Attendance' })
export type Attendance = z.infer<typeof Attendance>
export const AttendancePage = pageOf(Attendance).meta({ id: 'AttendancePage' })
export const AttendanceQuery = PageQuery.extend({ booking_id: Id.optional() })

export const AttendanceAnswer = z.union([AttendancePage, Attendance])

export const MeetingPath = z.strictObject({ booking_id: Id })
const Person = z.object({
  account_id: Id,
  display_id: DisplayId,
  role: Side,
  name: z.string(),
  picture_url: z.string().nullable(),
  time_zone: z.string(),
})
const Agenda = z.object({
  account_id: Id,
  name: z.string(),
  answers: z.array(z.object({ question: z.string().nullable(), answer: z.string() })).meta({
    description: 'A null question is what the student wants from the session',
  }),
})
export const Meeting = z
  .object({
    booking_id: Id,
    room_id: Id,
    kind: z.enum(OFFER_KINDS),
    state: z.enum(BOOKING_STATES),
    offer_title: z.string(),
    start_time: Instant,
    end_time: Instant,
    opens_at: Instant,
    closes_at: Instant,
    my_side: Side,
    people: z.array(Person),
    agenda: z.array(Agenda),
    has_link: z
      .boolean()
      .meta({ description: 'The mentor meets elsewhere; the address is told once the room is open' }),
    conversation_id: Id.nullable().meta({
      description: 'Of the two people of a one-to-one session, where it has begun',
    }),
    room_chat_until: Instant.nullable().meta({ description: 'A group talks in its room until then' }),
  })
  .meta({ id: 'Meeting' })
export type Meeting = z.infer<typeof Meeting>

export const MeetingLink = z.object({ url: z.string() }).meta({ id: 'MeetingLink' })
const HttpsLink = Link.refine((link) => /^https:/i.test(link), 'An address that begins with https://')
export const OwnMeetingLink = z.strictObject({ url: HttpsLink.nullable() }).meta({ id: 'OwnMeetingLink' })
export const OwnMeetingLinkAnswer = z.object({ url: z.string().nullable() }).meta({ id: 'OwnMeetingLinkAnswer' })

export const MeetingNotes = z
  .object({
    revision: z.int(),
    text: z.string(),
    written_by: z.string().nullable().meta({ description: 'The account that wrote this revision' }),
    written_at: Instant.nullable(),
  })
  .meta({ id: 'MeetingNotes' })
export type MeetingNotes = z.infer<typeof MeetingNotes>
export const RoomMessageQuery = MessageQuery
export const RoomMessages = pageOf(Message).meta({ id: 'RoomMessages' })

export const ContestPath = z.strictObject({ id: Id })
export const NewContest = z.strictObject({ reason: text(1, REASON_LENGTH) }).meta({ id: 'NewContest' })
export const ContestQuery = PageQuery.extend({ state: z.enum(['open', 'decided']).default('open') })
export const Contest = z
  .object({
    id: Id,
    by: Side,
    reason: z.string(),
    state: z.enum(CONTEST_STATES),
    opened_at: Instant,
    decided_at: Instant.nullable(),
    decision_reason: z.string().nullable(),
    session: Attendance.omit({ my_side: true, contest_until: true, contests: true }),
  })
  .meta({ id: 'Contest' })
export const ContestPage = pageOf(Contest).meta({ id: 'ContestPage' })
export const ContestDecision = z
  .strictObject({ decision: z.enum(VERDICTS), reason: text(1, REASON_LENGTH) })
  .meta({ id: 'ContestDecision' })
export const DecidedContest = z
  .object({ id: Id, booking_id: Id, state: z.enum(CONTEST_STATES), verdict: z.enum(VERDICTS) })
  .meta({ id: 'DecidedContest' })

const NotesText = text(0, NOTES_LENGTH.graphemes).refine(
  (value) => new TextEncoder().encode(value).length <= NOTES_LENGTH.bytes,
  'At most 40 KiB',
)

/** Frames of a page into the room of a session. */
export const RoomClientFrame = z.discriminatedUnion('type', [
  /** The heartbeat: my person is in the room. */
  z.strictObject({ type: z.literal('here') }),
  /** The whole text, written upon this revision. */
  z.strictObject({ type: z.literal('notes'), revision: z.int().min(0), text: NotesText }),
  z.strictObject({
    type: z.literal('send'),
    client_id: ClientId,
    content: Content,
    reply_to: z.int().min(0).optional(),
  }),
  z.strictObject({ type: z.literal('ping') }),
])
export type RoomClientFrame = z.infer<typeof RoomClientFrame>

/** Frames of a room to a page. `clash`: somebody else wrote meanwhile; nothing was taken, and this is what stands. */
export type RoomFrame =
  | {
      type: 'hello'
      v: 1
      room_id: string
      you: string
      now: string
      people: { account_id: string; role: 'student' | 'mentor'; name: string; here: boolean }[]
      notes: MeetingNotes
      /** Null where the two talk in their conversation. */
      chat: { items: Message[]; more: boolean; last_seq: number } | null
    }
  | { type: 'here'; account_id: string; here: boolean }
  | ({ type: 'notes' } & MeetingNotes)
  | ({ type: 'clash' } & MeetingNotes)
  | ({ type: 'message' } & Message)
  | { type: 'error'; code: string; client_id?: string }
  | { type: 'pong' }
