import { wallTimeOf, type Zone } from '../contract/zone'
import type { MATCH_REASONS } from '../contract/wishes.constants'
import { nameOf, partsOf, resolve, skillOf, withChildren } from '../skills/skills.rules'

type Kind = (typeof MATCH_REASONS)[number]
export interface Reason {
  kind: Kind
  words: string[]
}
export interface Wished {
  skills: readonly string[]
  budget_minor: number | null
  currency: string | null
}
/** What of a mentor a match is judged by. */
export interface Candidate {
  skills: readonly string[]
  total_sessions: number
  price: { amount_minor: number; currency: string } | undefined
  /** Milliseconds since 1970. */
  soonest_start: number | undefined
}

/** What each reason is worth. What somebody teaches outweighs all the rest together. */
const WORTH = { skills: 10, related: 4, budget: 3, soon: 2, hours: 2, sessions: 1 } as const
const SOON = 3 * 86_400_000
/** From so many on a mentor has some experience here. */
const SEASONED = 10

const idsOf = (skills: readonly string[]): string[] => skills.map((skill) => resolve(skill) ?? skill.toLowerCase())

/** The wished skills with all below them. */
export const soughtKeys = (skills: readonly string[]): string[] => withChildren(idsOf(skills))

/** What is near the wished skills: related ones, what they are a part of, and its other parts. */
export function nearKeys(skills: readonly string[]): string[] {
  const sought = new Set(soughtKeys(skills))
  const near = idsOf(skills).flatMap((id) => {
    const skill = skillOf(id)
    if (!skill) return []
    const beside = skill.parent ? [skill.parent, ...partsOf(skill.parent).map((part) => part.id)] : []
    return [...skill.related, ...beside]
  })
  return [...new Set(near)].filter((id) => !sought.has(id))
}

const taught = (candidate: Candidate, keys: readonly string[]): string[] => {
  const wanted = new Set(keys)
  return candidate.skills.filter((skill) => wanted.has(resolve(skill) ?? skill.toLowerCase()))
}

/** Between eight and ten in the evening by the student's clock nobody has to get up for it. */
function isByDay(start: number, zone: Zone): boolean {
  const hour = Number(wallTimeOf(zone, start).time.slice(0, 2))
  return hour >= 8 && hour < 22
}

/** Why this mentor fits, the weightiest reason first. Every reason is a fact that the page can show. */
export function reasonsFor(wish: Wished, candidate: Candidate, zone: Zone, now: number): Reason[] {
  const direct = taught(candidate, soughtKeys(wish.skills))
  const near = direct.length > 0 ? [] : taught(candidate, nearKeys(wish.skills))
  const { price, soonest_start } = candidate
  const isPaid = wish.budget_minor !== null && price?.currency === wish.currency
  const told: (Reason | false)[] = [
    direct.length > 0 && { kind: 'skills', words: direct.map((skill) => nameOf(resolve(skill) ?? '') ?? skill) },
    near.length > 0 && { kind: 'related', words: near },
    isPaid && price.amount_minor <= wish.budget_minor! && { kind: 'budget', words: [] },
    soonest_start !== undefined && soonest_start - now <= SOON && { kind: 'soon', words: [] },
    soonest_start !== undefined && isByDay(soonest_start, zone) && { kind: 'hours', words: [] },
    candidate.total_sessions >= SEASONED && { kind: 'sessions', words: [] },
  ]
  return told.filter((reason) => reason !== false)
}

/** Each skill counts by itself; nobody is proposed who cannot be booked. */
export const worthOf = (reasons: readonly Reason[], candidate: Candidate): number =>
  candidate.soonest_start === undefined
    ? 0
    : reasons.reduce((sum, { kind, words }) => sum + WORTH[kind] * Math.max(1, words.length), 0)
