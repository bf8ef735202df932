import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Week } from './hours'
import { WeekGrid } from './WeekGrid'

afterEach(cleanup)

function open(start: Week = []) {
  const [week, setWeek] = createSignal(start)
  const copied: number[] = []
  render(() => <WeekGrid week={week()} onChange={setWeek} onCopy={(day) => copied.push(day)} />)
  return { week, copied }
}
const cell = (name: string) => screen.getByLabelText(name)
const press = (key: string, times = 1) => {
  for (let i = 0; i < times; i++) fireEvent.keyDown(document.activeElement!, { key })
}
const monday = (start: string, end: string) => ({ weekday: 1, start, end })

describe('the sheet of a week', () => {
  it('opens half an hour with Space, and closes it again', () => {
    const { week } = open()
    cell('Monday 09:00').focus()
    press(' ')
    expect(week()).toEqual([monday('09:00', '09:30')])
    expect(cell('Monday 09:00').getAttribute('aria-selected')).toBe('true')
    press(' ')
    expect(week()).toEqual([])
  })

  it('draws from Enter to Enter with the arrows, over days as well', () => {
    const { week } = open()
    cell('Monday 09:00').focus()
    press('Enter')
    press('ArrowDown', 3)
    press('ArrowRight')
    expect(week()).toEqual([])
    expect(cell('Tuesday 10:30').getAttribute('aria-selected')).toBe('true')
    press('Enter')
    expect(week()).toEqual([monday('09:00', '11:00'), { weekday: 2, start: '09:00', end: '11:00' }])
  })

  it('lets a range go with Escape', () => {
    const { week } = open([monday('09:00', '17:00')])
    cell('Monday 10:00').focus()
    press('Enter')
    press('ArrowDown')
    expect(cell('Monday 10:30').getAttribute('aria-selected')).toBe('false')
    press('Escape')
    expect(cell('Monday 10:30').getAttribute('aria-selected')).toBe('true')
    expect(week()).toEqual([monday('09:00', '17:00')])
  })

  it('has one stop for the Tab key and stays within the week', () => {
    open()
    cell('Monday 08:00').focus()
    press('ArrowUp')
    press('ArrowLeft')
    expect(document.activeElement).toBe(cell('Monday 08:00'))
    expect([...document.querySelectorAll('td[tabindex="0"]')]).toEqual([cell('Monday 08:00')])
  })

  it('is drawn by hand: from where the pointer goes down to where it comes up', () => {
    const { week } = open([monday('12:00', '13:00')])
    fireEvent.pointerDown(cell('Monday 10:00'), { pointerType: 'mouse', button: 0 })
    fireEvent.pointerOver(cell('Monday 11:30'), { pointerType: 'mouse', buttons: 1 })
    fireEvent.pointerUp(cell('Monday 11:30'), { pointerType: 'mouse' })
    expect(week()).toEqual([monday('10:00', '13:00')])
    fireEvent.pointerDown(cell('Monday 12:30'), { pointerType: 'mouse', button: 0 })
    fireEvent.pointerUp(cell('Monday 12:30'), { pointerType: 'mouse' })
    expect(week()).toEqual([monday('10:00', '12:30')])
  })

  it('shows what is open for a part of a half hour without calling it open', () => {
    open([monday('09:15', '10:00')])
    expect(cell('Monday 09:00').getAttribute('aria-selected')).toBe('false')
    expect(cell('Monday 09:00').hasAttribute('data-part')).toBe(true)
    expect(cell('Monday 09:30').getAttribute('aria-selected')).toBe('true')
  })

  it('reaches over the whole day when asked, and as far as the hours do', () => {
    open([monday('05:00', '06:00')])
    expect(cell('Monday 05:00')).toBeTruthy()
    expect(screen.queryByLabelText('Monday 02:00')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Show the whole day' }))
    expect(cell('Monday 02:00')).toBeTruthy()
  })

  it('offers to copy a day that has hours', () => {
    const { copied } = open([monday('09:00', '10:00')])
    fireEvent.click(screen.getByRole('button', { name: 'Copy the hours of Monday' }))
    expect(copied).toEqual([1])
    expect(screen.queryByRole('button', { name: 'Copy the hours of Tuesday' })).toBeNull()
  })
})
