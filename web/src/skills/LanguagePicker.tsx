import { createMemo, createSignal } from 'solid-js'
import { LANGUAGES } from '../lib/languages'
import { languageName, m } from '../lib/messages'
import { Picker } from './Picker'
import type { Option } from './picking'
import { fold } from './words'

const MOST_LANGUAGES = 20
const MOST_SHOWN = 8

/** How its own speakers call it. */
const autonymOf = (code: string): string => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code

function optionOf(code: string): Option {
  const [label, autonym] = [languageName(code), autonymOf(code)]
  return { value: code, label, detail: fold(label) === fold(autonym) ? undefined : autonym }
}

const answers = ({ label, detail = '', value }: Option, words: string): boolean =>
  value === words || [label, detail].some((name) => fold(name).startsWith(fold(words)))

/** Languages by code, found by their name in the reader's language or in their own. */
export function LanguagePicker(props: {
  label: string
  hint?: string
  error?: string | undefined
  step?: string
  value: string[]
  onChange: (value: string[]) => void
}) {
  const [words, setWords] = createSignal('')
  const all = createMemo(() => LANGUAGES.map(optionOf))
  const typed = () => words().trim().toLowerCase()
  const options = () => {
    const left = all().filter(({ value }) => !props.value.includes(value))
    return left.filter((one) => typed() === '' || answers(one, typed())).slice(0, MOST_SHOWN)
  }
  return (
    <Picker
      label={props.label}
      hint={props.hint}
      error={props.error}
      step={props.step}
      placeholder={m.languages_placeholder()}
      value={props.value}
      labelOf={languageName}
      options={options()}
      isChosen={all().some((one) => props.value.includes(one.value) && answers(one, typed()))}
      most={MOST_LANGUAGES}
      onType={setWords}
      onChange={(value) => props.onChange(value)}
    />
  )
}
