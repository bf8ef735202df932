import { fireEvent, render, screen } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { Avatar } from './Avatar'
import { initialsOf, tintOf } from './tint'

describe('an avatar', () => {
  it('keeps the tint of a person, however the name is encoded', () => {
    expect(tintOf('Tomás Ferreira')).toBe(tintOf('Toma\u0301s Ferreira'))
    const tints = new Set(['Mira', 'Asha', 'Kabir', 'Elif', 'Mai', 'Lucía', 'Haruka', 'Sana'].map(tintOf))
    expect(tints.size).toBeGreaterThan(2)
  })

  it('takes initials from names of any script and any number of words', () => {
    expect(['Ananya Iyer', 'Sukarno', 'João da Silva', 'मीरा राघवन', ''].map(initialsOf)).toEqual([
      'AI',
      'S',
      'JS',
      'मीरा',
      '',
    ])
  })

  it('falls back to initials when the picture does not load', () => {
    render(() => <Avatar name="Ananya Iyer" picture="/gone.png" alt="Ananya Iyer" />)
    fireEvent.error(screen.getByRole('img'))
    expect(screen.getByRole('img').textContent).toBe('AI')
  })
})
