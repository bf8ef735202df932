import type { Me } from '../lib/me'

/** Whoever may make events: mentors, and the staff. */
export const organizes = (me: Me | null | undefined): boolean =>
  me?.roles.some((role) => role === 'mentor' || role === 'admin') ?? false
