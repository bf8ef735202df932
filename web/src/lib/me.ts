import { answer, api, type Answer } from './api'
import { Problem } from './problem'

export type Me = Answer<'/api/auth/me/'>

const HINT = 'aspirex.was_signed_in'

/** Whether the last visit ended signed in: the landing page then waits instead of flashing by. Never a proof. */
export const wasSignedIn = (): boolean => localStorage.getItem(HINT) !== null

export function remember(me: Me | null): Me | null {
  if (me) localStorage.setItem(HINT, '1')
  else localStorage.removeItem(HINT)
  return me
}

async function ask(): Promise<Me | null> {
  try {
    return remember(await answer(api.GET('/api/auth/me/')))
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_signed_in') return remember(null)
    throw error
  }
}

let first: Promise<Me | null> | undefined

/** Asked while the page's code is still on its way; whoever needs it first gets that answer. */
export function askEarly(): void {
  first = ask()
  first.catch(() => undefined)
}

/** The account of this browser's cookie, or null for a visitor. */
export function whoAmI(): Promise<Me | null> {
  const early = first
  first = undefined
  return early ?? ask()
}
