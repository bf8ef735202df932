import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Guardian = Answer<'/api/guardian/'>
export type ConsentPage = Answer<'/api/guardian/consents/read/', 'post'>

export const guardianQuery = () =>
  queryOptions({ queryKey: ['guardian'], queryFn: () => answer(api.GET('/api/guardian/')) })

export const nameGuardian = (email: string): Promise<Guardian> => answer(api.PUT('/api/guardian/', { body: { email } }))
export const askGuardian = (mentor_id: string): Promise<Guardian> =>
  answer(api.POST('/api/guardian/consents/', { body: { mentor_id } }))

export const consentQuery = (token: string) =>
  queryOptions({
    queryKey: ['consent', token],
    queryFn: () => answer(api.POST('/api/guardian/consents/read/', { body: { token } })),
    refetchOnWindowFocus: false,
  })
export const decideConsent = (body: Body<'/api/guardian/consents/decide/', 'post'>): Promise<ConsentPage> =>
  answer(api.POST('/api/guardian/consents/decide/', { body }))
