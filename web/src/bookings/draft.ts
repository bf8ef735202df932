import { createSignal, type Accessor } from 'solid-js'

/** What is not in the address: the words, and the hold that was made for them. */
export type Draft = {
  goal: string
  /** What the mentor asks, by the question's id. */
  answers: Record<string, string>
  booking_id?: string | undefined
  /** The wish that the hold or the call under way is for, as JSON. */
  wish?: string | undefined
  /** Idempotency key of a call whose answer has not come yet. */
  key?: string | undefined
}

/** The key of the goal among the answers; the others are ids of questions. */
export const GOAL = 'goal'

const keyOf = (mentorId: string) => `aspirex.booking.${mentorId}`

function stored(mentorId: string): Draft {
  try {
    return { goal: '', answers: {}, ...(JSON.parse(sessionStorage.getItem(keyOf(mentorId)) ?? '{}') as Partial<Draft>) }
  } catch {
    return { goal: '', answers: {} }
  }
}

/** Survives a reload, and the log-in on the way. */
export function createDraft(mentorId: string): { draft: Accessor<Draft>; change: (part: Partial<Draft>) => void } {
  const [draft, setDraft] = createSignal(stored(mentorId))
  return {
    draft,
    change(part) {
      const next = setDraft((before) => ({ ...before, ...part }))
      sessionStorage.setItem(keyOf(mentorId), JSON.stringify(next))
    },
  }
}

/** Once it is booked the next visit begins anew. */
export const forgetDraft = (mentorId: string): void => sessionStorage.removeItem(keyOf(mentorId))
