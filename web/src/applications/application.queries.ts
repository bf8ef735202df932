import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Application = Answer<'/api/mentor/application/'>
export type ApplicationChange = Body<'/api/mentor/application/', 'put'>
export type Missing = Application['missing'][number]
export type Check = Application['checks'][number]

const isWaiting = (application: Application | undefined): boolean =>
  application?.link_proofs.some(({ state }) => state === 'waiting') ?? false

/** The key starts with what the inbox refreshes when there is news about the mentor. */
export const applicationQuery = () =>
  queryOptions({
    queryKey: ['mentor', 'application'],
    queryFn: () => answer(api.GET('/api/mentor/application/')),
    // A page that is being read answers within seconds.
    refetchInterval: (query) => (isWaiting(query.state.data) ? 2000 : false),
  })

export const changeApplication = (body: ApplicationChange) => answer(api.PUT('/api/mentor/application/', { body }))
export const submitApplication = () => answer(api.POST('/api/mentor/application/submit/'))
export const withdrawApplication = () => answer(api.POST('/api/mentor/application/withdraw/'))

export const askCompanyEmail = (email: string) =>
  answer(api.POST('/api/mentor/application/company-email/', { body: { email } }))
export const confirmCompanyEmail = (token: string) =>
  answer(api.POST('/api/mentor/application/company-email/confirm/', { body: { token } }))
export const readProfileLink = (url: string) =>
  answer(api.POST('/api/mentor/application/profile-link/', { body: { url } }))
