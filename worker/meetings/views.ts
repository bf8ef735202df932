import type { Attendance, Meeting } from '../contract/meetings'
import { ROOM_STATES, VERDICTS, type Verdict } from '../contract/meetings.constants'
import type { AttendanceRow, Room, Seat } from './meetings.data'
import { contestEnd, roomChatUntil, windowOf } from './meetings.rules'

export const isVerdict = (state: string): state is Verdict => (VERDICTS as readonly string[]).includes(state)
export const hasRoom = (state: string): boolean => (ROOM_STATES as readonly string[]).includes(state)

const sideOf = (mentor_account_id: string, account_id: string) =>
  account_id === mentor_account_id ? ('mentor' as const) : ('student' as const)
const iso = (ms: number): string => new Date(ms).toISOString()
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms))

/** What is the same for everybody who may look at it. */
export const sessionView = (row: Omit<AttendanceRow, 'me' | 'contests'>) => ({
  booking_id: row.booking_id,
  offer_title: row.offer_title,
  state: row.state,
  start_time: row.start_time.toISOString(),
  end_time: row.end_time.toISOString(),
  mentor_name: row.mentor_name,
  student_name: row.student_name,
  intervals: row.intervals.map(({ is_mentor, joined_at, left_at, by }) => ({
    side: is_mentor ? ('mentor' as const) : ('student' as const),
    joined_at: iso(joined_at),
    left_at: isoOrNull(left_at),
    by,
  })),
  verdict: isVerdict(row.state) ? row.state : null,
  judged_at: row.judged_at?.toISOString() ?? null,
})

/** Until when I may contest: once, and while the window is open. */
export function contestUntil({ me, state, judged_at, contests }: AttendanceRow, now: Date): Date | null {
  if (judged_at === null || !isVerdict(state)) return null
  const end = contestEnd(judged_at)
  return now < end && !contests.some(({ by_account_id }) => by_account_id === me) ? end : null
}

export const attendanceView = (row: AttendanceRow, now: Date): Attendance => ({
  ...sessionView(row),
  my_side: sideOf(row.mentor_account_id, row.me),
  contest_until: contestUntil(row, now)?.toISOString() ?? null,
  contests: row.contests.map(({ by_account_id, opened_at, decided_at, ...contest }) => ({
    ...contest,
    by: sideOf(row.mentor_account_id, by_account_id),
    opened_at: iso(opened_at),
    decided_at: isoOrNull(decided_at),
  })),
})

const studentOf = ({ account_id, student_id, name, picture_url, time_zone }: Seat) => ({
  account_id,
  display_id: student_id,
  role: 'student' as const,
  name,
  picture_url,
  time_zone,
})

/** What somebody wants from it, and their answers to the questions that were asked. */
function agendaOf({ account_id, name, answers }: Seat, questions: Room['questions']) {
  const asked = questions.map(({ id, text }) => ({ question: text, answer: answers[id] ?? '' }))
  const said = [{ question: null, answer: answers.goal ?? '' }, ...asked]
  return { account_id, name, answers: said.filter(({ answer }) => answer.trim() !== '') }
}

export function meetingView(row: Room): Meeting {
  const { opens_at, closes_at } = windowOf(row)
  const isGroup = row.kind === 'group'
  const my_side = sideOf(row.mentor_account_id, row.me)
  const mentor = {
    account_id: row.mentor_account_id,
    display_id: row.mentor_id,
    role: 'mentor' as const,
    name: row.mentor_name,
    picture_url: row.mentor_picture_url,
    time_zone: row.mentor_zone,
  }
  const seats = hasRoom(row.state) ? row.seats : []
  // What one student of a group wrote for the mentor is not for the others.
  const mine = seats.filter(({ account_id }) => my_side === 'mentor' || account_id === row.me)
  return {
    booking_id: row.booking_id,
    room_id: row.room_id,
    kind: row.kind,
    state: row.state,
    offer_title: row.offer_title,
    start_time: row.start_time.toISOString(),
    end_time: row.end_time.toISOString(),
    opens_at: opens_at.toISOString(),
    closes_at: closes_at.toISOString(),
    my_side,
    people: [mentor, ...seats.map(studentOf)],
    agenda: mine.map((seat) => agendaOf(seat, row.questions)).filter(({ answers }) => answers.length > 0),
    has_link: row.meeting_link !== null,
    conversation_id: isGroup ? null : row.conversation_id,
    room_chat_until: isGroup ? roomChatUntil(row).toISOString() : null,
  }
}
