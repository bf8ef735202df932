import { render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import { TextField } from './Field'

it('a field tells what is wrong to those who do not see it, as soon as it is wrong', () => {
  const [error, setError] = createSignal<string>()
  render(() => <TextField label="E-mail" hint="We never show it." error={error()} />)
  const input = screen.getByLabelText('E-mail')
  const described = () =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ')

  expect(input.getAttribute('aria-invalid')).toBeNull()
  expect(described()).toBe('We never show it.')

  setError('This is not an e-mail address')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(described()).toBe('This is not an e-mail address We never show it.')
})
