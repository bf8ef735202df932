import { createSignal } from 'solid-js'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'aspirex.theme'

function stored(): Theme {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

const [theme, setTheme] = createSignal<Theme>(stored())
export { theme }

/** `public/theme.js` applies the same key before the first paint. */
export function chooseTheme(wanted: Theme): void {
  setTheme(wanted)
  if (wanted === 'system') {
    localStorage.removeItem(KEY)
    delete document.documentElement.dataset.theme
  } else {
    localStorage.setItem(KEY, wanted)
    document.documentElement.dataset.theme = wanted
  }
}
