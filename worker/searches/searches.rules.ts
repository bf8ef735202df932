import type * as z from 'zod'

/** Of a list, not of a search. */
const PAGING = ['cursor', 'limit']

/**
 * The search that an address holds, with its words in one order; undefined where the directory would not take it.
 * `shape` is the directory's own schema of its query.
 */
export function normalSearch(query: string, shape: z.ZodType): string | undefined {
  const params = new URLSearchParams(query)
  for (const name of PAGING) params.delete(name)
  const wish: Record<string, string | string[]> = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name)
    wish[name] = values.length === 1 ? values[0]! : values
  }
  if (!shape.safeParse(wish).success) return undefined
  params.sort()
  return params.toString()
}
