import { createSignal } from 'solid-js'
import { DENSITIES, type Density } from '../../../worker/contract/preferences.constants'

export { DENSITIES, type Density }

const KEY = 'aspirex.density'

const [density, setDensity] = createSignal<Density>(localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable')
export { density }

/** `public/theme.js` applies the same key before the first paint. */
export function chooseDensity(wanted: Density): void {
  setDensity(wanted)
  if (wanted === 'compact') {
    localStorage.setItem(KEY, wanted)
    document.documentElement.dataset.density = wanted
  } else {
    localStorage.removeItem(KEY)
    delete document.documentElement.dataset.density
  }
}
