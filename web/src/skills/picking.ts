import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { m } from '../lib/messages'
import { fold } from './words'

export interface Option {
  value: string
  label: string
  detail?: string | undefined
  /** The typed words themselves. */
  isOwn?: true
}

export type Picking = {
  value: string[]
  labelOf: (value: string) => string
  /** Answers to what is typed; while `busy` those of the words before. */
  options: Option[]
  busy?: boolean
  most: number
  onType: (words: string) => void
  onChange: (value: string[], added?: Option) => void
}

/** What a field for several things knows: the words typed, the list, the place in it, and what was said last. */
export function createPicking(props: Picking) {
  const [words, setWords] = createSignal('')
  const [open, setOpen] = createSignal(false)
  const [place, setPlace] = createSignal(-1)
  const [said, setSaid] = createSignal('')
  /** Enter was pressed before the answer was there. */
  const [eager, setEager] = createSignal(false)
  const isFull = () => props.value.length >= props.most
  const isTyped = () => words().trim() !== ''
  const shown = createMemo(() => (open() && !isFull() ? props.options : []))
  const active = () => (props.busy ? -1 : place())

  createEffect(on([shown, () => props.busy], () => setPlace(isTyped() ? 0 : -1)))
  createEffect(() => {
    if (eager() && !props.busy) {
      setEager(false)
      pick(shown()[0])
    }
  })

  function type(text: string): void {
    if (eager()) return settle(text)
    setWords(text)
    setOpen(true)
    props.onType(text)
  }

  /** Whoever types on after Enter does not wait: the best that was to be seen is taken, or the words as they are. */
  function settle(text: string): void {
    setEager(false)
    const [before, typed] = [words(), words().trim()]
    if (before.startsWith(text)) return type(text)
    const seen = shown().filter(({ label }) => fold(label).startsWith(fold(typed)))
    const [best] = seen.toSorted((a, b) => a.label.length - b.label.length)
    pick(best ?? { value: typed, label: typed, isOwn: true })
    type(text.startsWith(before) ? text.slice(before.length) : text)
  }

  function close(): void {
    setOpen(false)
    setEager(false)
  }

  function pick(option: Option | undefined): void {
    if (!option || isFull()) return
    props.onChange([...props.value, option.value], option)
    setSaid(m.picker_added({ name: option.isOwn ? option.value : option.label }))
    type('')
    close()
  }

  function drop(value: string): void {
    props.onChange(props.value.filter((one) => one !== value))
    setSaid(m.picker_removed({ name: props.labelOf(value) }))
  }

  function walk(step: 1 | -1): void {
    if (!open()) return type(words())
    const count = shown().length
    if (count > 0) setPlace((now) => (now < 0 && step < 0 ? count - 1 : (now + step + count) % count))
  }

  /** Takes the place in the list; the first answer where words are typed. */
  function take(): void {
    if (!isTyped()) return pick(shown()[active()])
    if (!open()) type(words())
    if (props.busy) setEager(true)
    else pick(shown()[active()])
  }

  /** True where the key was for the list and not for the page. */
  function press(key: string): boolean {
    if (key === 'ArrowDown' || key === 'ArrowUp') walk(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Enter' || key === ',') take()
    else if (key === 'Escape' && open()) close()
    else if (key === 'Backspace' && words() === '' && props.value.length > 0) drop(props.value.at(-1)!)
    else return false
    return true
  }

  const hasNothing = () => open() && isTyped() && !props.busy && !isFull() && props.options.length === 0
  return { words, open, shown, active, said, isFull, isTyped, hasNothing, type, close, pick, drop, press }
}
