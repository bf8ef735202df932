import { For, Show } from 'solid-js'
import { density, DENSITIES, type Density } from '../lib/density'
import { languageName, locale, m, offered } from '../lib/messages'
import { theme, THEMES, type Theme } from '../lib/theme'
import { ProblemNote } from '../ui/Note'
import { useAppearance } from './appearance'
import { CurrencyShown } from './CurrencyShown'
import { Section } from './Section'
import { ZoneForm } from './ZoneForm'

const THEME_NAMES: Record<Theme, () => string> = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark }
const DENSITY_NAMES: Record<Density, () => string> = {
  comfortable: m.density_comfortable,
  compact: m.density_compact,
}
export const localeName = (tag: string) => (tag === 'en-XA' ? m.language_pseudo() : languageName(tag))

export default function AppearanceSection() {
  const appearance = useAppearance()
  return (
    <Section id="appearance" title={m.settings_appearance()} words={m.settings_appearance_words()}>
      <div class="card stack stack--6">
        <ProblemNote error={appearance.preferences.error()} />
        <Choice
          label={m.theme_label()}
          all={THEMES}
          chosen={theme()}
          name={(one) => THEME_NAMES[one]()}
          choose={appearance.chooseTheme}
        />
        <Choice
          label={m.density_label()}
          words={m.density_words()}
          all={DENSITIES}
          chosen={density()}
          name={(one) => DENSITY_NAMES[one]()}
          choose={appearance.chooseDensity}
        />
        <Show when={offered.length > 1}>
          <Choice
            label={m.language_label()}
            all={offered}
            chosen={locale()}
            name={localeName}
            choose={appearance.chooseLocale}
          />
        </Show>
        <CurrencyShown preferences={appearance.preferences} />
      </div>
      <ZoneForm />
    </Section>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  words?: string
  all: readonly T[]
  chosen: T
  name: (one: T) => string
  choose: (one: T) => void
}

function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <div class="field">
      <span class="field__label">{props.label}</span>
      <div class="segment self-start" role="group" aria-label={props.label}>
        <For each={props.all}>
          {(one) => (
            <button type="button" aria-pressed={props.chosen === one} onClick={() => props.choose(one)}>
              {props.name(one)}
            </button>
          )}
        </For>
      </div>
      <Show when={props.words}>
        <p class="field__hint">{props.words}</p>
      </Show>
    </div>
  )
}
