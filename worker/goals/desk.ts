import { answer, api, freeSlots, type Person, type Teacher } from '../test/world'

interface StepSeen {
  id: string
  title: string
  done_at: string | null
  proposed_by: { mentor_id: string; name: string } | null
}
export interface GoalSeen {
  id: string
  title: string
  done_at: string | null
  steps: StepSeen[]
  shared_with?: { mentor_id: string; name: string }[]
}

export const addGoal = (as: Person, title: string, note?: string): Promise<GoalSeen> =>
  answer(api('POST', '/goals/', { as, body: { title, ...(note && { note }) } }), 201)
export const addStep = (as: Person, goal: string, title: string): Promise<GoalSeen> =>
  answer(api('POST', `/goals/${goal}/steps/`, { as, body: { title } }), 201)
export const goalsOf = async (as: Person): Promise<GoalSeen[]> =>
  (await answer(api('GET', '/goals/', { as }), 200)).items
export const titlesOf = (list: { title: string }[]): string[] => list.map(({ title }) => title)

let bookings = 0
/** Booked with a mentor who asks for nothing: confirmed at once, each at a time of its own. */
export async function booked(who: Person, teacher: Teacher): Promise<{ id: string }> {
  const slot = (await freeSlots(teacher))[bookings++ * 3]
  const body = {
    mentor_id: teacher.mentor_id,
    offer_id: teacher.offer.id,
    start_time: slot!.start_time,
    time_zone: 'Asia/Kolkata',
  }
  return (await answer(api('POST', '/student/book-session/', { as: who, body }), 201)).booking
}

export const share = (as: Person, { id }: { id: string }, goal_ids: string[]): Promise<Response> =>
  api('PUT', `/bookings/${id}/goals/`, { as, body: { goal_ids } })
export const sharedIn = (as: Person, { id }: { id: string }): Promise<{ items: GoalSeen[]; is_open: boolean }> =>
  answer(api('GET', `/bookings/${id}/goals/`, { as }), 200)
export const propose = (as: Person, booking: { id: string }, goal: string, title: string): Promise<Response> =>
  api('POST', `/bookings/${booking.id}/goals/${goal}/steps/`, { as, body: { title } })
