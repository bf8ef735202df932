import createClient from 'openapi-fetch'
import type { paths } from './contract.generated'
import { learnServerTime } from './clock'
import { Problem, problemFrom } from './problem'

export const api = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
  fetch: (request) => globalThis.fetch(request),
})

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** The answer of a call, or a `Problem` thrown. `await answer(api.GET('/api/mentors/', { params: … }))` */
export async function answer<T>(call: Call<T>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Problem('unreachable', 0)
  })
  learnServerTime(response.headers.get('X-Server-Now'))
  if (!response.ok) throw problemFrom(response.status, error)
  return data as T
}

type Operation<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  responses: infer Responses
}
  ? Responses
  : never
type JsonOf<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never

/** The JSON of a successful answer: `Answer<'/api/mentors/'>['items'][number]`. */
export type Answer<Path extends keyof paths, Method extends keyof paths[Path] = 'get' & keyof paths[Path]> = {
  [Status in keyof Operation<Path, Method>]: Status extends 200 | 201 | 202
    ? JsonOf<Operation<Path, Method>[Status]>
    : never
}[keyof Operation<Path, Method>]

/** The JSON body that a call takes. */
export type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody?: { content: { 'application/json': infer Json } }
}
  ? Json
  : never
