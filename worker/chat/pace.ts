import { limitScale } from '../lib/limits'

const MOST_PER_SECOND = 10
const STRIKES_MOST = 20
/** Reading and typing weigh less than a message. */
const WEIGHT = { send: 1, read: 0.2, typing: 0.2, ping: 0.2 }

/**
 * Ten messages a second for a person, counted in memory: an object that slept has nobody in a hurry. Refusals add up
 * until the allowance is whole again, and too many of them mean that the other side does not listen.
 */
export class Pace {
  private readonly people = new Map<string, { left: number; at: number; strikes: number }>()

  take(account_id: string, what: keyof typeof WEIGHT, now: Date): 'fine' | 'refused' | 'too_fast' {
    const most = MOST_PER_SECOND * limitScale()
    const at = now.getTime()
    const person = this.people.get(account_id) ?? { left: most, at, strikes: 0 }
    this.people.set(account_id, person)
    person.left = Math.min(most, person.left + (Math.max(0, at - person.at) / 1000) * most)
    person.at = at
    if (person.left >= most) person.strikes = 0
    if (person.left >= WEIGHT[what]) {
      person.left -= WEIGHT[what]
      return 'fine'
    }
    return ++person.strikes > STRIKES_MOST ? 'too_fast' : 'refused'
  }
}
