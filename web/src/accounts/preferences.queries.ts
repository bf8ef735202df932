import { queryOptions, useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { answer, api, type Answer, type Body } from '../lib/api'
import { useQuery } from '../lib/query'

export type Preferences = Answer<'/api/account/preferences/'>
export type PreferencesChange = Body<'/api/account/preferences/', 'put'>

export const preferencesQuery = () =>
  queryOptions({
    queryKey: ['preferences'],
    queryFn: () => answer(api.GET('/api/account/preferences/')),
    staleTime: 10 * 60_000,
  })

const pick = <T extends object>(whole: T, like: object): Partial<T> =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key in like)) as Partial<T>

/** What another state says about that which a change names. */
const namedIn = (state: Preferences, change: PreferencesChange): Partial<Preferences> => ({
  ...pick(state, change),
  ...(change.mail && { mail: pick(state.mail, change.mail) as Preferences['mail'] }),
})

const merged = (state: Preferences | undefined, part: Partial<Preferences>): Preferences | undefined =>
  state && { ...state, ...part, mail: { ...state.mail, ...part.mail } }

/** A choice holds at once, and is taken back where the server does not agree; others made meanwhile stay. */
export function usePreferences() {
  const client = useQueryClient()
  const query = useQuery(preferencesQuery)
  const key = preferencesQuery().queryKey
  const [error, setError] = createSignal<unknown>()
  const hold = (part: Partial<Preferences>) => client.setQueryData(key, (state) => merged(state, part))

  async function change(part: PreferencesChange): Promise<void> {
    const before = client.getQueryData(key)
    hold(part as Partial<Preferences>)
    setError(undefined)
    try {
      hold(namedIn(await answer(api.PUT('/api/account/preferences/', { body: part })), part))
    } catch (failure) {
      if (before) hold(namedIn(before, part))
      setError(failure)
    }
  }

  return { query, change, error }
}
