import { Problem } from '../lib/problem'

/** What an emptied field means: the value is cleared. */
export function textOrNull(form: FormData, name: string): string | null {
  const value = String(form.get(name) ?? '').trim()
  return value === '' ? null : value
}

export function numberOrNull(form: FormData, name: string): number | null {
  const value = textOrNull(form, name)
  return value === null ? null : Number(value)
}

/** "github.com/ila" is meant as "https://github.com/ila"; what names another scheme is left for the server to refuse. */
export function linkOrNull(form: FormData, name: string): string | null {
  const value = textOrNull(form, name)
  return value === null || /^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`
}

/** The server's word on a list or on one of its members. */
export function listError(error: unknown, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const [words] =
    Object.entries(error.fields).find(([name]) => name === field || name.startsWith(`/${field}/`))?.[1] ?? []
  return words
}
