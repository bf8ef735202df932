import type { Component, JSX } from 'solid-js'

type Icon = Component<JSX.SvgSVGAttributes<SVGSVGElement>>

/** A line of the palette: it leads somewhere, or does something. */
export interface Entry {
  id: string
  title: string
  detail?: string | undefined
  /** A face in place of an icon; null shows the letters of the title. */
  picture?: string | null
  icon?: Icon
  href?: string
  /** Shown only where its name is typed: there are many of its kind. */
  isDeep?: true
  act?: () => void
}

export interface Group {
  title: string
  entries: Entry[]
}

/** Whether each word typed begins a word of the title, in any script and whatever its case or accents. */
export function isNamed(title: string, words: string): boolean {
  const parts = partsOf(title)
  return partsOf(words).every((word) => parts.some((part) => part.startsWith(word)))
}

const partsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
