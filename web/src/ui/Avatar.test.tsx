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
    expect(screen.getByRole('img').dataset.initials).toBe('AI')
  })

  it('lets the browser choose among the widths of an own picture', () => {
    const own = `/api/files/pictures/${'a'.repeat(64)}/512`
    render(() => <Avatar name="Ananya Iyer" picture={own} alt="own" size="sm" />)
    const picture = screen.getByRole('img', { name: 'own' })
    expect(picture.getAttribute('srcset')).toBe(
      [96, 256, 512].map((width) => `${own.replace('512', String(width))} ${width}w`).join(', '),
    )
    expect(picture.getAttribute('sizes')).toBe('32px')
    render(() => <Avatar name="Mira" picture="/avatars/mira.webp" alt="other" />)
    expect(screen.getByRole('img', { name: 'other' }).getAttribute('srcset')).toBeNull()
  })
})
