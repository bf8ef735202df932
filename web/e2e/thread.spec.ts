import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { call, join, logIn, mentorNamed, someone } from './world'

const bubble = (page: Page, text: string | RegExp) => page.locator('.said').filter({ hasText: text })
const field = (page: Page) => page.getByRole('textbox', { name: /^Message to/ })
const say = (context: BrowserContext, conversation_id: string, content: string) =>
  call(context.request, 'post', '/api/chat/messages/', { conversation_id, client_id: crypto.randomUUID(), content })

/** A student and Kabir, who has answered. */
async function talk(browser: Parameters<typeof someone>[0], name: string) {
  const [student, mentor] = [await someone(browser, 'Asia/Kolkata'), await someone(browser, 'Asia/Kolkata')]
  await Promise.all([join(student, name), logIn(mentor, 'kabir')])
  const kabir = await mentorNamed(student, 'Kabir')
  const { id } = await call(student.request, 'post', '/api/chat/conversations/', { with: kabir.mentor_id })
  await say(student, id, 'How do I begin with queues?')
  await say(mentor, id, 'With a line at a shop.')
  return { student, mentor, id }
}

/** Says "Line 1" and so on, in order, over a line of its own. */
async function fill(context: BrowserContext, id: string, lines: number): Promise<void> {
  const page = await context.newPage()
  await page.goto('/privacy')
  await page.evaluate(
    ([id, lines]) =>
      new Promise<void>((done) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws/conversations/${id}/`)
        let left = lines
        const content = (i: number) =>
          `Line ${i}.${i % 7 === 0 ? ' Some are longer, so that rows differ. '.repeat(3) : ''}`
        socket.addEventListener('open', () => {
          for (let i = 1; i <= lines; i++)
            socket.send(JSON.stringify({ type: 'send', client_id: `line-${i}`, content: content(i) }))
        })
        socket.addEventListener('message', ({ data }) => {
          if (JSON.parse(data).type !== 'message' || --left > 0) return
          socket.close()
          done()
        })
      }),
    [id, lines] as const,
  )
  await page.close()
}

test('what was said long ago is found by its words and shown in its place', async ({ browser }) => {
  const { student, mentor, id } = await talk(browser, 'Finding Farah')
  await fill(mentor, id, 400)
  const page = await student.newPage()
  await page.goto(`/messages/${id}`)
  await expect(bubble(page, 'Line 400.')).toBeVisible()
  await expect(bubble(page, 'With a line at a shop.')).toHaveCount(0)
  expect(await page.locator('.said').count()).toBeLessThanOrEqual(51)

  await page.getByRole('button', { name: 'Search in this conversation' }).click()
  await page.getByRole('searchbox', { name: 'Search in this conversation' }).fill('<b>nothing</b>')
  await expect(page.getByText(/^Nothing here says/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search in this conversation' }).fill('shop')
  const hit = page.getByRole('button', { name: /Go to this message/ })
  await expect(hit.locator('mark')).toHaveText('shop')
  await hit.click()
  await expect(bubble(page, 'With a line at a shop.')).toBeInViewport()
  await expect(bubble(page, 'With a line at a shop.')).toBeFocused()

  await say(mentor, id, 'And then with a stack.')
  await page.getByRole('button', { name: '1 new message' }).click()
  await expect(bubble(page, 'And then with a stack.')).toBeInViewport()
  await expect(bubble(page, 'With a line at a shop.')).toHaveCount(0)
})

type Watched = Window & { walked: number; worst: number; rows: number }

/** Sees in every picture of the page whether something that is read moved, other than by the steps of `walk`. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen = Object.assign(window as unknown as Watched, { walked: 0, worst: 0, rows: 0 })
    const thread = document.querySelector('.chat__scroll')!
    let before = new Map<Element, DOMRect>()
    function look(): void {
      const screen = thread.getBoundingClientRect()
      const isSeen = ({ top, bottom }: DOMRect) => bottom > screen.top && top < screen.bottom
      const rows = [...thread.querySelectorAll('[data-seq]')]
      const places = rows.map((row) => [row, row.getBoundingClientRect()] as const)
      for (const [row, place] of places) {
        const was = before.get(row)
        if (!was || !(isSeen(was) || isSeen(place))) continue
        seen.worst = Math.max(seen.worst, Math.abs(place.top - was.top + seen.walked))
      }
      before = new Map(places)
      seen.rows = Math.max(seen.rows, rows.length)
      seen.walked = 0
      requestAnimationFrame(look)
    }
    look()
  })

const walk = (page: Page, by: number, until: string) =>
  expect
    .poll(
      async () => {
        await page.evaluate((by) => {
          const thread = document.querySelector('.chat__scroll')!
          const before = thread.scrollTop
          thread.scrollTop += by
          ;(window as unknown as Watched).walked += thread.scrollTop - before
        }, by)
        return bubble(page, until).isVisible()
      },
      { intervals: [50], timeout: 40_000 },
    )
    .toBe(true)

test('a long conversation is walked to its beginning and back without a jump, and little of it is kept', async ({
  browser,
}) => {
  const { student, mentor, id } = await talk(browser, 'Walking Wanda')
  await fill(mentor, id, 320)
  const page = await student.newPage()
  await page.goto(`/messages/${id}`)
  await expect(bubble(page, 'Line 320.')).toBeVisible()
  await watch(page)
  await walk(page, -500, 'How do I begin with queues?')
  await expect(bubble(page, 'Line 320.')).toHaveCount(0)
  await walk(page, 500, 'Line 320.')
  const { worst, rows } = await page.evaluate(() => {
    const { worst, rows } = window as unknown as Watched
    return { worst, rows }
  })
  expect(worst).toBeLessThan(2)
  expect(rows).toBeGreaterThan(200)
  expect(rows).toBeLessThanOrEqual(250)
})

test('what is new begins at its line, however much of it there is', async ({ browser }) => {
  const { student, mentor, id } = await talk(browser, 'Returning Rosa')
  const page = await student.newPage()
  await page.goto(`/messages/${id}`)
  await expect(bubble(page, 'With a line at a shop.')).toBeVisible()
  await page.goto('/home')
  await fill(mentor, id, 120)
  await page.goto(`/messages/${id}`)
  await expect(page.locator('.dateline--unread')).toHaveCount(0)
  await page.getByRole('button', { name: '120 new messages, go to the first' }).click()
  await expect(bubble(page, 'Line 1.')).toBeFocused()
  await expect(page.locator('.dateline--unread')).toBeInViewport()
  await page.getByRole('button', { name: 'To the newest' }).click()
  await expect(bubble(page, 'Line 120.')).toBeInViewport()
  await expect(page.getByRole('button', { name: /go to the first/ })).toHaveCount(0)
})

test('a day leads to its first message, and a silent one says so', async ({ browser }) => {
  const context = await someone(browser, 'Asia/Kolkata')
  await logIn(context, 'asha')
  const mira = await mentorNamed(context, 'Mira')
  const { id } = await call(context.request, 'post', '/api/chat/conversations/', { with: mira.mentor_id })
  const { items } = await call(context.request, 'get', `/api/chat/messages/${id}/?after_seq=0&limit=1`)
  const dayOf = (at: number) => new Date(at + 5.5 * 3_600_000).toISOString().slice(0, 10)
  const said = Date.parse(items[0].sent_at)
  const page = await context.newPage()
  await page.goto(`/messages/${id}`)
  await field(page).click()
  await page.keyboard.press('Control+Shift+F')
  await page.getByLabel('Go to a day').fill(dayOf(said - 86_400_000))
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(page.getByText(/^Nothing was said on/)).toBeVisible()
  await page.getByLabel('Go to a day').fill(dayOf(said))
  await page.keyboard.press('Enter')
  await expect(bubble(page, items[0].content)).toBeFocused()
  await expect(bubble(page, items[0].content)).toBeInViewport()
})

test('everything is reached by keyboard: search, list of keys, last words, quote, neighbour', async ({ browser }) => {
  const { student, mentor, id } = await talk(browser, 'Typing Tara')
  const mira = await mentorNamed(student, 'Mira')
  const other = await call(student.request, 'post', '/api/chat/conversations/', { with: mira.mentor_id })
  await say(student, other.id, 'Hello Mira')
  const [hers, his] = [await student.newPage(), await mentor.newPage()]
  for (const page of [hers, his]) await page.goto(`/messages/${id}`)
  await expect(hers.getByText(/^here now$/)).toBeVisible()

  await bubble(hers, 'With a line at a shop.').focus()
  await hers.keyboard.press('?')
  await expect(hers.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await hers.keyboard.press('Escape')
  await expect(hers.getByRole('dialog')).toHaveCount(0)
  await bubble(hers, 'With a line at a shop.').focus()
  await hers.keyboard.press('/')
  await expect(hers.getByRole('searchbox', { name: 'Search in this conversation' })).toBeFocused()
  await hers.keyboard.press('Escape')
  await expect(field(hers)).toBeFocused()

  await hers.keyboard.press('ArrowUp')
  await expect(field(hers)).toHaveValue('How do I begin with queues?')
  await hers.keyboard.press('Escape')
  await expect(field(hers)).toHaveValue('')

  await bubble(hers, 'With a line at a shop.').hover()
  await bubble(hers, 'With a line at a shop.').getByRole('button', { name: 'More about this message' }).click()
  await hers.getByRole('menuitem', { name: 'Quote' }).click()
  await expect(field(hers)).toHaveValue('> With a line at a shop.\n')
  await hers.keyboard.type('Which shop?')
  await hers.keyboard.press('Enter')
  await expect(bubble(his, 'Which shop?').locator('blockquote')).toHaveText('With a line at a shop.')

  await his.close()
  await expect(hers.getByText(/^last seen /)).toBeVisible()
  await hers.keyboard.press('Alt+ArrowDown')
  await expect(hers).toHaveURL(`/messages/${other.id}`)
})
