import { queryOptions } from '@tanstack/solid-query'
import { answer, api, type Answer } from '../lib/api'

export type MailPreferences = Answer<'/api/mail/preferences/'>

export const mailPreferencesQuery = (token: string) =>
  queryOptions({
    queryKey: ['mail-preferences', token],
    queryFn: () => answer(api.GET('/api/mail/preferences/', { params: { query: { token } } })),
    refetchOnWindowFocus: false,
  })
export const changeMail = (token: string, mail: Record<string, boolean>): Promise<MailPreferences> =>
  answer(api.PUT('/api/mail/preferences/', { body: { token, mail } }))
