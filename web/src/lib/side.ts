import { createSignal } from 'solid-js'
import type { Me } from './me'

export const SIDES = ['student', 'mentor'] as const
export type Side = (typeof SIDES)[number]

const KEY = 'aspirex.side'

const [chosen, setChosen] = createSignal<Side>(localStorage.getItem(KEY) === 'student' ? 'student' : 'mentor')

/** Which of the two roles the product shows: the one chosen on this device, or the only one there is. */
export const sideOf = (me: Me): Side => (me.roles.includes('mentor') ? chosen() : 'student')
export const isTeaching = (me: Me): boolean => sideOf(me) === 'mentor'

export function chooseSide(side: Side): void {
  localStorage.setItem(KEY, side)
  setChosen(side)
}
