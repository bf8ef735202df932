import { env } from 'cloudflare:test'
import { now } from '../lib/clock'
import { answer, api, eventually, type Person } from '../test/world'

// What tests of events do again and again.

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** On the second, as calendars know time. */
export const at = (hours: number): string =>
  new Date(Math.floor(now().getTime() / 1000) * 1000 + hours * HOUR).toISOString()

export const PLAN = { title: 'How interviews are read', description: 'Bring a question.', guests: 'names' }
/** Three days ahead, for two hours, unless something else is said. */
export const planOf = (over: object = {}) => ({ ...PLAN, start_time: at(72), end_time: at(74), ...over })

export const made = async (as: Person, over: object = {}) =>
  answer(api('POST', '/events/', { as, body: planOf(over) }), 201)
export const event = (id: string, as?: Person) => api('GET', `/events/${id}/`, { as })
export const shown = (id: string, as?: Person) => answer(event(id, as), 200)
export const change = (as: Person, id: string, body: object) => api('PUT', `/events/${id}/`, { as, body })
export const cancel = (as: Person, id: string, body: object = {}) => api('POST', `/events/${id}/cancel/`, { as, body })
export const remove = (as: Person, id: string) => api('DELETE', `/events/${id}/`, { as })
export const list = (query = '', as?: Person) => answer(api('GET', `/events/${query}`, { as }), 200)
export const idsIn = async (query = '', as?: Person): Promise<string[]> =>
  (await list(query, as)).items.map(({ id }: { id: string }) => id)

export const join = (as: Person, id: string, body: object = {}) => api('PUT', `/events/${id}/rsvp/`, { as, body })
export const joined = async (as: Person, id: string, body: object = {}) => answer(join(as, id, body), 200)
export const leave = (as: Person, id: string) => api('DELETE', `/events/${id}/rsvp/`, { as })
export const stateOf = async (as: Person, id: string): Promise<string | null> =>
  (await shown(id, as)).rsvp?.state ?? null

/** So many guests who came by themselves, written down at once. */
export async function crowd(event_id: string, people: Person[], state = 'going'): Promise<void> {
  await env.DB.batch(
    people.map(({ user }, i) =>
      env.DB.prepare(
        `insert into event_rsvps (id, event_id, account_id, state, line, version, act, joined_at)
         values (?1, ?2, ?3, ?4, ?5, 0, ?1, ?6)`,
      ).bind(`${event_id}-${i}`, event_id, user.id, state, i + 1, now().getTime() - 30 * DAY),
    ),
  )
}

interface Told {
  kind: string
  message: string
  link: string
}
export const told = async (as: Person, kind: string): Promise<Told[]> =>
  (await answer(api('GET', '/notifications/?limit=100', { as }), 200)).items.filter((item: Told) => item.kind === kind)

/** Somebody under a name that no other test knows. */
export async function block(as: Person, display_id: string): Promise<void> {
  await answer(api('PUT', `/blocks/${display_id}/`, { as }), 204)
}

/** Waits for what a queue brings about. */
export const until = (holds: () => Promise<boolean>): Promise<unknown> => eventually(holds)
