import { createSignal } from 'solid-js'
import { m } from '../paraglide/messages.js'
import {
  getLocale,
  getTextDirection,
  isLocale,
  locales,
  overwriteGetLocale,
  setLocale as storeLocale,
  type Locale,
} from '../paraglide/runtime.js'

export { m, type Locale }

const [locale, setLocale] = createSignal<Locale>(getLocale())
overwriteGetLocale(() => locale())

/** Which language the messages are in; a signal, so a switch needs no reload. */
export { locale }

/** Locales that this build holds words for. */
export const offered: readonly Locale[] = import.meta.env.MODE === 'production' ? ['en'] : locales

export function chooseLocale(wanted: string): void {
  if (!isLocale(wanted)) return
  void storeLocale(wanted, { reload: false })
  setLocale(wanted)
  announceLocale()
}

export function announceLocale(): void {
  document.documentElement.lang = locale()
  document.documentElement.dir = getTextDirection(locale())
}

/** For numbers, money and dates: the reader's own regional form of the language where the browser names one. */
export function regionalLocale(): string {
  const language = locale().split('-')[0]!
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? locale()
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(regionalLocale(), { type: 'language' }).of(code) ?? code
}

/** A name inside a sentence: whatever its direction, the words around it stay in place. In markup use `<bdi>`. */
export const isolate = (name: string): string => `\u2068${name}\u2069`
