import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, it } from 'vitest'
import { digitsOf } from './code'
import { CodeField } from './CodeField'

afterEach(cleanup)

function type() {
  const sent: string[] = []
  const [error, setError] = createSignal<string>()
  render(() => (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        sent.push(String(new FormData(event.currentTarget).get('code')))
      }}
    >
      <CodeField label="Code" error={error()} />
    </form>
  ))
  const field = screen.getByLabelText<HTMLInputElement>('Code')
  const enter = (text: string) => fireEvent.input(field, { target: { value: text } })
  return { sent, field, enter, setError }
}

it.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['Your code: 123-456.', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['१२३४५६', '123456'],
  ['１２３４５６', '123456'],
  ['1234567', '123456'],
  ['no digits', ''],
])('reads %j as %j', (typed, digits) => expect(digitsOf(typed)).toBe(digits))

it('sends itself with the sixth digit, and not before', () => {
  const { sent, enter } = type()
  enter('12345')
  expect(sent).toEqual([])
  enter('123456')
  expect(sent).toEqual(['123456'])
})

it('takes a paste with words and spaces around the digits', () => {
  const { sent, field, enter } = type()
  enter('654 321 is your AspireX code')
  expect(field.value).toBe('654321')
  expect(sent).toEqual(['654321'])
})

it('does not send the same code twice by itself, but sends one that was mended', () => {
  const { sent, enter } = type()
  enter('111111')
  enter('111111 ')
  enter('11111')
  enter('111112')
  expect(sent).toEqual(['111111', '111112'])
})

it('keeps a wrong code, says why beside it and marks it to be typed over', () => {
  const { field, enter, setError } = type()
  enter('111111')
  field.setSelectionRange(6, 6)
  setError('This is not the code.')
  expect(field.value).toBe('111111')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toContain('not the code')
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6])
})

it('is one field that a phone can fill from the mail', () => {
  const { field } = type()
  expect(field.autocomplete).toBe('one-time-code')
  expect(field.inputMode).toBe('numeric')
})
