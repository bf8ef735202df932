import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Goal = Answer<'/api/goals/'>['items'][number]
export type Step = Goal['steps'][number]
export type SharedGoal = Answer<'/api/bookings/{id}/goals/'>['items'][number]
export type Takeaways = Answer<'/api/bookings/{id}/takeaways/'>
export type TakenAlong = NonNullable<Takeaways['mine']>

export const goalsQuery = () =>
  queryOptions({ queryKey: ['goals'], queryFn: async () => (await answer(api.GET('/api/goals/'))).items })

const of = (id: string) => ({ params: { path: { id } } })
const at = (id: string, step_id: string) => ({ params: { path: { id, step_id } } })

export const addGoal = (title: string): Promise<Goal> => answer(api.POST('/api/goals/', { body: { title } }))
export const changeGoal = (id: string, body: Body<'/api/goals/{id}/', 'put'>): Promise<Goal> =>
  answer(api.PUT('/api/goals/{id}/', { ...of(id), body }))
export const removeGoal = (id: string): Promise<unknown> => answer(api.DELETE('/api/goals/{id}/', of(id)))
export const restoreGoal = (id: string): Promise<Goal> => answer(api.POST('/api/goals/{id}/restore/', of(id)))

export const addStep = (id: string, body: Body<'/api/goals/{id}/steps/', 'post'>): Promise<Goal> =>
  answer(api.POST('/api/goals/{id}/steps/', { ...of(id), body }))
export const changeStep = (
  id: string,
  step: string,
  body: Body<'/api/goals/{id}/steps/{step_id}/', 'put'>,
): Promise<Goal> => answer(api.PUT('/api/goals/{id}/steps/{step_id}/', { ...at(id, step), body }))
export const removeStep = (id: string, step: string): Promise<Goal> =>
  answer(api.DELETE('/api/goals/{id}/steps/{step_id}/', at(id, step)))

export const sharedGoalsQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['goals', 'shared', bookingId],
    queryFn: () => answer(api.GET('/api/bookings/{id}/goals/', of(bookingId))),
  })
export const shareGoals = (bookingId: string, goal_ids: string[]) =>
  answer(api.PUT('/api/bookings/{id}/goals/', { ...of(bookingId), body: { goal_ids } }))
export const proposeStep = (bookingId: string, goal_id: string, title: string): Promise<SharedGoal> =>
  answer(
    api.POST('/api/bookings/{id}/goals/{goal_id}/steps/', {
      params: { path: { id: bookingId, goal_id } },
      body: { title },
    }),
  )

export const takeawaysQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ['takeaways', bookingId],
    queryFn: () => answer(api.GET('/api/bookings/{id}/takeaways/', of(bookingId))),
  })
export const keepTakeaways = (bookingId: string, body: Body<'/api/bookings/{id}/takeaways/', 'put'>) =>
  answer(api.PUT('/api/bookings/{id}/takeaways/', { ...of(bookingId), body }))
