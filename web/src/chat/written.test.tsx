import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { now } from '../lib/clock'
import { asha } from '../test/world'
import { createAnswering } from './answering'
import { begin } from './apply'
import { Composer } from './Composer'
import { createPresence } from './presence'
import { RichText } from './RichText'

/** Everything is on the screen. */
class Seen {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe = () => this.tell([{ isIntersecting: true }])
  disconnect = () => undefined
}
beforeEach(() => vi.stubGlobal('IntersectionObserver', Seen))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a block of code', () => {
  const block = '```ts\nconst a = "<b>" // why\n```'

  it('gets its colours when it is seen, letter for letter as it was written', async () => {
    render(() => <RichText text={block} />)
    const code = screen.getByRole('group', { name: 'Code in ts' })
    expect(code.textContent).toBe('const a = "<b>" // why')
    await waitFor(() => expect(code.querySelector('[data-token="keyword"]')?.textContent).toBe('const'))
    expect(code.querySelector('[data-token="string"]')?.textContent).toBe('"<b>"')
    expect([code.textContent, code.querySelector('b')]).toEqual(['const a = "<b>" // why', null])
  })

  it('can be copied, and says so', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    render(() => <RichText text={block} />)
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    await screen.findByRole('button', { name: 'Copied' })
    expect(writeText).toHaveBeenCalledWith('const a = "<b>" // why')
  })

  it('of no language is just code', () => {
    render(() => <RichText text={'```\nls\n```'} />)
    screen.getByRole('group', { name: 'Code' })
  })
})

it('lines of somebody else stand apart from what one says to them', () => {
  render(() => <RichText text={'> the *queue*\n> or not\nIt was never needed, 2 > 1'} />)
  const quote = document.querySelector('blockquote')
  expect([quote?.textContent, quote?.querySelector('em')?.textContent]).toEqual(['the queue\nor not', 'queue'])
  screen.getByText('It was never needed, 2 > 1')
})

describe('what is written', () => {
  function open(onEditLast = vi.fn()) {
    localStorage.clear()
    const answering = createAnswering()
    const thread = { life: () => ({ state: 'live' }) as never, say: vi.fn(), typing: vi.fn() }
    render(() => (
      <Composer thread={thread} answering={answering} onEditLast={onEditLast} id="it" name="Mira" me={asha} />
    ))
    return { answering, onEditLast, field: screen.getByRole<HTMLTextAreaElement>('textbox') }
  }

  it('takes a quote below what is there already', () => {
    const { answering, field } = open()
    fireEvent.input(field, { target: { value: 'You said' } })
    answering.quote('one\ntwo')
    expect(field.value).toBe('You said\n> one\n> two\n')
    expect(document.activeElement).toBe(field)
  })

  it('an arrow up edits the last message, only from an empty field', () => {
    const { field, onEditLast } = open()
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    expect(onEditLast).toHaveBeenCalledTimes(1)
    fireEvent.input(field, { target: { value: 'words' } })
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    expect(onEditLast).toHaveBeenCalledTimes(1)
  })

  it('escape leaves an answer, and only then is nobody else’s', () => {
    const { answering, field } = open()
    answering.answer({ kind: 'reply', seq: 1, content: 'word', mine: false })
    expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(false)
    expect(answering.to()).toBeUndefined()
    expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(true)
  })
})

describe('whether the other one is here', () => {
  const words = (state: object, life = 'live', other = {}) => {
    const thread = {
      life: () => ({ state: life }),
      state: () => ({ ...begin('me', []), met: true, ...state }),
    } as never
    let said: string | undefined
    render(() => {
      said = createPresence(thread, 'me', () => ({ is_online: false, last_seen: null, ...other })).words()
      return null
    })
    return said
  }
  const ago = (minutes: number) => new Date(now() - minutes * 60_000).toISOString()

  it('is told by the open line, and not by one that is cut', () => {
    expect(words({ online: { me: true, you: true } })).toBe('here now')
    expect(words({ online: { me: true, you: false } })).toBeUndefined()
    expect(words({ online: { me: true, you: true } }, 'waiting')).toBeUndefined()
  })

  it('else it is said when they were last, and by the list before the line is open', () => {
    expect(words({ lastSeen: { me: null, you: ago(20) } })).toBe('last seen 20 minutes ago')
    expect(words({ met: false }, 'connecting', { is_online: true })).toBe('here now')
    expect(words({ met: false }, 'connecting', { last_seen: ago(120) })).toBe('last seen 2 hours ago')
  })

  it('who hides is never said to be anywhere', () => {
    expect(words({ lastSeen: { me: null, you: null } })).toBeUndefined()
  })
})
