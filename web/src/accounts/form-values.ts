/** What an emptied field means: the value is cleared. */
export function textOrNull(form: FormData, name: string): string | null {
  const value = String(form.get(name) ?? '').trim()
  return value === '' ? null : value
}

export function numberOrNull(form: FormData, name: string): number | null {
  const value = textOrNull(form, name)
  return value === null ? null : Number(value)
}

/** "Figma, type,  Figma" → ["Figma", "type"] */
export function listOf(form: FormData, name: string): string[] {
  const words = (textOrNull(form, name) ?? '').split(',').map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
