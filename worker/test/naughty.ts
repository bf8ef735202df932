import { expect } from 'vitest'
import naughty from './corpus/naughty-strings.json'
import { answer, api, type Person } from './world'

/** The list has none of these: SQL's and JSON's own ends of a text, and names that cannot be seen. */
export const MORE = [
  'a\0b',
  '\0',
  '\u200b\u200d',
  '\u3164',
  '\u2800',
  '\u202eabc\u2066',
  'a\u2028b',
  "'); drop table accounts; --",
]
export const strings: string[] = [...naughty, ...MORE]

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
export const lengthOf = (text: string): number => [...graphemes.segment(text)].length
/** What one line keeps of a text: everything but controls and changes of direction, trimmed. */
export const lineOf = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '').trim()
const isSeen = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
export const fits = (text: string, most: number): boolean => isSeen(lineOf(text)) && lengthOf(lineOf(text)) <= most
const isLink = (text: string): boolean => /^https?:\/\//i.test(text)

export interface Form {
  who: () => Person
  method: string
  path: () => string
  rest?: object
  status?: number
  /** The longest of each field of one line that must not be empty. */
  lines: Record<string, number>
  texts: string[]
  links: string[]
}
const all = (names: string[], text: string) => Object.fromEntries(names.map((name) => [name, text]))

/** Sends one text in all fields that should take it, and in all that should not. */
export async function through({ who, method, path, rest, status = 200, lines, texts, links }: Form, text: string) {
  const submit = (body: object) => api(method, path(), { as: who(), body: { ...rest, ...body } })
  const [good, bad] = [true, false].map((good) =>
    Object.keys(lines).filter((name) => fits(text, lines[name]!) === good),
  )
  const wrong = [...bad!, ...(isLink(text) ? [] : links)]
  if (good!.length + texts.length > 0 && (!rest || bad!.length === 0)) {
    const got = await answer(submit({ ...all(good!, text), ...all(texts, text) }), status)
    expect(got).toMatchObject({ ...all(good!, lineOf(text)), ...all(texts, text) })
  }
  if (wrong.length === 0) return
  const { errors } = await answer(submit(all(wrong, text)), 422)
  expect([text, Object.keys(errors).toSorted()]).toEqual([text, wrong.toSorted()])
}

/** Many at a time, for the machine is idle while the database answers. */
export async function eachOf<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const queue = [...things]
  const worker = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await act(next)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}

/** All strings in as few texts as a field of this length takes. */
export function packed(most: number, between = '\n'): string[] {
  const packs: string[] = []
  for (const text of strings) {
    const last = packs.at(-1)
    if (last !== undefined && lengthOf(last) + lengthOf(text) < most) packs.push(`${packs.pop()}${between}${text}`)
    else packs.push(text)
  }
  return packs
}
