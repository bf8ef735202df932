import { useNavigate, useSearchParams } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { untrack } from 'solid-js'
import { useAccount, useSession } from '../lib/session'
import { createTyped, type Typed } from './typed'
import { changeWish, matchesQuery, wishQuery, type Wish, type WishChange } from './welcome.queries'

export const STEPS = ['goal', 'skills', 'zone', 'budget'] as const
export type Step = (typeof STEPS)[number]
export type At = Step | 'matches'

/** What of the typed words belongs to a step. */
const FIELDS: Record<Step, (keyof Typed)[]> = {
  goal: ['goal'],
  skills: ['skills'],
  zone: ['time_zone'],
  budget: ['amount', 'currency'],
}

export const addressOf = (step: At) => `/welcome?step=${step}`
export const after = (step: Step): At => STEPS[STEPS.indexOf(step) + 1] ?? 'matches'

/** Where one is, what is saved, and what is typed beside it. */
export function createWelcomeFlow(wish: () => Wish) {
  const me = useAccount()
  const session = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const { typed, type, forget } = createTyped(untrack(me).id)
  const at = (): At => [...STEPS, 'matches' as const].find((step) => step === query.step) ?? 'goal'

  /** Saves one step by itself; the other steps' words stay as they are. */
  async function save(step: Step, change: WishChange): Promise<void> {
    const words: Typed = Object.fromEntries(FIELDS[step].map((field) => [field, typed()[field]]))
    const saved = await changeWish(change)
    client.setQueryData(wishQuery().queryKey, saved)
    // Found for other answers: better waited for than shown.
    client.removeQueries({ queryKey: matchesQuery().queryKey })
    forget(words)
    if (change.time_zone !== undefined) await session.refresh()
  }

  /** Whoever went elsewhere while it was saved stays there. */
  function goOnFrom(step: Step): void {
    if (at() === step) navigate(addressOf(after(step)))
  }

  return { at, wish, typed, type, save, goOnFrom }
}
export type WelcomeFlow = ReturnType<typeof createWelcomeFlow>
