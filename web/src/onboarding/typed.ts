import { createSignal, type Accessor } from 'solid-js'

/** What was typed on a step and is not saved yet, as it was typed. */
export type Typed = { goal?: string; skills?: string[]; time_zone?: string; amount?: string; currency?: string }

function stored(key: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Typed
  } catch {
    return {}
  }
}

/** Survives going back and forth between the steps, a skipped step and a reload. */
export function createTyped(accountId: string) {
  const key = `aspirex.welcome.${accountId}`
  const [typed, setTyped] = createSignal(stored(key))
  const keep = (next: Typed) => sessionStorage.setItem(key, JSON.stringify(setTyped(next)))
  return {
    typed: typed as Accessor<Typed>,
    type: (part: Typed) => keep({ ...typed(), ...part }),
    /** What is saved now, unless it was changed while it was on its way. */
    forget: (saved: Typed) =>
      keep(
        Object.fromEntries(
          Object.entries(typed()).filter(([name, value]) => !(name in saved) || saved[name as keyof Typed] !== value),
        ),
      ),
  }
}
