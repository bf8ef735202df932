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
  ...(change.in_app && { in_app: pick(state.in_app, change.in_app) as Preferences['in_app'] }),
})

const merged = (state: Preferences | undefined, part: Partial<Preferences>): Preferences | undefined =>
  state && {
    ...state,
    ...part,
    mail: { ...state.mail, ...part.mail },
    in_app: { ...state.in_app, ...part.in_app },
  }

const save = (part: PreferencesChange) => answer(api.PUT('/api/account/preferences/', { body: part }))

/** For a form: what was typed stays there when it cannot be saved. */
export function useSaving() {
  const client = useQueryClient()
  return async (part: PreferencesChange): Promise<void> => {
    const saved = await save(part)
    client.setQueryData(preferencesQuery().queryKey, (state) => merged(state, namedIn(saved, part)))
  }
}

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
      hold(namedIn(await save(part), part))
    } catch (failure) {
      if (before) hold(namedIn(before, part))
      setError(failure)
    }
  }

  return { query, change, error }
}
