import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createShortcuts, toNeighbour } from './shortcuts'
import { ShortcutsDialog } from './ShortcutsDialog'

afterEach(cleanup)

const acts = () => ({
  '/': vi.fn(),
  '?': vi.fn(),
  Escape: vi.fn(),
  'Control+Shift+F': vi.fn(),
  'Alt+ArrowUp': vi.fn(),
})
function page() {
  const all = acts()
  render(() => {
    createShortcuts(all)
    return (
      <>
        <button type="button">here</button>
        <textarea aria-label="words" />
        <div role="dialog">
          <button type="button">above</button>
        </div>
      </>
    )
  })
  const press = (where: string, key: string, held: KeyboardEventInit = {}) =>
    fireEvent.keyDown(where === 'words' ? screen.getByLabelText('words') : screen.getByText(where), { key, ...held })
  return { all, press }
}

describe('keys of a conversation', () => {
  it('act from anywhere on the page, Command as Control', () => {
    const { all, press } = page()
    press('here', '/')
    press('here', '?', { shiftKey: true })
    press('here', 'F', { metaKey: true, shiftKey: true })
    press('here', 'f', { ctrlKey: true, shiftKey: true })
    press('here', 'ArrowUp', { altKey: true })
    expect(Object.values(all).map((act) => act.mock.calls.length)).toEqual([1, 1, 0, 2, 1])
  })

  it('leave what one types alone', () => {
    const { all, press } = page()
    press('words', '/')
    press('words', '?', { shiftKey: true })
    expect(all['/']).not.toHaveBeenCalled()
    press('words', 'ArrowUp', { altKey: true })
    expect(all['Alt+ArrowUp']).toHaveBeenCalledTimes(1)
    fireEvent.input(screen.getByLabelText('words'), { target: { value: 'hello' } })
    press('words', 'ArrowUp', { altKey: true })
    expect(all['Alt+ArrowUp']).toHaveBeenCalledTimes(1)
    press('words', 'f', { ctrlKey: true, shiftKey: true })
    press('words', 'Escape')
    expect([all['Control+Shift+F'], all.Escape].map((act) => act.mock.calls.length)).toEqual([1, 1])
  })

  it('belong to a dialog while there is one, and to whoever took them first', () => {
    const { all, press } = page()
    press('above', 'Escape')
    screen.getByText('here').addEventListener('keydown', (event) => event.preventDefault())
    press('here', '/')
    expect([all.Escape, all['/']].map((act) => act.mock.calls.length)).toEqual([0, 0])
  })
})

it('a neighbour is the next one of the list as it is shown', () => {
  const gone: string[] = []
  const go = (event: MouseEvent) => {
    event.preventDefault()
    gone.push((event.currentTarget as HTMLAnchorElement).textContent ?? '')
  }
  render(() => (
    <section class="chat__list">
      <a href="/messages/1" onClick={go}>
        one
      </a>
      <a href="/messages/2" aria-current="true" onClick={go}>
        two
      </a>
      <a href="/messages/3" onClick={go}>
        three
      </a>
    </section>
  ))
  toNeighbour(-1)
  toNeighbour(1)
  expect(gone).toEqual(['one', 'three'])
})

it('every key is listed with what it does', () => {
  render(() => <ShortcutsDialog open onClose={() => undefined} />)
  const rows = screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(rows).toContainEqual(['Search in this conversation', '/'])
  expect(rows).toContainEqual(['Edit your last message, from an empty field', '↑'])
  expect(rows).toHaveLength(10)
})
