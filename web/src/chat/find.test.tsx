import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { asha, network, visit } from '../test/world'
import { useMyPlace } from '../lib/zones'
import { FindPanel } from './FindPanel'

const SEARCH = 'GET /api/chat/messages/conversation/search/'
const hit = (seq: number, words: string) => ({
  seq,
  sender_id: seq % 2 === 0 ? asha.id : 'mentor',
  sent_at: '2026-11-20T10:00:00.000Z',
  snippet: [
    { text: 'the ', hit: false },
    { text: words, hit: true },
    { text: ' of it', hit: false },
  ],
})
const pageOf = (items: object[], next_cursor: string | null = null) => ({ body: { items, next_cursor } })

function open(pages: { jumpTo?: unknown; jumpToDay?: unknown } = {}) {
  const jumpTo = vi.fn().mockResolvedValue(undefined)
  const thread = { id: 'conversation', pages: { jumpTo, ...pages } } as never
  const Panel = () => {
    const mine = useMyPlace()
    const [isOpen, setOpen] = createSignal(true)
    return (
      <Show when={isOpen()} fallback={<p>closed</p>}>
        <FindPanel
          thread={thread}
          me={asha}
          name="Mira"
          mine={mine()}
          onClose={() => setOpen(false)}
          onFound={() => setOpen(false)}
        />
      </Show>
    )
  }
  visit({ address: '/it', path: '/it', component: Panel })
  return { jumpTo }
}
const type = (words: string) =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search in this conversation' }), {
    target: { value: words },
  })

describe('searching a conversation', () => {
  it('begins in its field, marks what was found, and leads to it', async () => {
    network({ [SEARCH]: () => pageOf([hit(8, 'queue'), hit(3, 'queue')]) })
    const { jumpTo } = open()
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    type('queue')
    const [first, second] = await screen.findAllByRole('button', { name: /^Go to this message/ })
    expect(within(first!).getByText('queue').tagName).toBe('MARK')
    expect([first, second].map((one) => one!.querySelector('bdi')?.textContent)).toEqual(['You', 'Mira'])
    expect(screen.getByRole('status').textContent).toBe('2 messages found')
    fireEvent.click(second!)
    expect(jumpTo).toHaveBeenCalledWith(3)
  })

  it('makes room for what was found where there is little of it', async () => {
    const screens = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation(
        (query) => Object.assign(new EventTarget(), { matches: query.includes('max-width') }) as MediaQueryList,
      )
    network({ [SEARCH]: () => pageOf([hit(8, 'queue')]) })
    open()
    type('queue')
    fireEvent.click(await screen.findByRole('button', { name: /^Go to this message/ }))
    expect(await screen.findByText('closed')).toBeTruthy()
    screens.mockRestore()
  })

  it('goes on to earlier ones until there are none', async () => {
    const answers = [pageOf([hit(8, 'queue')], 'more'), pageOf([hit(3, 'queue')])]
    network({ [SEARCH]: () => answers.shift()! })
    open()
    type('queue')
    fireEvent.click(await screen.findByRole('button', { name: 'Show earlier ones' }))
    await waitFor(() => expect(screen.getAllByRole('button', { name: /^Go to this message/ })).toHaveLength(2))
    expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull()
  })

  it('says that nothing was found, and what failed can be tried again', async () => {
    const answers = [
      pageOf([]),
      { status: 500, body: { code: 'unexpected', status: 500, request_id: 'r1' } },
      pageOf([hit(3, 'table')]),
    ]
    network({ [SEARCH]: () => answers.shift()! })
    open()
    type('queue')
    await screen.findByText(/Nothing here says .*queue/)
    type('table')
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByRole('button', { name: /^Go to this message/ })
  })

  it('asks nothing for an empty field', async () => {
    const calls = network({})
    open()
    type('   ')
    await new Promise((done) => setTimeout(done, 300))
    expect(calls).toEqual([])
  })

  it('says beside the results why a message could not be reached', async () => {
    network({ [SEARCH]: () => pageOf([hit(3, 'queue')]) })
    open({ jumpTo: () => Promise.reject(new Error('gone')) })
    type('queue')
    fireEvent.click(await screen.findByRole('button', { name: /^Go to this message/ }))
    await screen.findByRole('alert')
  })
})

describe('a day', () => {
  const choose = async (day: string) => {
    fireEvent.input(await screen.findByLabelText('Go to a day'), { target: { value: day } })
    fireEvent.click(screen.getByRole('button', { name: 'Go' }))
  }

  it('begins at midnight where the reader is', async () => {
    network({})
    const jumpToDay = vi.fn().mockResolvedValue(true)
    open({ jumpToDay })
    await choose('2026-11-20')
    await waitFor(() => expect(jumpToDay).toHaveBeenCalled())
    const [began, isOfDay] = jumpToDay.mock.calls[0]!
    expect(began).toBe('2026-11-19T18:30:00.000Z')
    expect(['2026-11-19T18:29:00Z', '2026-11-19T18:31:00Z', '2026-11-20T18:31:00Z'].map(isOfDay)).toEqual([
      false,
      true,
      false,
    ])
    expect(screen.queryByText(/Nothing was said/)).toBeNull()
  })

  it('on which nothing was said is said to be one', async () => {
    network({})
    open({ jumpToDay: vi.fn().mockResolvedValue(false) })
    await choose('2026-11-20')
    await screen.findByText('Nothing was said on Friday, November 20.')
  })
})

it('the panel closes by its button', async () => {
  network({})
  open()
  fireEvent.click(screen.getByRole('button', { name: 'Close the search' }))
  await screen.findByText('closed')
})
