import { fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { beforeEach, expect, it } from 'vitest'
import { network, visit, type Call } from '../test/world'
import { SkillPicker } from './SkillPicker'
import type { FoundSkill } from './skills.queries'

const skill = (name: string, matched: string | null = null): FoundSkill => ({
  id: name.toLowerCase(),
  name,
  parent: 'Programming languages',
  matched,
})
const ANSWERS: Record<string, FoundSkill[]> = {
  '': [skill('Python'), skill('Go')],
  g: [skill('Go'), skill('Git')],
  go: [skill('Go'), skill('Golf')],
  golang: [skill('Go', 'Golang')],
}
let calls: Call[]
let proposed: { status?: number; body: unknown }
let chosen: string[]

/** A form with the picker in it and these skills in the picker. */
function open(start: string[] = []): void {
  chosen = start
  const Form = () => {
    const [value, setValue] = createSignal(start)
    const change = (next: string[]) => setValue((chosen = next))
    return (
      <form onSubmit={(event) => event.preventDefault()}>
        <SkillPicker label="What you teach" value={value()} onChange={change} />
      </form>
    )
  }
  visit({ address: '/', path: '/', component: Form })
}

beforeEach(() => {
  proposed = { status: 201, body: { id: 'p1', name: 'Falconry', state: 'proposed' } }
  calls = network({ 'POST /api/skills/proposals/': () => proposed })
  const answered = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.origin)
    if (url.pathname !== '/api/skills/') return answered(input, init)
    const items = ANSWERS[url.searchParams.get('q') ?? ''] ?? []
    return new Response(JSON.stringify({ items, next_cursor: null }), {
      headers: { 'Content-Type': 'application/json' },
    })
  }
  open()
})

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'What you teach' })
const press = (key: string) => fireEvent.keyDown(field(), { key })
const type = (text: string) => fireEvent.input(field(), { target: { value: text } })
const options = () => screen.queryAllByRole('option').map((one) => one.textContent)
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent

it('walks the list with the arrows, chooses with Enter and says so', async () => {
  expect(field().hasAttribute('aria-activedescendant')).toBe(false)
  type('go')
  await expect.poll(options).toEqual(['GoProgramming languages', 'GolfProgramming languages'])
  expect(field().getAttribute('aria-expanded')).toBe('true')
  expect(active()).toContain('Go')
  press('ArrowDown')
  expect(active()).toContain('Golf')
  press('ArrowDown')
  press('ArrowUp')
  press('Enter')
  expect(chosen).toEqual(['Golf'])
  expect(field().value).toBe('')
  expect(screen.getByText('Golf added')).toBeTruthy()
  expect(field().getAttribute('aria-expanded')).toBe('false')
})

it('finds a skill by another name and shows by which', async () => {
  type('golang')
  await expect.poll(options).toEqual(['Goalso called \u2068Golang\u2069'])
  press('Enter')
  expect(chosen).toEqual(['Go'])
})

it('waits for the answer where Enter comes before it, and never takes what was asked before', async () => {
  press('ArrowDown')
  await expect.poll(options).toHaveLength(2)
  type('golang')
  press('Enter')
  expect(chosen).toEqual([])
  await expect.poll(() => chosen).toEqual(['Go'])
})

it('loses nothing where one types on after Enter, before the answer', async () => {
  type('')
  await expect.poll(options).toHaveLength(2)
  type('pyth')
  press('Enter')
  type('pythFalconry')
  expect(field().value).toBe('Falconry')
  expect(chosen).toEqual(['Python'])
  press('Enter')
  type('golang')
  expect(chosen).toEqual(['Python', 'Falconry'])
})

it('takes the last one away with Backspace, and any one with its own button', async () => {
  open(['Go', 'Git', 'Chess'])
  press('Backspace')
  expect(chosen).toEqual(['Go', 'Git'])
  fireEvent.click(screen.getByRole('button', { name: 'Remove Go' }))
  expect(chosen).toEqual(['Git'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Git' }))
  expect(screen.getByText('Go removed')).toBeTruthy()
})

it('closes with Escape, keeps what was typed and does not let it be lost', async () => {
  type('go')
  await expect.poll(options).toHaveLength(2)
  press('Escape')
  expect(options()).toEqual([])
  expect(field().value).toBe('go')
  expect(field().validationMessage).toMatch(/Choose it from the list/)
  press('Enter')
  await expect.poll(() => chosen).toEqual(['Go'])
  expect(field().validationMessage).toBe('')
})

it('does not offer what is chosen already', async () => {
  open(['Go'])
  type('g')
  await expect.poll(options).toEqual(['GitProgramming languages'])
  type('golang')
  expect(await screen.findByText('This is chosen already.')).toBeTruthy()
})

it('adds a word that nobody knows as it is typed and proposes it, once', async () => {
  type('Falconry')
  await expect.poll(options).toEqual(['Add “\u2068Falconry\u2069” and propose it for our list'])
  press(',')
  expect(chosen).toEqual(['Falconry'])
  expect(await screen.findByText(/once it is in our list/)).toBeTruthy()
  expect(calls.filter(({ route }) => route === 'POST /api/skills/proposals/').map(({ body }) => body)).toEqual([
    { name: 'Falconry' },
  ])
})

it('keeps the word where it could not be proposed, and says why', async () => {
  proposed = { status: 429, body: { code: 'too_many_requests', status: 429 } }
  type('Falconry')
  await expect.poll(options).toHaveLength(1)
  press('Enter')
  expect(await screen.findByText(/could not be proposed/)).toBeTruthy()
  expect(chosen).toEqual(['Falconry'])
})
