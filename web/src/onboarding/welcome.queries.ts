import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Wish = Answer<'/api/student/wish/'>
export type WishChange = Body<'/api/student/wish/', 'put'>
export type Match = Answer<'/api/student/matches/'>['items'][number]
export type MatchReason = Match['reasons'][number]

export const wishQuery = () =>
  queryOptions({ queryKey: ['student', 'wish'], queryFn: () => answer(api.GET('/api/student/wish/')) })

export const matchesQuery = () =>
  queryOptions({ queryKey: ['student', 'matches'], queryFn: () => answer(api.GET('/api/student/matches/')) })

export const changeWish = (body: WishChange) => answer(api.PUT('/api/student/wish/', { body }))

/** The zone alone says nothing of what somebody is after. */
export const isWished = (wish: Wish): boolean =>
  wish.goal !== null || wish.skills.length > 0 || wish.budget_minor !== null
