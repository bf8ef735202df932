import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer, type Body } from '../lib/api'

export type Pending = Answer<'/api/auth/google/pending/'>

/** Whether Google answers here at all: a copy without a client of its own does not offer it. */
export const waysQuery = () =>
  queryOptions({
    queryKey: ['sign-in-ways'],
    queryFn: () => answer(api.GET('/api/auth/ways/')),
    staleTime: Infinity,
  })

/** Who came from Google a moment ago and has one page more before them. */
export const pendingQuery = () =>
  queryOptions({
    queryKey: ['google-pending'],
    queryFn: () => answer(api.GET('/api/auth/google/pending/')),
    retry: false,
    staleTime: 0,
  })

export const registerWithGoogle = (body: Body<'/api/auth/google/register/', 'post'>) =>
  answer(api.POST('/api/auth/google/register/', { body }))
export const linkGoogle = (password: string) => answer(api.POST('/api/auth/google/link/', { body: { password } }))
export const mailGoogleLink = () => answer(api.POST('/api/auth/google/link/mail/'))
export const confirmGoogleLink = (token: string) =>
  answer(api.POST('/api/auth/google/link/confirm/', { body: { token } }))
export const connectGoogle = (body: Body<'/api/account/google/', 'post'>) =>
  answer(api.POST('/api/account/google/', { body }))
export const disconnectGoogle = () => answer(api.DELETE('/api/account/google/'))

/** A document load: the answer leads to Google. */
export function startPath(wish: { next?: string | undefined; as?: 'student' | 'mentor' | undefined }): string {
  const query = new URLSearchParams(Object.entries(wish).filter(([, value]) => value) as [string, string][])
  return `/api/auth/google/${query.size ? `?${query}` : ''}`
}
