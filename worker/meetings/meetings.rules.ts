import {
  CLOSES_AFTER_MS,
  CONTEST_HOURS,
  GROUP_CHAT_DAYS,
  OPENS_BEFORE_MS,
  WAITED_MS,
  type Verdict,
} from '../contract/meetings.constants'

export interface Span {
  start_time: Date
  end_time: Date
}
export interface Presence {
  is_mentor: boolean
  joined_at: Date
  /** Null while the person is there. */
  left_at: Date | null
}

/** When people may be in the room. */
export const windowOf = ({ start_time, end_time }: Span) => ({
  opens_at: new Date(start_time.getTime() - OPENS_BEFORE_MS),
  closes_at: new Date(end_time.getTime() + CLOSES_AFTER_MS),
})

export const isOpen = (span: Span, at: Date): boolean => {
  const { opens_at, closes_at } = windowOf(span)
  return opens_at <= at && at < closes_at
}

/** A group talks in its room from the booking on, and for a while after the session. */
export const roomChatUntil = ({ end_time }: Span): Date => new Date(end_time.getTime() + GROUP_CHAT_DAYS * 86_400_000)

export const mayEnter = (session: Span & { kind: string }, at: Date): boolean =>
  isOpen(session, at) || (session.kind === 'group' && at < roomChatUntil(session))

/** Milliseconds of presence between two instants. */
const within = (presences: Presence[], from: Date, until: Date): number =>
  presences.reduce((sum, { joined_at, left_at }) => {
    const begin = Math.max(joined_at.getTime(), from.getTime())
    const end = Math.min((left_at ?? until).getTime(), until.getTime())
    return sum + Math.max(0, end - begin)
  }, 0)

/**
 * What a session was, by who was there (H1). Undefined as long as somebody may still come: with both there it is over at
 * its end, otherwise when its room closes. Only what was seen in this session's own time counts, for it may have been moved.
 */
export function verdictOf(session: Span, presences: Presence[], at: Date): Verdict | undefined {
  const { opens_at, closes_at } = windowOf(session)
  const here = presences.filter(({ joined_at, left_at }) => joined_at < closes_at && (left_at ?? at) >= opens_at)
  const mentor = here.filter(({ is_mentor }) => is_mentor)
  const student = here.filter(({ is_mentor }) => !is_mentor)
  if (at < session.end_time) return undefined
  if (mentor.length > 0 && student.length > 0) return 'completed'
  if (at < closes_at) return undefined
  if (here.length === 0) return 'nobody_came'
  if (within(here, session.start_time, closes_at) < WAITED_MS) return 'completed'
  return mentor.length > 0 ? 'student_absent' : 'mentor_absent'
}

export const contestEnd = (judged_at: Date): Date => new Date(judged_at.getTime() + CONTEST_HOURS * 3_600_000)

/** What staff decided against what stood: a contest that changed nothing was dismissed. */
export const outcomeOf = (stood: Verdict, decided: Verdict): 'upheld' | 'dismissed' =>
  stood === decided ? 'dismissed' : 'upheld'

/** Verdicts that give everything back (H2). */
export const REFUNDED: readonly Verdict[] = ['mentor_absent', 'nobody_came']
