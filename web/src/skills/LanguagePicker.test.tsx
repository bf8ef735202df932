import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LanguagePicker } from './LanguagePicker'

let chosen: string[]

function open(start: string[] = []): void {
  cleanup()
  chosen = start
  render(() => {
    const [value, setValue] = createSignal(start)
    const change = (next: string[]) => setValue((chosen = next))
    return <LanguagePicker label="Languages" value={value()} onChange={change} />
  })
}
beforeEach(() => open())
afterEach(cleanup)

const field = () => screen.getByRole('combobox', { name: 'Languages' })
const options = () => screen.queryAllByRole('option').map((one) => one.textContent)
const type = (text: string) => fireEvent.input(field(), { target: { value: text } })

it.each([
  ['germ', 'de', 'German'],
  ['deutsch', 'de', 'German'],
  ['हिन्', 'hi', 'Hindi'],
  ['espanol', 'es', 'Spanish'],
])('finds a language by %s and keeps its code', (words, code, name) => {
  type(words)
  expect(options()[0]).toContain(name)
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).toEqual([code])
  expect(screen.getByRole('button', { name: `Remove ${name}` })).toBeTruthy()
})

it('says so where there is no such language, and takes nothing', () => {
  type('klingonese')
  expect(screen.getByText('Nothing like it in our list.')).toBeTruthy()
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).toEqual([])
})

it('takes no more than twenty', () => {
  open('en hi bn te mr ta ur gu kn ml pa or as ne si es pt fr de it'.split(' '))
  type('dutch')
  expect(options()).toEqual([])
  expect(screen.getByPlaceholderText('20 are the most')).toBeTruthy()
})
