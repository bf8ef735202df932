import { createEffect, on } from 'solid-js'
import { chooseDensity } from '../lib/density'
import { chooseLocale, offered } from '../lib/messages'
import { chooseTheme, type Theme } from '../lib/theme'
import { usePreferences } from './preferences.queries'

/** How the product looks: on this device at once, and on every other one from the next visit. */
export function useAppearance() {
  const preferences = usePreferences()
  return {
    preferences,
    chooseTheme(theme: Theme) {
      chooseTheme(theme)
      void preferences.change({ theme })
    },
    chooseLocale(locale: string) {
      chooseLocale(locale)
      void preferences.change({ locale })
    },
    chooseDensity(density: 'comfortable' | 'compact') {
      chooseDensity(density)
      void preferences.change({ density })
    },
  }
}

/** Brings a device to what the person chose elsewhere. */
export function followAppearance(): void {
  const { query } = usePreferences()
  createEffect(
    on(
      () => query.data,
      (chosen) => {
        if (!chosen) return
        chooseTheme(chosen.theme)
        chooseDensity(chosen.density)
        if (chosen.locale && offered.some((one) => one === chosen.locale)) chooseLocale(chosen.locale)
      },
    ),
  )
}
